/** The report formats and where the reports are written. */
import * as fs from "node:fs";
import * as path from "node:path";
import { isatty } from "node:tty";
import { csvReport } from "../reports/csv";
import { jsonReport } from "../reports/json";
import { junitReport } from "../reports/junit";
import { markdownReport } from "../reports/markdown";
import type { VerdictReport } from "../reports/report";
import { sarifReport } from "../reports/sarif";
import { terminalReport, type TerminalOptions } from "../reports/terminal";
import type { StackState } from "../pulumi/stack-state";
import { withholdSecrets } from "../pulumi/wire";
import { UsageError } from "./failure";

/** The formats for standard output. */
export const FORMATS = ["terminal", "json", "markdown", "sarif", "junit", "csv"] as const;
export type Format = (typeof FORMATS)[number];

type FileReport = (report: VerdictReport) => string;

const REPORTS: Readonly<Record<Exclude<Format, "terminal">, { readonly file: string; readonly render: FileReport }>> = {
  json: { file: "findings.json", render: jsonReport },
  markdown: { file: "verdict.md", render: (report) => markdownReport(report) },
  sarif: { file: "findings.sarif", render: (report) => sarifReport(report) },
  junit: { file: "findings.junit.xml", render: junitReport },
  csv: { file: "controls.csv", render: csvReport },
};

/** Width of a report that is not shown on a terminal; most CI logs have this many columns. */
const PIPE_WIDTH = 120;

/** The report in the requested format, ending with a newline. */
export function render(report: VerdictReport, format: Format, folder: string): string {
  if (format !== "terminal") {
    return withLineEnd(REPORTS[format].render(report));
  }
  return terminalReport(report, terminalOptions(folder));
}

/** How standard output shows a report. */
export function terminalOptions(reportsFolder: string): TerminalOptions {
  return { ...terminalLook(), reportsFolder };
}

/** How wide the standard output is, and whether it shows colors. */
export function terminalLook(): { readonly width: number; readonly color: boolean } {
  const { stdout } = process;
  // Despite its type, `isTTY` is absent, not false, if there is no terminal.
  const terminal = isatty(stdout.fd);
  const color = terminal && process.env["NO_COLOR"] === undefined;
  return { width: terminal ? stdout.columns : PIPE_WIDTH, color };
}

/** Writes all reports and the state. @throws UsageError if the folder cannot be written. */
export function writeReports(report: VerdictReport, state: StackState, folder: string): void {
  writeFiles(folder, [
    ...Object.values(REPORTS).map(({ file, render: renderFile }) => [file, withLineEnd(renderFile(report))] as const),
    ["state.json", `${JSON.stringify(withholdSecrets(state), undefined, 2)}\n`],
  ]);
}

/** @param files names and texts. @throws UsageError if the folder cannot be written. */
export function writeFiles(folder: string, files: readonly (readonly [name: string, text: string])[]): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) {
      fs.writeFileSync(path.join(folder, name), text);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The reports cannot be written to ${folder}: ${why}. Name another folder with --out.`);
  }
}

function withLineEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
