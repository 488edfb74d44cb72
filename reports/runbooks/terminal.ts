/** Answers of runbooks for a terminal: what was found first, as tables, with how to read it and what to do. */
import { createColors } from "picocolors";
import { alignedRows } from "../columns";
import { cut, oneLine } from "../text";
import { wrap } from "../wrap";
import {
  type AnsweredRunbook,
  categoryText,
  cellText,
  filesLine,
  leftOutText,
  outcomeLine,
  type RunReport,
  rowsFoundBy,
  rowsOf,
  stepText,
  windowText,
} from "./run-report";

export interface RunTerminalOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
  readonly reportsFolder: string;
}

type Colors = ReturnType<typeof createColors>;

const INDENT = "  ";
/** Of a runbook; the files have all. */
const SHOWN_ROWS = 20;
/** Where a row takes several lines. */
const SHOWN_BLOCKS = 5;
const LONGEST_CELL = 60;
const SHOWN_FILES = 10;

export function runTerminal(report: RunReport, options: RunTerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  const found = report.runbooks.filter(({ rows }) => rows.length > 0);
  const paint = rowsOf(report) === 0 ? colors.green : colors.yellow;
  const sections = [
    ...found.map((runbook) => runbookLines(runbook, width, colors)),
    [
      ...wrap(outcomeLine(report), width).map((line) => colors.bold(paint(line))),
      ...wrap(oneLine(`${report.engine}, ${report.source}, ${windowText(report)}: ${filesLine(report)}`), width),
      ...unreadableLines(report, width),
      ...(report.record === undefined ? [] : [`Record:  ${oneLine(report.record)}`]),
      `Reports: ${oneLine(options.reportsFolder)}`,
    ],
  ];
  return sections.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function runbookLines(runbook: AnsweredRunbook, width: number, colors: Colors): readonly string[] {
  const { id, severity, category, question, reading, response } = runbook;
  const [found, leftOut] = [rowsFoundBy(runbook), leftOutText(runbook)];
  const table = tableLines(runbook, width);
  return [
    `${colors.bold(severity.toUpperCase())}  ${colors.bold(id)}  ${colors.dim(categoryText(category))}`,
    ...indented(question, width),
    "",
    ...table.lines,
    ...(found > table.shown ? [`${INDENT}and ${found - table.shown} more`] : []),
    ...(leftOut === undefined ? [] : indented(leftOut, width)),
    "",
    ...indented(reading, width),
    ...response.flatMap((step, index) => indented(`${index + 1}. ${stepText(step)}`, width)),
  ];
}

/** Columns that hold nothing are left out; where a table is wider than the terminal, each row is a block. */
function tableLines(
  { columns, rows }: AnsweredRunbook,
  width: number,
): { readonly lines: readonly string[]; readonly shown: number } {
  const shown = rows.slice(0, SHOWN_ROWS);
  const filled = columns.filter((column) => shown.some((row) => cellText(row[column]) !== ""));
  const cells = shown.map((row) => filled.map((column) => cut(oneLine(cellText(row[column]), 400), LONGEST_CELL)));
  const table = alignedRows([filled.map((column) => column.toUpperCase()), ...cells]);
  if (table.every((line) => line.length + INDENT.length <= width)) {
    return { lines: table.map((line) => `${INDENT}${line}`), shown: shown.length };
  }
  const blocks = shown.slice(0, SHOWN_BLOCKS);
  const lines = blocks.flatMap((row, index) => [
    ...(index === 0 ? [] : [""]),
    ...alignedRows(
      filled
        .filter((column) => cellText(row[column]) !== "")
        .map((column) => [column, cut(oneLine(cellText(row[column]), 2000), Math.max(30, width - 24))]),
    ).map((line) => `${INDENT}${line}`),
  ]);
  return { lines, shown: blocks.length };
}

function unreadableLines({ files }: RunReport, width: number): readonly string[] {
  const more = files.unreadable.length - SHOWN_FILES;
  return [
    ...files.unreadable.slice(0, SHOWN_FILES).flatMap(({ path, reason }) => indented(`${path}: ${reason}`, width)),
    ...(more > 0 ? [`${INDENT}and ${more} more`] : []),
    ...files.unreadableLines
      .slice(0, SHOWN_FILES)
      .flatMap(({ path, lines }) => indented(`${path}: ${lines} lines are no records`, width)),
  ];
}

function indented(text: string, width: number): readonly string[] {
  return wrap(oneLine(text), width - INDENT.length).map((line) => `${INDENT}${line}`);
}
