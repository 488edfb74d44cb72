import assert from "node:assert/strict";
import type { ReportedControl, VerdictReport } from "../../reports/report";
import { configurationLines, controlsLine, openControls, summarize, verdictLine } from "../../reports/summary";
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
      "Controls satisfied: 1 of 2; not checked, because rules are disabled or missing: AIG-03; 1 more have nothing to check in this stack",
    );
    assert.equal(
      line(unchecked),
      "Controls satisfied: 0 of 1; not checked, because rules are disabled or missing: all",
    );
  });
  it("are not listed among those that something speaks against", () => {
    assert.deepEqual(openControls([OPEN, SATISFIED, unchecked, silent]), [OPEN]);
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
