import assert from "node:assert/strict";
import { CONTROLS } from "../../controls/catalogue";
import { coverage } from "../../controls/coverage";
import { FRAMEWORKS } from "../../controls/frameworks";
import { reportedControls } from "../../reports/controls";
import { BUCKET, finding } from "./sample";

const trail = CONTROLS.filter(({ prevents }) => prevents.length > 0).slice(0, 1);
const [rule = ""] = trail[0]?.prevents ?? [];

describe("The controls in a report", () => {
  it("are those in the catalog, with the framework's version for each clause", () => {
    const controls = reportedControls(coverage([]), []);
    assert.deepEqual(
      controls.map(({ id }) => id),
      CONTROLS.map(({ id }) => id),
    );
    const known = new Set(FRAMEWORKS.map(({ name, version }) => `${name} ${version}`));
    for (const { clauses, id } of controls) {
      assert.ok(clauses.length > 0, id);
      assert.ok(
        clauses.every(({ framework, version }) => known.has(`${framework} ${version}`)),
        id,
      );
    }
  });

  it("are satisfied only if something passes and nothing fails or is undecided", () => {
    const satisfied = (...verdicts: readonly ("pass" | "fail" | "undecided" | "exempt")[]): boolean | undefined => {
      const findings = verdicts.map((result) => finding({ rule, result }));
      return reportedControls(coverage(findings, trail), findings)[0]?.satisfied;
    };
    assert.equal(satisfied(), false);
    assert.equal(satisfied("pass"), true);
    assert.equal(satisfied("pass", "exempt"), true);
    assert.equal(satisfied("exempt"), false);
    assert.equal(satisfied("pass", "undecided"), false);
    assert.equal(satisfied("pass", "fail"), false);
  });

  it("list what prevents them from being satisfied, most severe first", () => {
    const findings = [
      finding({ rule: "of-no-control" }),
      finding({ rule, result: "pass" }),
      finding({ rule, urn: BUCKET, result: "undecided", message: "is not known" }),
      finding({ rule, urn: BUCKET, property: "name", message: "is wrong" }),
    ];
    assert.deepEqual(reportedControls(coverage(findings, trail), findings)[0]?.failures, [
      `fail: ${rule}: aws:s3:Bucket audit-bucket: name is wrong`,
      `undecided: ${rule}: aws:s3:Bucket audit-bucket: is not known`,
    ]);
  });
});
