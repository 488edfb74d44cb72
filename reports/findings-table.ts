/** The findings as a table for a terminal. */
import Table from "cli-table3";
import type { createColors } from "picocolors";
import type { Finding } from "../gate/finding";
import { findingText, oneLine, resourceText, resultLabel, sourceText, visible } from "./text";
import { textWidth, wrap } from "./wrap";

export type Colors = ReturnType<typeof createColors>;

/** No borders: spaces separate the cells, and this file draws the lines between findings. */
const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
} as const;

const HEAD = ["Result", "Severity", "Rule and resource", "Finding"] as const;

/** Columns between cells. */
const BETWEEN = 2;

/** The share of the width left by the narrow columns that goes to the rule and resource. */
const NAMES_SHARE = 0.42;

/** The table's lines, without trailing spaces. */
export function findingsTable(findings: readonly Finding[], width: number, colors: Colors): readonly string[] {
  const rest = width - "UNDECIDED".length - "unspecified".length - BETWEEN * (HEAD.length - 1) - 1;
  const names = Math.min(Math.floor(rest * NAMES_SHARE), widestName(findings));
  const rows = findings.map((finding) => cellLines(finding, names, rest - names, colors));
  const [head = "", ...lines] = aligned([HEAD.map((title) => colors.bold(title)), ...rows.flat()]);
  const rule = "-".repeat(width);
  let shown = 0;
  return [head, ...rows.flatMap((row) => [rule, ...lines.slice(shown, (shown += row.length))])];
}

/** cli-table3 takes seconds for a cell with many lines, so each line is a separate row. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const style = { head: [], border: [], "padding-left": 0, "padding-right": BETWEEN - 1 };
  const table = new Table({ chars: NO_BORDERS, style });
  for (const row of rows) {
    table.push([...row]);
  }
  return table.toString().split("\n").map(withoutTrailingSpace);
}

function widestName(findings: readonly Finding[]): number {
  return findings.reduce((widest, { rule, urn }) => Math.max(widest, textWidth(rule), textWidth(resourceText(urn))), 0);
}

/** The cells of one finding, line by line. Texts are wrapped here, because cli-table3 would truncate long words. */
function cellLines(finding: Finding, names: number, text: number, colors: Colors): readonly (readonly string[])[] {
  const { severity, rule, urn, source } = finding;
  const place = sourceText(source);
  const cells = [
    [resultCell(finding, colors)],
    [severity],
    [...wrap(oneLine(rule), names).map((line) => painted(line, colors.bold)), ...wrap(resourceText(urn), names)],
    [
      ...wrap(visible(findingText(finding)), text),
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

function resultCell(finding: Finding, colors: Colors): string {
  const label = resultLabel(finding);
  switch (finding.result) {
    case "fail":
      return finding.level === "mandatory" ? colors.red(label) : colors.yellow(label);
    case "undecided":
      return colors.yellow(label);
    default:
      return colors.dim(label);
  }
}

/** A color code can end after the spaces that pad a cell. */
function withoutTrailingSpace(line: string): string {
  return line.replace(/\s+((?:\u001B\[\d+m)*)$/, "$1");
}
