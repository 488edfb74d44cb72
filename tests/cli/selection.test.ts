import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { UsageError } from "../../cli/failure";
import { selectionOf, type SelectionOptions } from "../../cli/selection";
import { rule } from "../reports/sample";
import { assertRefused, check, evaluation, program, removeTemporaryFolders, temporaryFile } from "./command";

const RULES = [
  rule("cloudtrail-trail-multi-region", { severity: "critical" }),
  rule("cloudtrail-log-file-validation-enabled", { severity: "high" }),
  rule("logs-log-group-retention-bounded", { severity: "medium" }),
  rule("strange-rule", { severity: "unspecified" }),
];

const chosen = (options: SelectionOptions): readonly string[] | undefined =>
  selectionOf(options)
    ?.chosen(RULES)
    .map(({ id }) => id);

describe("The rules of a run", () => {
  it("are all of them where no option chooses", () => {
    assert.equal(selectionOf({}), undefined);
  });

  it("are chosen by their ids and by patterns, anchored at both ends", () => {
    assert.deepEqual(chosen({ only: ["cloudtrail-*", "strange-rule"] }), [
      "cloudtrail-trail-multi-region",
      "cloudtrail-log-file-validation-enabled",
      "strange-rule",
    ]);
    assert.deepEqual(chosen({ only: ["*-enabled"] }), ["cloudtrail-log-file-validation-enabled"]);
    assert.throws(() => chosen({ only: ["cloudtrail"] }), UsageError);
  });

  it("are without those that are skipped, even where they are chosen", () => {
    assert.deepEqual(chosen({ only: ["cloudtrail-*"], skip: ["*-multi-region"] }), [
      "cloudtrail-log-file-validation-enabled",
    ]);
    assert.deepEqual(chosen({ skip: ["*"] }), []);
  });

  it("are of the severity or a worse one, and of none, which may be as bad", () => {
    assert.deepEqual(chosen({ severity: "high" }), [
      "cloudtrail-trail-multi-region",
      "cloudtrail-log-file-validation-enabled",
      "strange-rule",
    ]);
    assert.deepEqual(
      chosen({ severity: "low" }),
      RULES.map(({ id }) => id),
    );
  });

  it("are those of controls that contribute to the framework", () => {
    assert.ok(chosen({ framework: "cis-aws-3.0.0" })?.includes("cloudtrail-log-file-validation-enabled"));
    assert.ok(!chosen({ framework: "cis-aws-3.0.0" })?.includes("strange-rule"));
  });

  it("are told in the words of the options", () => {
    const words = selectionOf({ only: ["a", "b*"], skip: ["c"], severity: "high", framework: "gdpr" })?.words;
    assert.equal(words, "--only a b* --skip c --severity high --framework gdpr");
  });

  it("are not guessed: every name that is none is told, with the one that was meant", () => {
    assert.throws(
      () => chosen({ only: ["strange-rul"], skip: ["cloudtrial-*"] }),
      /--only strange-rul: the pack has no such rule\. Did you mean strange-rule\? Allowed is /,
    );
    assert.throws(() => chosen({ skip: ["cloudtrial-*"] }), /Did you mean cloudtrail-/);
  });
});

describe("baseline check of some rules", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);
  const BAD = ["--program", program("bad"), "--preset", "strict"];

  it("that are about nothing in the stack judges nothing, and says so in every report", async () => {
    const { code, stdout, out } = await check([...BAD, "--only", "bedrock-*"]);
    assert.equal(code, 2, stdout);
    assert.match(stdout, /^NOT CHECKED: no rule came to a result, \d+ of \d+ rules left out/m);
    const words = /Not judged, because --only bedrock-\* leaves them out: \d+ rules/;
    assert.match(stdout.replace(/\s+/g, " "), words);
    for (const file of ["findings.sarif", "findings.junit.xml", "gl-code-quality-report.json", "controls.csv"]) {
      assert.match(fs.readFileSync(path.join(out, file), "utf8"), words, file);
    }
    assert.match(fs.readFileSync(path.join(out, "verdict.md"), "utf8"), /Not judged, because --only bedrock-/);
  });

  it("fails by what is chosen and not by what is left out, which leaves controls unchecked", async () => {
    const all = await evaluation(BAD);
    const [failing] = all.findings.filter(({ result, level }) => result === "fail" && level === "mandatory");
    assert.ok(failing);
    const part = await evaluation([...BAD, "--skip", failing.rule]);
    assert.deepEqual(
      part.findings,
      all.findings.filter(({ rule: id }) => id !== failing.rule),
    );
    assert.deepEqual(part.summary.leftOut, { by: `--skip ${failing.rule}`, rules: [failing.rule] });
    assert.ok(part.summary.controls.notChecked.length > all.summary.controls.notChecked.length);
  });

  it("takes nothing that it left out for mended, or for an exemption that is not needed", async () => {
    const list = temporaryFile("known.json", "");
    fs.rmSync(list);
    await check([...BAD, "--baseline", list, "--write-baseline"]);
    const before = fs.readFileSync(list, "utf8");
    const [first] = (JSON.parse(before) as { findings: readonly { readonly rule: string; readonly urn: string }[] })
      .findings; // as it was written
    assert.ok(first);
    const { rule: known, urn } = first;
    const exemption = { rule: known, urn, reason: "r", owner: "o", approver: "a", expires: "2099-01-01" };
    const exemptions = temporaryFile("exemptions.json", { exemptions: [exemption] });
    const options = [...BAD, "--skip", known];
    const { findings } = await evaluation([...options, "--exemptions", exemptions]);
    assert.deepEqual(
      findings.filter(({ rule: id, result }) => id === "exemptions-file-valid" && result !== "pass"),
      [],
    );
    await check([...options, "--baseline", list]);
    await check([...options, "--baseline", list, "--write-baseline"]);
    const sorted = (text: string): readonly string[] =>
      (JSON.parse(text) as { findings: readonly object[] }).findings.map((one) => JSON.stringify(one)).sort(); // as above
    assert.deepEqual(sorted(fs.readFileSync(list, "utf8")), sorted(before));
  });

  it("says in a quiet run on standard error nothing, and on standard output that it was a part", async () => {
    const { stdout, stderr } = await check([...BAD, "--quiet", "--only", "kms-*"]);
    assert.equal(stderr, "");
    assert.match(stdout, /^PASS: nothing mandatory fails, \d+ of \d+ rules left out\n$/);
  });

  it("refuses to leave out what the organization asks for", async () => {
    const policy = temporaryFile("organization.json", { levels: { all: "default" } });
    const refused = await check([...BAD, "--organization-policy", policy, "--severity", "critical"]);
    assertRefused(
      refused,
      2,
      /--severity critical leaves out what the organization's policy asks for:/,
      /and \d+ more/,
    );
  });

  it("refuses a rule, a severity and a framework that are none, with what was meant", async () => {
    const refused = async (args: readonly string[], ...said: readonly RegExp[]): Promise<void> =>
      assertRefused(await check([...BAD, ...args]), 2, ...said);
    await refused(["--only", "kms-key-rotation-enabeld"], /Did you mean kms-key-rotation-enabled\?/);
    await refused(["--severity", "hihg"], /Did you mean high\? Allowed choices are critical, high, medium, low/);
    await refused(["--framework", "eu-ai-akt"], /Did you mean eu-ai-act\? Allowed choices are eu-ai-act, /);
  });
});
