/** Answers of runbooks for a spreadsheet: the columns of all runbooks that found something side by side. */
import { csvLines } from "../csv";
import { cellText, type RunReport } from "./run-report";

export function runCsv({ runbooks }: RunReport): string {
  const columns = [...new Set(runbooks.flatMap(({ columns: of }) => of))];
  return csvLines([
    ["runbook", "category", "severity", ...columns],
    ...runbooks.flatMap(({ id, category, severity, rows }) =>
      rows.map((row) => [id, category, severity, ...columns.map((column) => cellText(row[column]))]),
    ),
  ]);
}
