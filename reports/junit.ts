/**
 * JUnit XML, for the test reports of CI systems: a suite for each rule that checked something, a case for each
 * resource.
 *
 * A mandatory failure is a failure. What stops no deployment is none, because CI systems know no other failures: an advisory
 * one and an exemption pass and are noted in the case's output. An undecided finding is skipped. Source: https://github.com/testmoapp/junitxml (the format that CI systems
 * read).
 */
import { type Finding, RESULTS } from "../gate/finding";
import type { VerdictReport, Verified } from "./report";
import { repositoryPath } from "./repository-path";
import { configurationLines, verdictLine } from "./summary";
import { cut, findingText, nameText, oneLine, resourceText, sourceText, visible } from "./text";
import { type XmlElement, xmlDocument } from "./xml";

/** A rule's findings for one resource, the first of which decides. */
type Case = [Finding, ...Finding[]];

export function junitReport(report: VerdictReport): string {
  const suites = [
    ...(report.verdict === "not-checked" ? [nothingChecked(report)] : []),
    ...[...casesByRule(report.evaluation.findings)].map(([rule, cases]) => suite(rule, [...cases.values()], report)),
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

function suite(rule: string, cases: readonly Case[], { verified, projectFolder = "" }: VerdictReport): XmlElement {
  const count = (name: ReturnType<typeof outcomeOf>): number => cases.filter((of) => outcomeOf(of) === name).length;
  const names = distinctNames(cases.map(([{ urn }]) => urn));
  return {
    name: "testsuite",
    attributes: {
      name: nameText(rule),
      tests: cases.length,
      failures: count("failure"),
      errors: 0,
      skipped: count("skipped"),
    },
    children: [
      ...(verified === undefined ? [] : [accountProperties(verified)]),
      ...cases.map((of, index) => testCase(of, names[index] ?? "", projectFolder)),
    ],
  };
}

const COUNTS = ["tests", "failures", "errors", "skipped"] as const;

function totals(suites: readonly XmlElement[]): Readonly<Record<string, number>> {
  const total = (count: string): number => suites.reduce((sum, { attributes }) => sum + Number(attributes[count]), 0);
  return Object.fromEntries(COUNTS.map((count) => [count, total(count)]));
}

/** Types and names of resources as people know them, and their URNs where two are alike. */
function distinctNames(urns: readonly string[]): readonly string[] {
  const texts = urns.map(resourceText);
  const counts = new Map<string, number>();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return texts.map((text, index) => (counts.get(text) === 1 ? text : oneLine(urns[index] ?? "")));
}

function testCase(findings: Case, name: string, projectFolder: string): XmlElement {
  const [{ rule, source }] = findings;
  return {
    name: "testcase",
    attributes: {
      name,
      classname: nameText(rule),
      ...(source === undefined
        ? {}
        : { file: nameText(repositoryPath(projectFolder, source.file).join("/")), line: source.line }),
    },
    children: outcome(findings),
  };
}

/** What a case shows, if it shows anything. */
function outcomeOf([{ result, level }]: Case): "failure" | "skipped" | "system-out" | undefined {
  switch (result) {
    case "fail":
      return level === "mandatory" ? "failure" : "system-out";
    case "undecided":
      return "skipped";
    case "exempt":
      return "system-out";
    default:
      return undefined;
  }
}

function outcome(findings: Case): readonly XmlElement[] {
  const [worst] = findings;
  const { level, severity } = worst;
  const message = messageText(worst);
  const text = findings
    .filter((finding) => finding.result !== "pass")
    .map(account)
    .join("\n");
  switch (outcomeOf(findings)) {
    case "failure":
      return [{ name: "failure", attributes: { message, type: `${level} ${severity}` }, text }];
    case "skipped":
      return [{ name: "skipped", attributes: { message: `undecided: ${message}` } }];
    case "system-out":
      return [{ name: "system-out", attributes: {}, text }];
    default:
      return [];
  }
}

function account(finding: Finding): string {
  const { result, level, urn, source } = finding;
  const what = messageText(finding);
  const where = source === undefined ? "" : ` (${sourceText(source)})`;
  return `${level === "advisory" && result === "fail" ? "advisory" : result}: ${resourceText(urn)}${where}: ${what}`;
}

function messageText(finding: Finding): string {
  return visible(cut(findingText(finding)));
}
