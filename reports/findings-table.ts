/** The findings as a table for a terminal. */
import type { createColors } from "picocolors";
import type { Finding } from "../gate/finding";
import { alignedRows, BETWEEN } from "./columns";
import { cut, findingText, nameText, resourceText, resultLabel, sourceText, stopsDeployment, visible } from "./text";
import { textWidth, wrap } from "./wrap";

export type Colors = ReturnType<typeof createColors>;

const HEAD = ["Result", "Severity", "Rule and resource", "Finding"] as const;

/** The share of the width left by the narrow columns that goes to the rule and resource. */
const NAMES_SHARE = 0.42;

/** The table's lines, without trailing spaces. */
export function findingsTable(findings: readonly Finding[], width: number, colors: Colors): readonly string[] {
  const rest = width - "UNDECIDED".length - "unspecified".length - BETWEEN * (HEAD.length - 1) - 1;
  const names = Math.min(Math.floor(rest * NAMES_SHARE), widestName(findings));
  const rows = findings.map((finding) => cellLines(finding, names, rest - names, colors));
  const [head = "", ...lines] = alignedRows([HEAD.map((title) => colors.bold(title)), ...rows.flat()]);
  const rule = "-".repeat(width);
  let shown = 0;
  return [head, ...rows.flatMap((row) => [rule, ...lines.slice(shown, (shown += row.length))])];
}

function widestName(findings: readonly Finding[]): number {
  return findings.reduce(
    (widest, { rule, urn }) => Math.max(widest, textWidth(nameText(rule)), textWidth(resourceText(urn))),
    0,
  );
}

/** The cells of one finding, line by line. Texts are wrapped here, because cli-table3 would truncate long words. */
function cellLines(finding: Finding, names: number, text: number, colors: Colors): readonly (readonly string[])[] {
  const { severity, rule, urn, source } = finding;
  const place = sourceText(source);
  const cells = [
    [resultCell(finding, colors)],
    [severity],
    [...wrap(nameText(rule), names).map((line) => painted(line, colors.bold)), ...wrap(resourceText(urn), names)],
    [
      ...wrap(visible(cut(findingText(finding))), text),
      ...(place === "" ? [] : wrap(place, text).map((line) => painted(line, colors.cyan))),
    ],
  ];
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => cells.map((lines) => lines[index] ?? ""));
}

/** An empty line stays empty, so that the trailing spaces can be removed. */
function painted(line: string, paint: (text: string) => string): string {
  return line === "" ? "" : paint(line);
}

/** How a result is shown. */
export function resultCell(finding: Finding, colors: Colors): string {
  const label = resultLabel(finding);
  switch (finding.result) {
    case "fail":
      return stopsDeployment(finding) ? colors.red(label) : colors.yellow(label);
    case "undecided":
      return colors.yellow(label);
    default:
      return colors.dim(label);
  }
}
