/** Hostile texts that a program under check could put into a report. */
import fc from "fast-check";
import { type Finding, RESULTS } from "../../gate/finding";
import type { ResourceState } from "../../pulumi/stack-state";
import type { ReportedControl, VerdictReport } from "../../reports/report";
import { finding, sampleReport } from "./sample";

const NASTY = [
  "=1+1",
  "@everyone #12 GH-1",
  "a|b\\|c`d`",
  "<script>alert(1)</script> & <!-- -->",
  "]]> &amp; {0} [x](https://example.com)",
  "line one\nline two\r\n\r\n| --- |",
  "\u001B[31mred\u001B[0m\u0007\u0000",
  "\uD800 lone \uDFFF \uFFFE",
  "\u202Egnp.exe \u2028 \u200B",
  '"quoted", and; separated',
  "日本語のとても長い名前".repeat(40),
  "word ".repeat(2000),
  "x".repeat(5000),
  "",
];

/** Any string, with many hostile ones. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary" }),
  // Any code units, including unpaired surrogates.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.string(),
);

const hostileFinding: fc.Arbitrary<Finding> = fc
  .record({
    rule: hostileText,
    name: hostileText,
    result: fc.constantFrom(...RESULTS.filter((result) => result !== "not-applicable")),
    message: hostileText,
    property: hostileText,
    file: hostileText,
    cover: hostileText,
  })
  .map(({ rule, name, result, message, property, file, cover }) =>
    finding({
      rule,
      urn: `urn:pulumi:prod::governance::aws:s3/bucket:Bucket::${name}`,
      result,
      message,
      property,
      source: { file, line: 1, column: 1 },
      relatedChecks: [cover],
    }),
  );

const hostileControl: fc.Arbitrary<ReportedControl> = fc
  .record({ id: hostileText, title: hostileText, clause: hostileText, failure: hostileText })
  .map(({ id, title, clause, failure }) => ({
    id,
    title,
    satisfied: false,
    status: "violated",
    clauses: [{ framework: "Any", version: "1", clause }],
    rules: [],
    components: [],
    configRules: [],
    alarms: [],
    checks: [],
    failures: [failure],
  }));

/** Components that say which Config rules a region does not have. */
const hostileConfigRules: fc.Arbitrary<readonly ResourceState[]> = fc.array(
  fc
    .record({ region: hostileText, unavailableRules: fc.array(hostileText, { maxLength: 3 }) })
    .map((inputs): ResourceState => {
      const type = "ai-governance-baseline:index:ConfigRules";
      return { urn: `urn:pulumi:prod::governance::${type}::rules`, type, custom: false, inputs, outputs: {} };
    }),
  { maxLength: 2 },
);

/** A report in which all free texts are hostile. */
export const hostileReport: fc.Arbitrary<VerdictReport> = fc
  .record({
    findings: fc.array(hostileFinding, { maxLength: 6 }),
    controls: fc.array(hostileControl, { maxLength: 3 }),
    project: hostileText,
    link: hostileText,
    configRules: hostileConfigRules,
  })
  .map(({ findings, controls, project, link, configRules }) => ({
    ...sampleReport,
    project,
    controls,
    resources: [...sampleReport.resources, ...configRules],
    evaluation: {
      ...sampleReport.evaluation,
      findings,
      rules: sampleReport.evaluation.rules.map((rule) => ({ ...rule, link, fix: link })),
    },
  }));
