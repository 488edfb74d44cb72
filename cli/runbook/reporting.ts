/** The formats of `baseline runbook run`, and its files. */
import { runCsv } from "../../reports/runbooks/csv";
import { runJson } from "../../reports/runbooks/json";
import { runMarkdown } from "../../reports/runbooks/markdown";
import type { RunReport } from "../../reports/runbooks/run-report";
import { runTerminal } from "../../reports/runbooks/terminal";
import { print } from "../console";
import type { Outputs, ReportFolder } from "../report-folder";
import { terminalLook } from "../reporting";

export const RUN_FORMATS = ["terminal", "json", "markdown", "csv"] as const;
export type RunFormat = (typeof RUN_FORMATS)[number];

const REPORTS = {
  json: { file: "runbooks.json", render: runJson },
  markdown: { file: "runbooks.md", render: runMarkdown },
  csv: { file: "runbooks.csv", render: runCsv },
} as const;

/** The files of `baseline runbook run`. */
export const RUN_OUTPUTS: Outputs = {
  command: "baseline runbook run",
  files: { [REPORTS.json.file]: "json", [REPORTS.markdown.file]: "markdown", [REPORTS.csv.file]: "csv" },
};

/**
 * Writes every form of the report, and prints the requested one.
 *
 * @throws UsageError or OutputError if they cannot be written
 */
export function publishRun(report: RunReport, format: RunFormat, reports: ReportFolder): void {
  reports.write(Object.fromEntries(Object.values(REPORTS).map(({ file, render }) => [file, render(report)])));
  print(
    format === "terminal"
      ? runTerminal(report, { ...terminalLook(), reportsFolder: reports.shown })
      : REPORTS[format].render(report),
  );
}
