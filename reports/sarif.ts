/**
 * SARIF 2.1.0, for code scanning: one run, with a result for each failed, undecided and exempt finding.
 *
 * Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html and
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import type { Location, Log, Result, Run } from "sarif";
import type { EnforcementLevel, Finding, RuleInfo } from "../gate/finding";
import { urnParts } from "../pulumi/stack-state";
import { fingerprints } from "./fingerprints";
import { jsonText } from "./json-text";
import type { Outcome, VerdictReport } from "./report";
import { PROJECT_FILE, repositoryPath } from "./repository-path";
import { descriptors } from "./sarif-rules";
import { configurationLines, notable, ruleById } from "./summary";
import { cut, findingText, oneLine, visible } from "./text";

/** The repository root, by the name that viewers use. */
const ROOT = "%SRCROOT%";

export function sarifReport(report: VerdictReport): string {
  return jsonText(sarifLog(report));
}

export function sarifLog(report: VerdictReport): Log {
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run(report)] };
}

function run(report: VerdictReport): Run {
  const { project, stack, evaluation, verdict, verified, projectFolder = "" } = report;
  const { pack, rules, findings, leftOut } = evaluation;
  const known = ruleById(rules);
  const described = descriptors(rules, findings);
  const ruleIndex = new Map(described.map(({ id }, index) => [id, index]));
  const fingerprint = fingerprints();
  return {
    tool: { driver: { name: pack.name, ...(pack.version === "" ? {} : { version: pack.version }), rules: described } },
    // Otherwise two stacks in one repository would replace each other's results, and a part of the rules would close those of the others.
    automationDetails: {
      id: `${pack.name}/${project}/${stack}/${leftOut === undefined ? "" : `${oneLine(leftOut.by)}/`}`,
    },
    invocations: [
      {
        executionSuccessful: verdict !== "not-checked",
        exitCode: EXIT_CODES[verdict],
        ...(verified === undefined
          ? {}
          : { endTimeUtc: verified.at, account: verified.caller, properties: { accountId: verified.accountId } }),
      },
    ],
    originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository" } } },
    columnKind: "utf16CodeUnits",
    properties: { configuration: configurationLines(report) },
    results: notable(findings).map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      ...kindAndLevel(finding, known.get(finding.rule)),
      message: { text: messageText(finding) },
      locations: [location(finding, projectFolder)],
      partialFingerprints: { "ruleResourceProperty/v1": fingerprint(finding) },
      properties: { urn: finding.urn, result: finding.result, severity: finding.severity },
    })),
  };
}

/** What the command ends with; the README has the table. */
const EXIT_CODES: Readonly<Record<Outcome, number>> = { pass: 0, fail: 1, "not-checked": 2 };

const LEVELS: Readonly<Record<EnforcementLevel, "error" | "warning">> = { mandatory: "error", advisory: "warning" };

/** SARIF allows levels other than `none` only for the kind `fail`. The kind `open` means "could not be decided". */
function kindAndLevel(finding: Finding, rule: RuleInfo | undefined): Pick<Result, "kind" | "level" | "suppressions"> {
  if (finding.result === "undecided") {
    return { kind: "open", level: "none" };
  }
  if (finding.result === "exempt") {
    // An exempt finding is advisory; the rule determines the level of the accepted failure.
    const level = rule === undefined || rule.level === "disabled" ? finding.level : rule.level;
    const suppression = { kind: "external", status: "accepted", justification: visible(cut(finding.message)) } as const;
    return { kind: "fail", level: LEVELS[level], suppressions: [suppression] };
  }
  if (finding.known === true) {
    const suppression = { kind: "external", status: "accepted", justification: "known before" } as const;
    return { kind: "fail", level: LEVELS[finding.level], suppressions: [suppression] };
  }
  return { kind: "fail", level: LEVELS[finding.level] };
}

/** Escapes `[text](address)`, which viewers would turn into a link. */
function messageText(finding: Finding): string {
  return visible(cut(findingText(finding))).replaceAll("](", "\\](");
}

function location({ urn, source }: Finding, projectFolder: string): Location {
  const path = repositoryPath(projectFolder, source?.file ?? PROJECT_FILE);
  return {
    physicalLocation: {
      artifactLocation: { uri: path.map(uriSegment).join("/"), uriBaseId: ROOT },
      ...(source === undefined
        ? {}
        : { region: { startLine: Math.max(1, source.line), startColumn: Math.max(1, source.column) } }),
    },
    logicalLocations: [{ name: urnParts(urn).name, fullyQualifiedName: urn, kind: "resource" }],
  };
}

/** Unpaired surrogates cannot be encoded. */
function uriSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD"));
}
