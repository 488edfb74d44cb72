/** Answers of runbooks as Markdown, for a ticket. */
import { markdownCode, markdownRow, markdownText } from "../markdown-text";
import { cut } from "../text";
import {
  type AnsweredRunbook,
  categoryText,
  cellText,
  filesLine,
  leftOutText,
  outcomeLine,
  rowsFoundBy,
  type RunReport,
  stepText,
  windowText,
} from "./run-report";

/** Of a runbook; the CSV and the JSON have all. */
const SHOWN_ROWS = 100;
const LONGEST_CELL = 200;

export function runMarkdown(report: RunReport): string {
  const found = report.runbooks.filter(({ rows }) => rows.length > 0);
  return [
    `## ${markdownText(outcomeLine(report))}\n`,
    `${markdownText(`${report.engine}, ${report.source}, ${windowText(report)}, asked at ${report.at}`)}\n`,
    `${markdownText(filesLine(report))}\n`,
    ...report.files.unreadable.map(({ path, reason }) => `- ${markdownCode(path)}: ${markdownText(reason)}\n`),
    ...found.map(section),
  ].join("\n");
}

function section(runbook: AnsweredRunbook): string {
  const { id, category, severity, question, columns, rows, reading, response, keep } = runbook;
  const leftOut = leftOutText(runbook);
  const shown = rows.slice(0, SHOWN_ROWS);
  const more = rowsFoundBy(runbook) - shown.length;
  return [
    `### ${markdownText(question)}\n`,
    `${markdownCode(id)}, ${markdownText(categoryText(category).toLowerCase())}, ${severity}\n`,
    [
      markdownRow(columns.map(markdownText)),
      markdownRow(columns.map(() => "---")),
      ...shown.map((row) =>
        markdownRow(columns.map((column) => markdownText(cut(cellText(row[column]), LONGEST_CELL)))),
      ),
    ].join(""),
    ...(more > 0 ? [`and ${more} more rows\n`] : []),
    ...(leftOut === undefined ? [] : [`${markdownText(leftOut)}\n`]),
    `${markdownText(reading)}\n`,
    `${response.map((step, index) => `${index + 1}. ${markdownText(stepText(step))}`).join("\n")}\n`,
    `Keep: ${markdownText(keep.join("; "))}\n`,
  ].join("\n");
}
