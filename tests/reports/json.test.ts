import assert from "node:assert/strict";
import fc from "fast-check";
import { VERDICTS } from "../../gate/finding";
import { jsonDocument, jsonReport } from "../../reports/json";
import { hostileReport } from "./hostile";
import { emptyReport, finding, sampleReport } from "./sample";

describe("The JSON report", () => {
  it("sums up the judgement", () => {
    assert.deepEqual(jsonDocument(sampleReport).summary, {
      project: "governance",
      stack: "prod",
      account: { id: "111122223333", standIn: false },
      region: "eu-central-1",
      outcome: "fail",
      resources: 4,
      rules: 4,
      disabledRules: 1,
      verdicts: { fail: 2, undecided: 1, exempt: 1, pass: 1, "not-applicable": 11 },
      mandatoryFailures: 1,
      advisoryFailures: 1,
      passedRules: 1,
      controls: { satisfied: 1, total: 2, notSatisfied: ["AIG-01"], notExercised: [] },
      pack: { name: "ai-governance-baseline", version: "0.1.0" },
      opaque: sampleReport.opaque,
      elapsedSeconds: 2.345,
    });
  });

  it("lists failures, undecided, exempt and passes in this order, the mandatory and severe first", () => {
    const findings = [
      finding({ rule: "low", severity: "low" }),
      finding({ rule: "critical", severity: "critical" }),
      finding({ rule: "advisory", severity: "critical", level: "advisory" }),
      finding({ rule: "pass", verdict: "pass" }),
      finding({ rule: "exempt", verdict: "exempt" }),
      finding({ rule: "undecided", verdict: "undecided" }),
    ];
    const report = { ...sampleReport, judgement: { ...sampleReport.judgement, findings } };
    assert.deepEqual(
      jsonDocument(report).findings.map(({ rule }) => rule),
      ["critical", "low", "advisory", "undecided", "exempt", "pass"],
    );
  });

  it("gives each finding whole", () => {
    const [first] = jsonDocument(sampleReport).findings;
    assert.deepEqual(first, sampleReport.judgement.findings.at(-1));
  });

  it("has no findings for an empty judgement", () => {
    const { summary, findings } = jsonDocument(emptyReport);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      Object.values(summary.verdicts),
      VERDICTS.map(() => 0),
    );
  });

  it("is one document, whatever the texts", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        assert.deepEqual(JSON.parse(jsonReport(report)), jsonDocument(report));
      }),
    );
  });
});
