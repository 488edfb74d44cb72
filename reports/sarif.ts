/**
 * SARIF 2.1.0, for code scanning: one run, a result for each failure, undecided and exempt finding.
 *
 * Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html and
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import { createHash } from "node:crypto";
import type { Location, Log, Result, Run } from "sarif";
import type { EnforcementLevel, Finding, RuleInfo } from "../gate/finding";
import { urnParts } from "../state/stack-state";
import type { VerdictReport } from "./report";
import { descriptors } from "./sarif-rules";
import { notable, ruleById } from "./summary";

export interface SarifOptions {
  /** The project's folder, from the root of the repository, with forward slashes. @default "" (the root) */
  readonly projectFolder?: string;
}

/** The repository's root, by the name that viewers agree on. */
const ROOT = "%SRCROOT%";

/** Where a finding without a source is shown: GitHub refuses a result that has no place in a file. */
const PROJECT_FILE = "Pulumi.yaml";

export function sarifReport(report: VerdictReport, options: SarifOptions = {}): string {
  return `${JSON.stringify(sarifLog(report, options), undefined, 2)}\n`;
}

export function sarifLog(report: VerdictReport, options: SarifOptions = {}): Log {
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run(report, options)] };
}

function run({ project, stack, judgement, outcome }: VerdictReport, options: SarifOptions): Run {
  const { pack, rules, findings } = judgement;
  const known = ruleById(rules);
  const described = descriptors(rules, findings);
  const ruleIndex = new Map(described.map(({ id }, index) => [id, index]));
  const fingerprint = fingerprints();
  return {
    tool: { driver: { name: pack.name, ...(pack.version === "" ? {} : { version: pack.version }), rules: described } },
    // Two stacks of one repository would otherwise replace each other's results.
    automationDetails: { id: `${pack.name}/${project}/${stack}/` },
    invocations: [{ executionSuccessful: true, exitCode: outcome === "pass" ? 0 : 1 }],
    originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository" } } },
    columnKind: "utf16CodeUnits",
    results: notable(findings).map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      ...verdict(finding, known.get(finding.rule)),
      message: { text: messageText(finding) },
      locations: [location(finding, options.projectFolder ?? "")],
      partialFingerprints: { "ruleResourceProperty/v1": fingerprint(finding) },
      properties: { urn: finding.urn, verdict: finding.verdict, severity: finding.severity },
    })),
  };
}

const LEVELS: Readonly<Record<EnforcementLevel, "error" | "warning">> = { mandatory: "error", advisory: "warning" };

/** SARIF allows a level other than `none` only for kind `fail`; `open` is its word for "could not be decided". */
function verdict(finding: Finding, rule: RuleInfo | undefined): Pick<Result, "kind" | "level" | "suppressions"> {
  if (finding.verdict === "undecided") {
    return { kind: "open", level: "none" };
  }
  if (finding.verdict === "exempt") {
    // An exempt finding is advisory; how grave the accepted failure is, the rule says.
    const level = rule === undefined || rule.level === "disabled" ? finding.level : rule.level;
    const suppression = { kind: "external", status: "accepted", justification: finding.message } as const;
    return { kind: "fail", level: LEVELS[level], suppressions: [suppression] };
  }
  return { kind: "fail", level: LEVELS[finding.level] };
}

/** A viewer would make a link of `[text](address)`. */
function messageText({ property, message }: Finding): string {
  return (property === undefined ? message : `${property}: ${message}`).replaceAll("](", "\\](");
}

function location({ urn, source }: Finding, projectFolder: string): Location {
  const folder = projectFolder.split("/").filter((part) => part !== "" && part !== ".");
  const path = [...folder, ...(source?.file ?? PROJECT_FILE).split("/")];
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

/** Halves of surrogate pairs have no encoding. */
function uriSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD"));
}

/** What stays the same while lines move and messages are reworded; a repeated one is told apart by its number. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, urn, property = "" }) => {
    const hash = createHash("sha256")
      .update(JSON.stringify([rule, urn, property]))
      .digest("hex")
      .slice(0, 32);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  };
}
