/** The formats of `baseline access-review`, and its files. */
import { accessReviewCsv } from "../reports/access-review/csv";
import { accessReviewJson } from "../reports/access-review/json";
import { accessReviewMarkdown } from "../reports/access-review/markdown";
import type { AccessReviewReport } from "../reports/access-review/report";
import { accessReviewTerminal } from "../reports/access-review/terminal";
import { print } from "./console";
import type { Outputs, ReportFolder } from "./report-folder";
import { terminalLook } from "./reporting";

export const ACCESS_REVIEW_FORMATS = ["terminal", "json", "markdown", "csv"] as const;
export type AccessReviewFormat = (typeof ACCESS_REVIEW_FORMATS)[number];

const REPORTS = {
  json: { file: "access-review.json", render: accessReviewJson },
  markdown: { file: "access-review.md", render: accessReviewMarkdown },
  csv: { file: "access-review.csv", render: accessReviewCsv },
} as const;

/** The files of `baseline access-review`. */
export const ACCESS_REVIEW_OUTPUTS: Outputs = {
  command: "baseline access-review",
  files: { [REPORTS.json.file]: "json", [REPORTS.markdown.file]: "markdown", [REPORTS.csv.file]: "csv" },
};

/**
 * Writes every form of the report, and prints the requested one.
 *
 * @throws UsageError or OutputError if they cannot be written
 */
export function publishAccessReview(
  report: AccessReviewReport,
  format: AccessReviewFormat,
  reports: ReportFolder,
): void {
  reports.write(Object.fromEntries(Object.values(REPORTS).map(({ file, render }) => [file, render(report)])));
  print(
    format === "terminal"
      ? accessReviewTerminal(report, { ...terminalLook(), reportsFolder: reports.shown })
      : REPORTS[format].render(report),
  );
}
