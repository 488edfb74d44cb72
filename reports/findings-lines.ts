/** The findings a line each, for a terminal and for `grep`: what and where, without why. */
import type { Finding } from "../gate/finding";
import { alignedRows } from "./columns";
import { type Colors, resultCell } from "./findings-table";
import { fingerprints, shortFingerprints } from "./fingerprints";
import { inOrder } from "./summary";
import { nameText, resourceText, sourceText, stopsDeployment } from "./text";

/** A finding with the name by which `baseline explain` finds it. */
export interface NamedFinding {
  readonly finding: Finding;
  readonly name: string;
}

/** All findings in the order of reports, failures first. @param findings all of a run, by which their names are told apart */
export function namedFindings(findings: readonly Finding[]): readonly NamedFinding[] {
  const ordered = inOrder(findings);
  const names = shortFingerprints(ordered.map(fingerprints()));
  return ordered.map((finding, index) => ({ finding, name: names[index] ?? "" }));
}

/** What made a check fail: what stops the deployment, or else what could not be decided. */
export function decisive(findings: readonly NamedFinding[]): readonly NamedFinding[] {
  const stopping = findings.filter(({ finding }) => stopsDeployment(finding));
  return stopping.length > 0
    ? stopping
    : findings.filter(({ finding: { result, known = false } }) => result === "undecided" && !known);
}

/** Lines as wide as the names in them are, so that each finding is one. */
export function findingsLines(findings: readonly NamedFinding[], colors: Colors): readonly string[] {
  return alignedRows(
    findings.map(({ finding, name }) => [
      resultCell(finding, colors),
      finding.severity,
      colors.dim(name),
      colors.bold(nameText(finding.rule)),
      [resourceText(finding.urn), sourceText(finding.source)].filter((text) => text !== "").join("  "),
    ]),
  );
}
