import assert from "node:assert/strict";
import fc from "fast-check";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { junitReport } from "../../reports/junit";
import { xmlText } from "../../reports/xml";
import { hostileReport, hostileText } from "./hostile";
import { emptyReport, finding, sampleReport, TRAIL } from "./sample";

/** Throws if the document is not well-formed. */
function elements(xml: string): readonly SaxesTagPlain[] {
  const parser = new SaxesParser();
  const tags: SaxesTagPlain[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => tags.push(tag));
  parser.write(xml).close();
  return tags;
}

describe("The JUnit report", () => {
  it("has a suite for each rule and a case for each resource", () => {
    const { findings } = sampleReport.evaluation;
    const report = {
      ...sampleReport,
      projectFolder: "infra",
      evaluation: { ...sampleReport.evaluation, findings: findings.slice(1) },
    };
    const terms = "is absent (exempt until 2030-01-31, owner data, approved by ciso: a copy is kept elsewhere)";
    const place = "components/evidence bucket.ts";
    assert.equal(
      junitReport(report),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ai-governance-baseline governance/prod" tests="4" failures="1" errors="0" skipped="1" time="2.345">
  <testsuite name="bucket-locked" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="aws:s3:Bucket audit-bucket" classname="bucket-locked" file="infra/${place}" line="40">
      <system-out>exempt: aws:s3:Bucket audit-bucket (${place}:40): objectLockEnabled ${terms}</system-out>
    </testcase>
  </testsuite>
  <testsuite name="bucket-owned" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="aws:s3:Bucket audit-bucket" classname="bucket-owned">
      <system-out>advisory: aws:s3:Bucket audit-bucket: has | no owner</system-out>
    </testcase>
  </testsuite>
  <testsuite name="preview-complete" tests="1" failures="0" errors="0" skipped="1">
    <testcase name="AuditTrail audit" classname="preview-complete">
      <skipped message="undecided: The component runs in a plugin."/>
    </testcase>
  </testsuite>
  <testsuite name="trail-validates" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="aws:cloudtrail:Trail audit-trail" classname="trail-validates" file="infra/index.ts" line="12">
      <failure message="enableLogFileValidation is false; it must be true" type="mandatory high">fail: aws:cloudtrail:Trail audit-trail (index.ts:12): enableLogFileValidation is false; it must be true</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it("names resources that are alike by their URNs", () => {
    const below = "urn:pulumi:prod::governance::other:index:Group$aws:cloudtrail/trail:Trail::audit-trail";
    const findings = [finding({ urn: TRAIL }), finding({ urn: below })];
    const xml = junitReport({ ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } });
    assert.deepEqual(
      elements(xml)
        .filter(({ name }) => name === "testcase")
        .map(({ attributes }) => attributes["name"]),
      [TRAIL, below],
    );
  });

  it("merges the findings of a rule for one resource into one case, decided by the most severe", () => {
    const findings = [
      finding({ result: "undecided", message: "is not known" }),
      finding({ message: "is wrong" }),
      finding({ result: "exempt", message: "is accepted" }),
    ];
    const xml = junitReport({ ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } });
    const [, suite, ...cases] = elements(xml);
    assert.deepEqual(
      { ...suite?.attributes },
      { name: "trail-validates", tests: "1", failures: "1", errors: "0", skipped: "0" },
    );
    assert.deepEqual(
      cases.map(({ name }) => name),
      ["testcase", "failure"],
    );
    assert.match(xml, /fail: .* is wrong\n?.*undecided: .* is not known\n?.*exempt: .* is accepted/);
  });

  it("has an error where nothing was checked, because no failure would look like a success", () => {
    const [root, suite, testCase, error, ...more] = elements(junitReport(emptyReport));
    assert.deepEqual(more, []);
    assert.deepEqual([root?.attributes["tests"], root?.attributes["errors"]], ["1", "1"]);
    assert.equal(suite?.attributes["name"], "anything-checked");
    assert.equal(testCase?.attributes["name"], "governance/prod");
    assert.equal(error?.name, "error");
    assert.match(error.attributes["message"] ?? "", /^NOT CHECKED: /);
  });

  it("escapes characters that XML forbids, and preserves those that it allows", () => {
    assert.equal(xmlText("a\u0000\u001B\uD800\uFFFEb"), "a\\u{0}\\u{1b}\\u{d800}\\u{fffe}b");
    fc.assert(
      fc.property(hostileText, (text) => {
        const [root] = elements(`<x y="${xmlText(text)}"/>`);
        const allowed = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
        assert.equal(root?.attributes["y"]?.replace(/\\u\{[0-9a-f]+\}/g, ""), allowed.replace(/\\u\{[0-9a-f]+\}/g, ""));
      }),
    );
  });

  it("is well-formed for any text", () => {
    fc.assert(fc.property(hostileReport, (report) => void elements(junitReport(report))));
  });
});
