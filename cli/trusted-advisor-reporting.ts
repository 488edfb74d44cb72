/** The formats of `baseline trusted-advisor`, and its files. */
import { trustedAdvisorCsv } from "../reports/trusted-advisor/csv";
import { trustedAdvisorJson } from "../reports/trusted-advisor/json";
import { trustedAdvisorMarkdown } from "../reports/trusted-advisor/markdown";
import type { TrustedAdvisorReport } from "../reports/trusted-advisor/report";
import { trustedAdvisorTerminal } from "../reports/trusted-advisor/terminal";
import { print } from "./console";
import type { Outputs, ReportFolder } from "./report-folder";
import { terminalLook } from "./reporting";

export const TRUSTED_ADVISOR_FORMATS = ["terminal", "json", "markdown", "csv"] as const;
export type TrustedAdvisorFormat = (typeof TRUSTED_ADVISOR_FORMATS)[number];

const REPORTS = {
  json: { file: "trusted-advisor.json", render: trustedAdvisorJson },
  markdown: { file: "trusted-advisor.md", render: trustedAdvisorMarkdown },
  csv: { file: "trusted-advisor.csv", render: trustedAdvisorCsv },
} as const;

/** The files of `baseline trusted-advisor`. */
export const TRUSTED_ADVISOR_OUTPUTS: Outputs = {
  command: "baseline trusted-advisor",
  files: { [REPORTS.json.file]: "json", [REPORTS.markdown.file]: "markdown", [REPORTS.csv.file]: "csv" },
};

/**
 * Writes every form of the report, and prints the requested one.
 *
 * @throws UsageError or OutputError if they cannot be written
 */
export function publishTrustedAdvisor(
  report: TrustedAdvisorReport,
  format: TrustedAdvisorFormat,
  reports: ReportFolder,
): void {
  reports.write(Object.fromEntries(Object.values(REPORTS).map(({ file, render }) => [file, render(report)])));
  print(
    format === "terminal"
      ? trustedAdvisorTerminal(report, { ...terminalLook(), reportsFolder: reports.shown })
      : REPORTS[format].render(report),
  );
}
