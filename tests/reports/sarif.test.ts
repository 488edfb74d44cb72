import assert from "node:assert/strict";
import * as fs from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import type { Finding } from "../../gate/finding";
import type { VerdictReport } from "../../reports/report";
import { sarifLog, sarifReport } from "../../reports/sarif";
import { hostileReport } from "./hostile";
import { emptyReport, finding, rule, sampleReport, TRAIL } from "./sample";

const schemaFile = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// Reason for the cast: a JSON schema is an object.
const schema = JSON.parse(fs.readFileSync(schemaFile, "utf8")) as Record<string, unknown>;

// One pattern in the schema is not a valid regular expression in Unicode mode.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

function assertValid(report: VerdictReport): void {
  const text = sarifReport(report);
  assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
}

function withFindings(...findings: Finding[]): VerdictReport {
  return { ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } };
}

function results(report: VerdictReport) {
  return sarifLog(report).runs[0]?.results ?? [];
}

describe("The SARIF report", () => {
  it("is valid according to the SARIF 2.1.0 schema for any text", () => {
    assertValid(sampleReport);
    assertValid(emptyReport);
    fc.assert(fc.property(hostileReport, assertValid), { numRuns: 50 });
  });

  it("shows failed, undecided and exempt findings in SARIF's terms", () => {
    assert.deepEqual(
      results(sampleReport).map(({ ruleId, kind, level }) => [ruleId, kind, level]),
      [
        ["trail-validates", "fail", "error"],
        ["bucket-owned", "fail", "warning"],
        ["preview-complete", "open", "none"],
        ["bucket-locked", "fail", "error"],
      ],
    );
  });

  it("shows the reason of an exemption as the justification of a suppression", () => {
    assert.deepEqual(
      results(sampleReport).map(({ suppressions }) => suppressions),
      [
        undefined,
        undefined,
        undefined,
        [
          {
            kind: "external",
            status: "accepted",
            justification:
              "is absent (exempt until 2030-01-31, owner data, approved by ciso: a copy is kept elsewhere)",
          },
        ],
      ],
    );
  });

  it("describes a result with its location, resource and property", () => {
    const [result] = results({ ...sampleReport, projectFolder: "./infra/ai" });
    assert.equal(result?.message.text, "enableLogFileValidation is false; it must be true");
    assert.equal(result.ruleIndex, 0);
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: "infra/ai/index.ts", uriBaseId: "%SRCROOT%" },
          region: { startLine: 12, startColumn: 7 },
        },
        logicalLocations: [{ name: "audit-trail", fullyQualifiedName: TRAIL, kind: "resource" }],
      },
    ]);
  });

  it("locates a finding without a source in the project file, and encodes paths", () => {
    const uris = results(sampleReport).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    assert.deepEqual(uris, ["index.ts", "Pulumi.yaml", "Pulumi.yaml", "components/evidence%20bucket.ts"]);
  });

  it("describes a rule with its help, link, tags and severity", () => {
    const rules = sarifLog(sampleReport).runs[0]?.tool.driver.rules ?? [];
    const link = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/intro.html";
    assert.deepEqual(rules[0], {
      id: "trail-validates",
      shortDescription: { text: "Title of trail-validates" },
      fullDescription: { text: "Description of trail-validates" },
      help: {
        text: `Set enableLogFileValidation to true.\n${link}`,
        markdown: `Set enableLogFileValidation to true.\n\n[Documentation](${link})`,
      },
      helpUri: link,
      defaultConfiguration: { enabled: true, level: "error" },
      properties: {
        tags: ["security", "prowler:cloudtrail_log_file_validation_enabled"],
        relatedChecks: ["prowler:cloudtrail_log_file_validation_enabled"],
        "security-severity": "8.0",
      },
    });
    assert.deepEqual(
      rules.map(({ defaultConfiguration }) => defaultConfiguration?.enabled),
      [true, true, true, true, false, undefined],
    );
    assert.equal(rules[5]?.id, "preview-complete");
  });

  it("limits a rule to the number of tags that GitHub accepts, and omits links that are not web addresses", () => {
    const relatedChecks = Array.from({ length: 30 }, (_, index) => `prowler:check_${index}`);
    const rules = [rule("many", { relatedChecks, reference: "javascript:alert(1)" })];
    const described = sarifLog({ ...sampleReport, evaluation: { ...sampleReport.evaluation, rules } }).runs[0]?.tool
      .driver.rules;
    assert.equal(described?.[0]?.properties?.tags?.length, 20);
    assert.equal(described[0].helpUri, undefined);
  });

  it("keeps fingerprints stable when lines and messages change, and gives each result its own", () => {
    const prints = (...findings: Finding[]): unknown[] =>
      results(withFindings(...findings)).map(({ partialFingerprints }) => partialFingerprints);
    const moved = finding({ source: { file: "other.ts", line: 99, column: 1 }, message: "is no longer true" });
    assert.deepEqual(prints(finding({})), prints(moved));
    assert.equal(
      new Set(prints(finding({}), moved, finding({ property: "name" })).map((print) => JSON.stringify(print))).size,
      3,
    );
  });

  it("does not turn a message into a link", () => {
    assert.equal(
      results(withFindings(finding({ message: "[x](https://example.com)" })))[0]?.message.text,
      "[x\\](https://example.com)",
    );
  });
});
