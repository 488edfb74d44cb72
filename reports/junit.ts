/**
 * JUnit XML, for the test reports of CI systems: a suite for each rule that checked something, a case for each
 * resource.
 *
 * A failure is a failure, and its type shows whether it is mandatory. An undecided finding is skipped. An exemption
 * passes and is noted in the case's output. Source: https://github.com/testmoapp/junitxml (the format that CI systems
 * read).
 */
import { type Finding, RESULTS } from "../gate/finding";
import type { VerdictReport, Verified } from "./report";
import { configurationLines, verdictLine } from "./summary";
import { cut, findingText, nameText, oneLine, resourceText, sourceText, visible } from "./text";
import { type XmlElement, xmlDocument } from "./xml";

/** A rule's findings for one resource, the first of which decides. */
type Case = [Finding, ...Finding[]];

export function junitReport(report: VerdictReport): string {
  const suites = [
    ...(report.verdict === "not-checked" ? [nothingChecked(report)] : []),
    ...[...casesByRule(report.evaluation.findings)].map(([rule, cases]) =>
      suite(rule, [...cases.values()], report.verified),
    ),
  ];
  const { project, stack, evaluation, elapsedSeconds } = report;
  return xmlDocument({
    name: "testsuites",
    attributes: {
      name: oneLine(`${evaluation.pack.name} ${project}/${stack}`),
      ...totals(suites),
      time: elapsedSeconds.toFixed(3),
    },
    children: [...configurationProperties(report), ...suites],
  });
}

/** A CI system takes a report without failures for a success. */
function nothingChecked(report: VerdictReport): XmlElement {
  const error = { name: "error", attributes: { message: oneLine(verdictLine(report)), type: "not checked" } };
  return {
    name: "testsuite",
    attributes: { name: "anything-checked", tests: 1, failures: 0, errors: 1, skipped: 0 },
    children: [
      {
        name: "testcase",
        attributes: { name: nameText(`${report.project}/${report.stack}`), classname: "anything-checked" },
        children: [error],
      },
    ],
  };
}

function configurationProperties(report: VerdictReport): readonly XmlElement[] {
  const lines = configurationLines(report);
  const properties = lines.map((value) => ({ name: "property", attributes: { name: "configuration", value } }));
  return lines.length === 0 ? [] : [{ name: "properties", attributes: {}, children: properties }];
}

/** When and as whom the account was read. */
function accountProperties({ at, caller, accountId }: Verified): XmlElement {
  const property = (name: string, value: string): XmlElement => ({
    name: "property",
    attributes: { name, value },
    children: [],
  });
  return {
    name: "properties",
    attributes: {},
    children: [property("account", accountId), property("read at", at), property("read by", caller)],
  };
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
  const [worst] = known;
  if (RESULTS.indexOf(finding.result) < RESULTS.indexOf(worst.result)) {
    known[0] = finding;
    known.push(worst);
  } else {
    known.push(finding);
  }
  return known;
}

function suite(rule: string, cases: readonly Case[], verified: Verified | undefined): XmlElement {
  const count = (result: Finding["result"]): number => cases.filter(([worst]) => worst.result === result).length;
  return {
    name: "testsuite",
    attributes: {
      name: nameText(rule),
      tests: cases.length,
      failures: count("fail"),
      errors: 0,
      skipped: count("undecided"),
    },
    children: [...(verified === undefined ? [] : [accountProperties(verified)]), ...cases.map(testCase)],
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
      name: oneLine(urn),
      classname: nameText(rule),
      ...(source === undefined ? {} : { file: nameText(source.file), line: source.line }),
    },
    children: outcome(findings),
  };
}

function outcome(findings: Case): readonly XmlElement[] {
  const [worst] = findings;
  const { result, level, severity } = worst;
  const message = messageText(worst);
  const text = findings
    .filter((finding) => finding.result !== "pass")
    .map(account)
    .join("\n");
  switch (result) {
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

function account(finding: Finding): string {
  const { result, urn, source } = finding;
  const what = messageText(finding);
  const where = source === undefined ? "" : ` (${sourceText(source)})`;
  return `${result}: ${resourceText(urn)}${where}: ${what}`;
}

function messageText(finding: Finding): string {
  return visible(cut(findingText(finding)));
}
