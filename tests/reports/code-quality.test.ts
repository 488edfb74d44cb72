import assert from "node:assert/strict";
import fc from "fast-check";
import { codeQualityEntries, codeQualityReport, noCodeQuality } from "../../reports/code-quality";
import { sarifLog } from "../../reports/sarif";
import { hostileReport } from "./hostile";
import { emptyReport, finding, sampleReport } from "./sample";

describe("GitLab's report on code quality", () => {
  it("has an entry for each failed and undecided finding, at its place in the repository", () => {
    assert.deepEqual(
      codeQualityEntries({ ...sampleReport, projectFolder: "infra/ai" }).map(({ fingerprint: _, ...entry }) => entry),
      [
        {
          description: "aws:cloudtrail:Trail audit-trail: enableLogFileValidation is false; it must be true",
          check_name: "trail-validates",
          severity: "critical",
          location: { path: "infra/ai/index.ts", lines: { begin: 12 } },
        },
        {
          description: "aws:s3:Bucket audit-bucket: has | no owner",
          check_name: "bucket-owned",
          severity: "minor",
          location: { path: "infra/ai/Pulumi.yaml", lines: { begin: 1 } },
        },
        {
          description: "AuditTrail audit: The component runs in a plugin.",
          check_name: "preview-complete",
          severity: "info",
          location: { path: "infra/ai/Pulumi.yaml", lines: { begin: 1 } },
        },
      ],
    );
  });

  it("grades mandatory failures by their severity", () => {
    const grade = (severity: Parameters<typeof finding>[0]["severity"]): string | undefined =>
      codeQualityEntries({
        ...sampleReport,
        evaluation: {
          ...sampleReport.evaluation,
          findings: [finding({ ...(severity === undefined ? {} : { severity }) })],
        },
      })[0]?.severity;
    assert.deepEqual((["low", "medium", "unspecified", "high", "critical"] as const).map(grade), [
      "minor",
      "major",
      "major",
      "critical",
      "blocker",
    ]);
  });

  it("names findings as the SARIF report does, each by a name of its own", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const names = codeQualityEntries(report)
          .filter(({ fingerprint }) => fingerprint.includes(":"))
          .map(({ fingerprint }) => fingerprint);
        assert.equal(new Set(names).size, names.length);
        const known = (sarifLog(report).runs[0]?.results ?? []).map(
          ({ partialFingerprints = {} }) => partialFingerprints["ruleResourceProperty/v1"],
        );
        names.forEach((name) => assert.ok(known.includes(name)));
      }),
    );
  });

  it("has an entry for what configured the rules, and for the account that was read", () => {
    const sha256 = "5f".repeat(32);
    const entries = codeQualityEntries({
      ...sampleReport,
      configuration: [{ kind: "policy configuration", path: "levels.json", sha256 }],
      verified: {
        at: "2026-11-11T08:00:00Z",
        caller: "arn:aws:sts::111122223333:assumed-role/auditor/ann",
        accountId: "111122223333",
      },
      evaluation: {
        ...sampleReport.evaluation,
        findings: [],
        weakened: [{ rule: "bucket-named", change: "is disabled" }],
      },
    });
    assert.deepEqual(
      entries.map(({ severity, check_name, description }) => [severity, check_name, description]),
      [
        ["info", "configuration", `Configured by policy configuration levels.json, SHA-256 ${sha256}`],
        ["info", "configuration", "Configured otherwise: bucket-named is disabled"],
        [
          "info",
          "account",
          "Account 111122223333 read at 2026-11-11T08:00:00Z by arn:aws:sts::111122223333:assumed-role/auditor/ann",
        ],
      ],
    );
  });

  it("is an empty list where nothing failed, and never one where there is no result", () => {
    const nothing = { ...sampleReport.evaluation, findings: [] };
    assert.equal(codeQualityReport({ ...sampleReport, verdict: "pass", evaluation: nothing }).trim(), "[]");
    assert.deepEqual(
      codeQualityEntries(emptyReport).map(({ severity, check_name }) => [severity, check_name]),
      [["blocker", "anything-checked"]],
    );
    const [entry, ...others] = JSON.parse(noCodeQuality("baseline check", "the program failed")) as readonly {
      readonly severity: string;
      readonly description: string;
    }[];
    assert.deepEqual(others, []);
    assert.deepEqual(
      [entry?.severity, entry?.description],
      ["blocker", "baseline check came to no result: the program failed"],
    );
  });
});
