/**
 * GitLab's report on code quality, which merge requests show beside the lines: an entry for each failed and undecided finding,
 * and one for whatever configured the rules, because the format has no other place for it.
 *
 * Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import { createHash } from "node:crypto";
import type { Finding, Severity } from "../gate/finding";
import { fingerprints } from "./fingerprints";
import { jsonText } from "./json-text";
import type { VerdictReport } from "./report";
import { PROJECT_FILE, repositoryPath } from "./repository-path";
import { configurationLines, notable, verdictLine, verifiedLine } from "./summary";
import { findingText, nameText, oneLine, resourceText, stopsDeployment } from "./text";

/** From the mildest on. */
type Grade = "info" | "minor" | "major" | "critical" | "blocker";

export interface CodeQualityEntry {
  readonly description: string;
  readonly check_name: string;
  /** An entry that another has as well is not shown. */
  readonly fingerprint: string;
  readonly severity: Grade;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

export function codeQualityReport(report: VerdictReport): string {
  return jsonText(codeQualityEntries(report));
}

export function codeQualityEntries(report: VerdictReport): readonly CodeQualityEntry[] {
  const path = projectPath(report);
  const read = verifiedLine(report);
  return [
    ...(report.verdict === "not-checked" ? [remark("blocker", "anything-checked", verdictLine(report), path)] : []),
    ...findingEntries(report),
    ...configurationLines(report).map((line) => remark("info", "configuration", line, path)),
    ...(read === undefined ? [] : [remark("info", "account", read, path)]),
  ];
}

function findingEntries({ evaluation, projectFolder = "" }: VerdictReport): readonly CodeQualityEntry[] {
  const fingerprint = fingerprints();
  return (
    notable(evaluation.findings)
      // Every report counts the same findings, so that their fingerprints are the same.
      .map((finding) => ({ finding, of: fingerprint(finding) }))
      .filter(({ finding: { result } }) => result !== "exempt")
      .map(({ finding, of }) => ({
        description: oneLine(`${resourceText(finding.urn)}: ${findingText(finding)}`),
        check_name: nameText(finding.rule),
        fingerprint: of,
        severity: gradeOf(finding),
        location: {
          path: nameText(repositoryPath(projectFolder, finding.source?.file ?? PROJECT_FILE).join("/")),
          lines: { begin: Math.max(1, finding.source?.line ?? 1) },
        },
      }))
  );
}

/** What a run that came to no result says: without an entry, GitLab would take the findings of the last run for mended. */
export function noCodeQuality(command: string, reason: string): string {
  return jsonText([remark("blocker", "came-to-a-result", `${command} came to no result: ${reason}`, PROJECT_FILE)]);
}

/** An entry that is about the whole, shown at the beginning of the project's file. */
function remark(severity: Grade, name: string, text: string, path: string): CodeQualityEntry {
  const description = oneLine(text);
  return {
    description,
    check_name: name,
    fingerprint: createHash("sha256").update(`${name} ${description}`).digest("hex"),
    severity,
    location: { path, lines: { begin: 1 } },
  };
}

function projectPath({ projectFolder = "" }: VerdictReport): string {
  return nameText(repositoryPath(projectFolder, PROJECT_FILE).join("/"));
}

const MANDATORY_GRADES: Readonly<Record<Severity, Grade>> = {
  low: "minor",
  medium: "major",
  unspecified: "major",
  high: "critical",
  critical: "blocker",
};

/** What stops no deployment is never graded like what does. */
function gradeOf(finding: Finding): Grade {
  if (finding.result === "undecided") {
    return "info";
  }
  return stopsDeployment(finding) ? MANDATORY_GRADES[finding.severity] : "minor";
}
