/**
 * GitLab's report on code quality, which merge requests show beside the lines: an entry for each failed and undecided finding.
 *
 * Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import type { Finding, Severity } from "../gate/finding";
import { fingerprints } from "./fingerprints";
import { jsonText } from "./json-text";
import type { VerdictReport } from "./report";
import { PROJECT_FILE, repositoryPath } from "./repository-path";
import { notable } from "./summary";
import { findingText, nameText, oneLine, resourceText } from "./text";

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

export function codeQualityEntries({ evaluation, projectFolder = "" }: VerdictReport): readonly CodeQualityEntry[] {
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
  const entry: CodeQualityEntry = {
    description: oneLine(`${command} came to no result: ${reason}`),
    check_name: "came-to-a-result",
    fingerprint: `${command} came to no result`,
    severity: "blocker",
    location: { path: PROJECT_FILE, lines: { begin: 1 } },
  };
  return jsonText([entry]);
}

const MANDATORY_GRADES: Readonly<Record<Severity, Grade>> = {
  low: "minor",
  medium: "major",
  unspecified: "major",
  high: "critical",
  critical: "blocker",
};

/** What stops no deployment is never graded like what does. */
function gradeOf({ result, level, severity }: Finding): Grade {
  if (result === "undecided") {
    return "info";
  }
  return level === "advisory" ? "minor" : MANDATORY_GRADES[severity];
}
