/**
 * JUnit XML, for the test reports of a CI system: a suite for each rule that judged something, a case for each resource.
 *
 * A failure is a failure, its type says whether it is mandatory; undecided is skipped; an exemption passes and says so in
 * the case's output. Source: https://github.com/testmoapp/junitxml (the format as CI systems read it).
 */
import { type Finding, VERDICTS } from "../gate/finding";
import type { VerdictReport } from "./report";
import { resourceText, sourceText } from "./text";
import { type XmlElement, xmlDocument } from "./xml";

/** What the rule says of one resource, the gravest first. */
type Case = readonly [Finding, ...Finding[]];

export function junitReport(report: VerdictReport): string {
  const suites = [...casesByRule(report.judgement.findings)].map(([rule, cases]) => suite(rule, [...cases.values()]));
  const { project, stack, judgement, elapsedSeconds } = report;
  return xmlDocument({
    name: "testsuites",
    attributes: {
      name: `${judgement.pack.name} ${project}/${stack}`,
      ...totals(suites),
      time: elapsedSeconds.toFixed(3),
    },
    children: suites,
  });
}

function casesByRule(findings: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<string, Case>> {
  const rules = new Map<string, Map<string, Case>>();
  for (const finding of findings) {
    const cases = rules.get(finding.rule) ?? new Map<string, Case>();
    rules.set(finding.rule, cases.set(finding.urn, withFinding(cases.get(finding.urn), finding)));
  }
  return rules;
}

function withFinding(known: Case | undefined, finding: Finding): Case {
  if (known === undefined) {
    return [finding];
  }
  const graver = VERDICTS.indexOf(finding.verdict) < VERDICTS.indexOf(known[0].verdict);
  return graver ? [finding, ...known] : [...known, finding];
}

function suite(rule: string, cases: readonly Case[]): XmlElement {
  const count = (verdict: Finding["verdict"]): number => cases.filter(([worst]) => worst.verdict === verdict).length;
  return {
    name: "testsuite",
    attributes: {
      name: rule,
      tests: cases.length,
      failures: count("fail"),
      errors: 0,
      skipped: count("undecided"),
    },
    children: cases.map(testCase),
  };
}

const COUNTS = ["tests", "failures", "errors", "skipped"] as const;

function totals(suites: readonly XmlElement[]): Readonly<Record<string, number>> {
  const total = (count: string): number => suites.reduce((sum, { attributes }) => sum + Number(attributes[count]), 0);
  return Object.fromEntries(COUNTS.map((count) => [count, total(count)]));
}

function testCase(findings: Case): XmlElement {
  const [{ rule, urn, source }] = findings;
  return {
    name: "testcase",
    attributes: {
      name: urn,
      classname: rule,
      ...(source === undefined ? {} : { file: source.file, line: source.line }),
    },
    children: outcome(findings),
  };
}

function outcome(findings: Case): readonly XmlElement[] {
  const [{ verdict, message, level, severity }] = findings;
  const text = findings
    .filter((finding) => finding.verdict !== "pass")
    .map(account)
    .join("\n");
  switch (verdict) {
    case "fail":
      return [{ name: "failure", attributes: { message, type: `${level} ${severity}` }, text }];
    case "undecided":
      return [{ name: "skipped", attributes: { message: `undecided: ${message}` } }];
    case "exempt":
      return [{ name: "system-out", attributes: {}, text }];
    default:
      return [];
  }
}

function account({ verdict, urn, property, message, source }: Finding): string {
  const what = property === undefined ? message : `${property}: ${message}`;
  const where = source === undefined ? "" : ` (${sourceText(source)})`;
  return `${verdict}: ${resourceText(urn)}${where}: ${what}`;
}
