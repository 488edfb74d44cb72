import assert from "node:assert/strict";
import { chosenFindings } from "../../../cli/explain/choice";
import type { JsonFinding } from "../../../reports/json";
import { finding, TRAIL } from "../../reports/sample";

function found(rule: string, fingerprint: string, more: Partial<JsonFinding> = {}): JsonFinding {
  return { ...finding({ rule }), fingerprint, ...more };
}

const ONE = found("trail-validates", "aaaaaaaa11112222aaaaaaaa11112222:1");
const TWIN = found("trail-validates", "aaaaaaaa11112222aaaaaaaa11112222:12", { property: "name" });
const NEAR = found("bucket-locked", "aaaaaaaa33334444aaaaaaaa33334444:1");
const PASSED = found("trail-validates", "bbbbbbbb11112222aaaaaaaa11112222:1", { result: "pass" });
const REPORT = {
  file: "reports/findings.json",
  project: "governance",
  stack: "prod",
  findings: [ONE, TWIN, NEAR, PASSED],
};
const KNOWN = { rules: ["bucket-private"], checks: ["verify-s3-bucket-as-declared"] };

const chosen = (wanted: string): ReturnType<typeof chosenFindings> => chosenFindings(wanted, REPORT, KNOWN);

describe("Which findings are explained", () => {
  it("are all of a rule that did not pass", () => {
    assert.deepEqual(chosen("trail-validates"), { rule: "trail-validates", findings: [ONE, TWIN], passed: 1 });
  });

  it("is the one of a fingerprint, whole or by a beginning that no other has, in any case", () => {
    for (const beginning of ["aaaaaaaa3", NEAR.fingerprint, "AAAAAAAA33334444"]) {
      assert.deepEqual(chosen(beginning), { rule: "bucket-locked", findings: [NEAR], passed: 0 });
    }
    assert.deepEqual(chosen(ONE.fingerprint).findings, [ONE]);
    assert.deepEqual(chosen("bbbbbb").findings, [PASSED]);
  });

  it("are not two: the candidates are named", () => {
    assert.throws(
      () => chosen("aaaaaa"),
      new RegExp(
        [
          "^Error: 3 findings have fingerprints that begin with aaaaaa\\. Write more of one:",
          `${ONE.fingerprint} trail-validates aws:cloudtrail:Trail audit-trail`,
          `${TWIN.fingerprint} trail-validates aws:cloudtrail:Trail audit-trail name`,
          `${NEAR.fingerprint} bucket-locked aws:cloudtrail:Trail audit-trail$`,
        ].join("\n"),
      ),
    );
    const findings = Array.from({ length: 12 }, (_, index) => found("many", `cccccccc:${index}`));
    assert.throws(() => chosenFindings("cccccccc", { ...REPORT, findings }, KNOWN), /^[^]*:9 many .*\nand 2 more$/);
  });

  it("are refused where no fingerprint begins so, or too little of it is written", () => {
    assert.throws(
      () => chosen("abcdef"),
      /report reports\/findings\.json of governance\/prod has no finding with the fingerprint abcdef/,
    );
    assert.throws(() => chosen("aaaaa"), /aaaaa is too short for a fingerprint\. Write at least 6 characters/);
  });

  it("are refused where the report has none of a known rule or check, with where it is told of", () => {
    assert.throws(() => chosen("bucket-private"), /has no finding of bucket-private.*`baseline rules bucket-private`/);
    assert.throws(
      () => chosen("verify-s3-bucket-as-declared"),
      /has no finding of verify-s3.*`baseline verify` checks it/,
    );
  });

  it("are refused for what is neither a rule nor a fingerprint, with similar ids", () => {
    assert.throws(
      () => chosen("trail-validate"),
      /"trail-validate" is neither the id .* Similar ids: trail-validates\./,
    );
    assert.throws(() => chosen(TRAIL.slice(0, 3)), /"urn" is neither the id of a rule nor a fingerprint\.$/);
  });
});
