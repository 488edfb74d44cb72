/** The formats of `baseline preflight`, and its files. */
import { preflightJson } from "../reports/preflight/json";
import { preflightMarkdown } from "../reports/preflight/markdown";
import type { PreflightReport } from "../reports/preflight/report";
import { preflightTerminal } from "../reports/preflight/terminal";
import { print } from "./console";
import type { Outputs, ReportFolder } from "./report-folder";
import { terminalLook } from "./reporting";

export const PREFLIGHT_FORMATS = ["terminal", "json", "markdown"] as const;
export type PreflightFormat = (typeof PREFLIGHT_FORMATS)[number];

const REPORTS = {
  json: { file: "preflight.json", render: preflightJson },
  markdown: { file: "preflight.md", render: preflightMarkdown },
} as const;

/** The files of `baseline preflight`. */
export const PREFLIGHT_OUTPUTS: Outputs = {
  command: "baseline preflight",
  files: { [REPORTS.json.file]: "json", [REPORTS.markdown.file]: "markdown" },
};

/**
 * Writes every form of the report, and prints the requested one.
 *
 * @throws UsageError or OutputError if they cannot be written
 */
export function publishPreflight(report: PreflightReport, format: PreflightFormat, reports: ReportFolder): void {
  reports.write(Object.fromEntries(Object.values(REPORTS).map(({ file, render }) => [file, render(report)])));
  print(
    format === "terminal"
      ? preflightTerminal(report, { ...terminalLook(), reportsFolder: reports.shown })
      : REPORTS[format].render(report),
  );
}
