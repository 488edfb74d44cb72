/** The forms of the cost report, and its files. */
import { costCsvReport } from "../reports/cost-csv";
import { costJsonReport } from "../reports/cost-json";
import { costMarkdownReport } from "../reports/cost-markdown";
import type { CostReport } from "../reports/cost-report";
import { costTerminalReport } from "../reports/cost-terminal";
import { print } from "./console";
import type { Outputs, ReportFolder } from "./report-folder";
import { terminalLook } from "./reporting";

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

/** The files of `baseline cost`. */
export const COST_OUTPUTS: Outputs = {
  command: "baseline cost",
  files: { [REPORTS.json.file]: "json", [REPORTS.csv.file]: "csv", [REPORTS.markdown.file]: "markdown" },
};

/**
 * Writes every form of the report, and prints the requested one.
 *
 * @throws UsageError or OutputError if they cannot be written
 */
export function publishCost(report: CostReport, format: CostFormat, reports: ReportFolder): void {
  reports.write(Object.fromEntries(Object.values(REPORTS).map(({ file, render }) => [file, render(report)])));
  print(
    format === "terminal"
      ? costTerminalReport(report, { ...terminalLook(), reportsFolder: reports.shown })
      : REPORTS[format].render(report),
  );
}
