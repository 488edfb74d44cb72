/** The forms of the cost report and where they are written. */
import { costCsvReport } from "../reports/cost-csv";
import { costJsonReport } from "../reports/cost-json";
import { costMarkdownReport } from "../reports/cost-markdown";
import type { CostReport } from "../reports/cost-report";
import { costTerminalReport } from "../reports/cost-terminal";
import { terminalOptions, writeFiles } from "./reporting";

/** The formats for standard output. */
export const COST_FORMATS = ["terminal", "json", "csv", "markdown"] as const;
export type CostFormat = (typeof COST_FORMATS)[number];

const REPORTS: Readonly<
  Record<Exclude<CostFormat, "terminal">, { readonly file: string; readonly render: (report: CostReport) => string }>
> = {
  json: { file: "cost.json", render: costJsonReport },
  csv: { file: "cost.csv", render: costCsvReport },
  markdown: { file: "cost.md", render: costMarkdownReport },
};

/** The report in the requested format, ending with a newline. */
export function renderCost(report: CostReport, format: CostFormat, folder: string): string {
  return format === "terminal" ? costTerminalReport(report, terminalOptions(folder)) : REPORTS[format].render(report);
}

/** Writes every form of the report. @throws UsageError if the folder cannot be written. */
export function writeCostReports(report: CostReport, folder: string): void {
  writeFiles(
    folder,
    Object.values(REPORTS).map(({ file, render }) => [file, render(report)]),
  );
}
