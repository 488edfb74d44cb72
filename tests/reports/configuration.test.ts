import assert from "node:assert/strict";
import type { ReportedControl, VerdictReport } from "../../reports/report";
import { sarifLog } from "../../reports/sarif";
import {
  configurationLines,
  controlsLine,
  effortLine,
  openControls,
  summarize,
  verdictLine,
} from "../../reports/summary";
import { sampleReport } from "./sample";

const SHA256 = "ab".repeat(32);
const [OPEN, SATISFIED] = sampleReport.controls as readonly [ReportedControl, ReportedControl]; // it has two

function withEvaluation(more: Partial<VerdictReport["evaluation"]>, verdict = sampleReport.verdict): VerdictReport {
  return { ...sampleReport, verdict, evaluation: { ...sampleReport.evaluation, ...more } };
}

describe("what configured a run", () => {
  it("is named with its digest, and whose it is, on a line each", () => {
    const report: VerdictReport = {
      ...withEvaluation({ weakened: [{ rule: "bucket-named", change: "is disabled" }] }),
      configuration: [
        { kind: "organization policy", path: "/etc/organization.yml", sha256: SHA256 },
        { kind: "policy configuration", path: "a\nb.json", sha256: SHA256, ofProgram: "may only raise levels" },
        { kind: "exemptions", path: "exemptions.json", sha256: SHA256, ofProgram: "trusted" },
      ],
    };
    assert.deepEqual(configurationLines(report), [
      `Configured by organization policy /etc/organization.yml, SHA-256 ${SHA256}`,
      `Configured by policy configuration of the program (may only raise levels) a b.json, SHA-256 ${SHA256}`,
      `Configured by exemptions of the program (trusted) exemptions.json, SHA-256 ${SHA256}`,
      "Configured otherwise: bucket-named is disabled",
    ]);
  });
  it("says what was not judged, and by whose word", () => {
    const rules = Array.from({ length: 6 }, (_, index) => `rule-${index}`);
    const leftOut = { by: "--only bucket-*\u202E", rules };
    assert.deepEqual(configurationLines(withEvaluation({ leftOut })), [
      `Not judged, because --only bucket-*\\u{202e} leaves them out: 6 rules (${rules.slice(0, 5).join(", ")}, and 1 more)`,
    ]);
    assert.deepEqual(configurationLines(withEvaluation({ leftOut: { by: "--skip rule-0", rules: ["rule-0"] } })), [
      "Not judged, because --skip rule-0 leaves it out: 1 rule (rule-0)",
    ]);
  });
  it("is nothing where nothing did", () => {
    assert.deepEqual(configurationLines(sampleReport), []);
  });
});

describe("controls that were not checked", () => {
  const unchecked: ReportedControl = { ...SATISFIED, id: "AIG-03", satisfied: false, status: "not-checked" };
  const silent: ReportedControl = { ...SATISFIED, id: "AIG-04", satisfied: false, status: "not-exercised" };
  const line = (...controls: readonly ReportedControl[]): string =>
    controlsLine(summarize({ ...sampleReport, controls }));

  it("count against those that are satisfied, and are named", () => {
    assert.equal(
      line(SATISFIED, unchecked, silent),
      "Controls satisfied: 1 of 2; not checked, because rules are disabled, left out or missing: AIG-03; 1 more have nothing to check in this stack",
    );
    assert.equal(
      line(unchecked),
      "Controls satisfied: 0 of 1; not checked, because rules are disabled, left out or missing: all",
    );
  });
  it("are not listed among those that something speaks against", () => {
    assert.deepEqual(openControls([OPEN, SATISFIED, unchecked, silent]), [OPEN]);
  });
});

describe("rules that were left out", () => {
  const leftOut = { by: "--skip bucket-named", rules: ["bucket-named"] };
  const part = withEvaluation({ leftOut, findings: [] }, "pass");

  it("are told in the line of the verdict, whatever it is", () => {
    assert.match(verdictLine(part), /^PASS: nothing mandatory fails, 1 of 5 rules left out$/);
    assert.match(verdictLine(withEvaluation({ leftOut })), /^FAIL: 1 mandatory failure, 1 of 5 rules left out, 1 adv/);
  });
  it("are not counted among those that are disabled", () => {
    const { rules, disabledRules, leftOutRules } = summarize(part);
    assert.deepEqual([rules, disabledRules, leftOutRules], [4, 0, 1]);
    assert.match(effortLine(part), /by 4 rules \(1 left out\) of /);
  });
  it("give the report a place of its own in code scanning, where those of the whole stay open", () => {
    const idOf = (report: VerdictReport): string | undefined => sarifLog(report).runs[0]?.automationDetails?.id;
    assert.equal(idOf(sampleReport), "ai-governance-baseline/governance/prod/");
    assert.equal(idOf(part), "ai-governance-baseline/governance/prod/--skip bucket-named/");
  });
});

describe("the line of a verdict", () => {
  it("says which results the organization misses", () => {
    const missing = ["trail-exists", "recorder-exists"];
    assert.equal(
      verdictLine(withEvaluation({ findings: [], missing }, "not-checked")),
      "NOT CHECKED: what the organization asks for was not checked, no result of trail-exists, recorder-exists",
    );
    assert.match(verdictLine(withEvaluation({ missing })), /^FAIL: 1 mandatory failure, no result of trail-exists, /);
  });
});
