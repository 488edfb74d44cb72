import assert from "node:assert/strict";
import fc from "fast-check";
import { RESULTS } from "../../gate/finding";
import { jsonDocument, jsonReport } from "../../reports/json";
import { sarifLog } from "../../reports/sarif";
import { hostileReport } from "./hostile";
import { emptyReport, finding, reportWithRulesLeftOut, sampleReport } from "./sample";

describe("The JSON report", () => {
  it("summarizes the evaluation", () => {
    assert.deepEqual(jsonDocument(sampleReport).summary, {
      project: "governance",
      stack: "prod",
      account: { id: "111122223333", placeholder: false },
      region: "eu-central-1",
      verdict: "fail",
      resources: 4,
      rules: 4,
      disabledRules: 1,
      verdicts: { fail: 2, undecided: 1, exempt: 1, pass: 1, "not-applicable": 11 },
      mandatoryFailures: 1,
      leftOutRules: 0,
      knownFailures: 0,
      advisoryFailures: 1,
      passedRules: 1,
      controls: { satisfied: 1, total: 2, notSatisfied: ["AIG-01"], notChecked: [], notExercised: [] },
      pack: { name: "ai-governance-baseline", version: "0.1.0" },
      configuration: [],
      weakened: [],
      missing: [],
      opaque: sampleReport.opaque,
      configRulesLeftOut: [],
      elapsedSeconds: 2.345,
    });
  });

  it("lists the Config rules that a region does not have", () => {
    assert.deepEqual(jsonDocument(reportWithRulesLeftOut).summary.configRulesLeftOut, [
      { region: "us-west-1", rules: ["bedrock-guardrail-ready", "key-policy | checked"] },
    ]);
  });

  it("lists failures, undecided, exempt and passes in this order, mandatory and severe findings first", () => {
    const findings = [
      finding({ rule: "low", severity: "low" }),
      finding({ rule: "critical", severity: "critical" }),
      finding({ rule: "advisory", severity: "critical", level: "advisory" }),
      finding({ rule: "pass", result: "pass" }),
      finding({ rule: "exempt", result: "exempt" }),
      finding({ rule: "undecided", result: "undecided" }),
    ];
    const report = { ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } };
    assert.deepEqual(
      jsonDocument(report).findings.map(({ rule }) => rule),
      ["critical", "low", "advisory", "undecided", "exempt", "pass"],
    );
  });

  it("contains each finding completely, with its fingerprint", () => {
    const [first] = jsonDocument(sampleReport).findings;
    assert.deepEqual(first, {
      fingerprint: "8588308546c6caf87bf78d0e844f9ef6:1",
      ...sampleReport.evaluation.findings.at(-1),
    });
  });

  it("has the fingerprints of the SARIF report, also of findings that only their messages tell apart", () => {
    const findings = [
      finding({ result: "pass" }),
      finding({ message: "is one" }),
      finding({ severity: "critical" }),
      finding({ property: "name", result: "exempt" }),
    ];
    const report = { ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } };
    const scanned = (sarifLog(report).runs[0]?.results ?? []).map(({ partialFingerprints = {} }) =>
      Object.values(partialFingerprints),
    );
    const prints = jsonDocument(report).findings.map(({ fingerprint }) => fingerprint);
    assert.deepEqual(prints.slice(0, -1), scanned.flat());
    assert.equal(new Set(prints).size, findings.length);
  });

  it("has no findings for an empty evaluation", () => {
    const { summary, findings } = jsonDocument(emptyReport);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      Object.values(summary.verdicts),
      RESULTS.map(() => 0),
    );
  });

  it("is a single document for any text", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        assert.deepEqual(JSON.parse(jsonReport(report)), jsonDocument(report));
      }),
    );
  });
});
