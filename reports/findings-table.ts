/** The findings as a table for a terminal. */
import Table from "cli-table3";
import type { createColors } from "picocolors";
import type { Finding } from "../gate/finding";
import { oneLine, resourceText, sourceText, visible } from "./text";
import { textWidth, wrap } from "./wrap";

export type Colours = ReturnType<typeof createColors>;

/** Cells are kept apart by spaces alone; the rules between the findings are drawn here. */
const NO_RULES = {
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

const HEAD = ["Verdict", "Severity", "Rule and resource", "Finding"] as const;

/** Columns between the cells. */
const BETWEEN = 2;

/** The rule and the resource get this share of what the narrow columns leave. */
const NAMES_SHARE = 0.42;

/** The table's lines, none with a space at its end. */
export function findingsTable(findings: readonly Finding[], width: number, colours: Colours): readonly string[] {
  const rest = width - "mandatory".length - "unspecified".length - BETWEEN * (HEAD.length - 1) - 1;
  const names = Math.min(Math.floor(rest * NAMES_SHARE), widestName(findings));
  const rows = findings.map((finding) => cellLines(finding, names, rest - names, colours));
  const [head = "", ...lines] = aligned([HEAD.map((title) => colours.bold(title)), ...rows.flat()]);
  const rule = "-".repeat(width);
  let shown = 0;
  return [head, ...rows.flatMap((row) => [rule, ...lines.slice(shown, (shown += row.length))])];
}

/** cli-table3 takes seconds for a cell of many lines, so it is given each line as a row of its own. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const style = { head: [], border: [], "padding-left": 0, "padding-right": BETWEEN - 1 };
  const table = new Table({ chars: NO_RULES, style });
  for (const row of rows) {
    table.push([...row]);
  }
  return table.toString().split("\n").map(withoutTrailingSpace);
}

function widestName(findings: readonly Finding[]): number {
  return findings.reduce((widest, { rule, urn }) => Math.max(widest, textWidth(rule), textWidth(resourceText(urn))), 0);
}

/** The cells of one finding, line by line. Texts are wrapped here: cli-table3 would cut a long word. */
function cellLines(finding: Finding, names: number, text: number, colours: Colours): readonly (readonly string[])[] {
  const { severity, rule, urn, property, message, source } = finding;
  const place = sourceText(source);
  const cells = [
    verdictLines(finding, colours),
    [severity],
    [...wrap(oneLine(rule), names).map((line) => painted(line, colours.bold)), ...wrap(resourceText(urn), names)],
    [
      ...wrap(visible(property === undefined ? message : `${property}: ${message}`), text),
      ...(place === "" ? [] : wrap(place, text).map((line) => painted(line, colours.cyan))),
    ],
  ];
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => cells.map((lines) => lines[index] ?? ""));
}

/** An empty line stays empty, so that the spaces after it can be taken away. */
function painted(line: string, paint: (text: string) => string): string {
  return line === "" ? "" : paint(line);
}

function verdictLines({ verdict, level }: Finding, colours: Colours): readonly string[] {
  switch (verdict) {
    case "fail":
      return level === "mandatory"
        ? [colours.red("FAIL"), colours.red("mandatory")]
        : [colours.yellow("fail"), "advisory"];
    case "undecided":
      return [colours.yellow(verdict)];
    default:
      return [colours.dim(verdict)];
  }
}

/** A colour may end after the spaces that fill a cell. */
function withoutTrailingSpace(line: string): string {
  return line.replace(/\s+((?:\u001B\[\d+m)*)$/, "$1");
}
