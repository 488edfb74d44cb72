/** The report formats and where the reports are written. */
import { isatty } from "node:tty";
import { codeQualityReport } from "../reports/code-quality";
import { csvReport } from "../reports/csv";
import { jsonReport } from "../reports/json";
import { jsonText } from "../reports/json-text";
import { junitReport } from "../reports/junit";
import { markdownReport } from "../reports/markdown";
import type { VerdictReport } from "../reports/report";
import { sarifReport } from "../reports/sarif";
import { terminalReport, type TerminalOptions } from "../reports/terminal";
import { withholdSecrets } from "../pulumi/secrets";
import { print } from "./console";
import type { Outputs, ReportFolder } from "./report-folder";
import type { Subject } from "./subject";

/** The formats for standard output. */
export const FORMATS = ["terminal", "json", "markdown", "sarif", "junit", "code-quality", "csv"] as const;
export type Format = (typeof FORMATS)[number];

type FileReport = (report: VerdictReport) => string;

const REPORTS: Readonly<Record<Exclude<Format, "terminal">, { readonly file: string; readonly render: FileReport }>> = {
  json: { file: "findings.json", render: jsonReport },
  markdown: { file: "verdict.md", render: (report) => markdownReport(report) },
  sarif: { file: "findings.sarif", render: (report) => sarifReport(report) },
  junit: { file: "findings.junit.xml", render: junitReport },
  "code-quality": { file: "gl-code-quality-report.json", render: codeQualityReport },
  csv: { file: "controls.csv", render: csvReport },
};

/** The checked state, without its secrets, to look up what a finding is about. */
const STATE = "state.json";

/** The files of a command that checks. */
export function checkOutputs(command: string): Outputs {
  return {
    command,
    files: {
      [REPORTS.json.file]: "json",
      [REPORTS.markdown.file]: "markdown",
      [REPORTS.sarif.file]: "sarif",
      [REPORTS.junit.file]: "junit",
      [REPORTS["code-quality"].file]: "code-quality",
      [REPORTS.csv.file]: "csv",
      [STATE]: undefined,
    },
  };
}

/** Width of a report that is not shown on a terminal; most CI logs have this many columns. */
const PIPE_WIDTH = 120;

/** How standard output shows a report. */
function terminalOptions(reportsFolder: string, { tree = false, compact, quiet }: Shown): TerminalOptions {
  const length = quiet === true ? "quiet" : compact === true ? "compact" : "whole";
  return { ...terminalLook(), reportsFolder, wholeTree: tree, length };
}

/** How wide the standard output is, and whether it shows colors. */
export function terminalLook(): { readonly width: number; readonly color: boolean } {
  const { stdout } = process;
  // Despite its type, `isTTY` is absent, not false, if there is no terminal.
  const terminal = isatty(stdout.fd);
  const color = terminal && process.env["NO_COLOR"] === undefined;
  return { width: terminal ? stdout.columns : PIPE_WIDTH, color };
}

/** What is printed. */
export interface Shown {
  readonly format: Format;
  /** Whether the tree on a terminal draws every resource. @default false */
  readonly tree?: boolean;
  /** Whether a terminal shows a line of each finding. @default false */
  readonly compact?: boolean;
  /** Whether a terminal shows the verdict and what made it fail. @default false */
  readonly quiet?: boolean;
}

/**
 * Writes all reports and the state, and prints the report in the requested format.
 *
 * @throws UsageError or OutputError if they cannot be written
 */
export function publish(
  report: VerdictReport,
  { state, secretSettings }: Pick<Subject, "state" | "secretSettings">,
  shown: Shown,
  reports: ReportFolder,
): void {
  reports.write({
    ...Object.fromEntries(Object.values(REPORTS).map(({ file, render: text }) => [file, withLineEnd(text(report))])),
    [STATE]: jsonText(withholdSecrets(state, secretSettings)),
  });
  print(render(report, shown, reports.shown));
}

/** The report in the requested format, ending with a newline. */
function render(report: VerdictReport, shown: Shown, folder: string): string {
  return shown.format === "terminal"
    ? terminalReport(report, terminalOptions(folder, shown))
    : withLineEnd(REPORTS[shown.format].render(report));
}

function withLineEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
