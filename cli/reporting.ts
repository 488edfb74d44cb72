/** Which reports there are, and where they go. */
import * as fs from "node:fs";
import * as path from "node:path";
import { isatty } from "node:tty";
import { csvReport } from "../reports/csv";
import { jsonReport } from "../reports/json";
import { junitReport } from "../reports/junit";
import { markdownReport } from "../reports/markdown";
import type { VerdictReport } from "../reports/report";
import { sarifReport } from "../reports/sarif";
import { terminalReport } from "../reports/terminal";
import type { StackState } from "../state/stack-state";
import { withholdSecrets } from "../state/wire";
import { UsageError } from "./failure";

/** What standard output can be asked to be. */
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

/** Columns of a report that no terminal shows: those of most CI logs. */
const PIPE_WIDTH = 120;

/** The report in the format asked for, ending in a line end. */
export function render(report: VerdictReport, format: Format, folder: string): string {
  if (format !== "terminal") {
    return withLineEnd(REPORTS[format].render(report));
  }
  const { stdout } = process;
  // `isTTY` is absent, not false, where there is no terminal, whatever its declaration says.
  const terminal = isatty(stdout.fd);
  const colour = terminal && process.env["NO_COLOR"] === undefined;
  return terminalReport(report, { width: terminal ? stdout.columns : PIPE_WIDTH, colour, reportsFolder: folder });
}

/** Writes every report and the state. @throws UsageError when the folder cannot be written. */
export function writeReports(report: VerdictReport, state: StackState, folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    for (const { file, render: renderFile } of Object.values(REPORTS)) {
      fs.writeFileSync(path.join(folder, file), withLineEnd(renderFile(report)));
    }
    fs.writeFileSync(path.join(folder, "state.json"), `${JSON.stringify(withholdSecrets(state), undefined, 2)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The reports cannot be written to ${folder}: ${why}. Name another folder with --out.`);
  }
}

function withLineEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
