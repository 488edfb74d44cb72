/** What the attacks on reports, outputs and secrets share. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { withReports } from "../../cli/endings";
import { type Outputs, ReportFolder } from "../../cli/report-folder";
import { withoutLogCommands } from "../../reports/log-commands";
import { codeQualityReport } from "../../reports/code-quality";
import { csvReport } from "../../reports/csv";
import { jsonReport } from "../../reports/json";
import { junitReport } from "../../reports/junit";
import { markdownReport } from "../../reports/markdown";
import type { VerdictReport } from "../../reports/report";
import { sarifReport } from "../../reports/sarif";
import { terminalReport } from "../../reports/terminal";
import { removeTemporaryFolders, temporaryFolder } from "../cli/command";
import { atEnd } from "../support/at-end";

atEnd(() => {
  removeTemporaryFolders();
  return Promise.resolve();
});

/** Two reports, and a file that is no report. */
export const OUTPUTS: Outputs = {
  command: "baseline check",
  files: { "findings.json": "json", "verdict.md": "markdown", "findings.sarif": "sarif", "state.json": undefined },
};

/** A report of another run, or of the attacker. */
export const STALE = "PASS: nothing mandatory fails";

/** A folder of a program, in which the reports are to be written. */
export function judgedFolder(): { readonly judged: string; readonly out: string; readonly elsewhere: string } {
  const judged = temporaryFolder();
  return { judged, out: path.join(judged, "baseline-report"), elsewhere: temporaryFolder() };
}

export function prepare(judged: string, out: string): ReportFolder {
  return ReportFolder.prepare(out, OUTPUTS, { judged, state: undefined });
}

/** A run that fails, after the program has done something. */
export async function failedRun(judged: string, out: string, program: () => void): Promise<void> {
  await assert.rejects(
    withReports(out, OUTPUTS, { judged, state: undefined }, () => {
      program();
      throw new Error("the run fails");
    }),
  );
}

/** The names in a folder with what they hold. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]),
  );
}

/** Each report of the folder says that nothing was checked, and nothing else is there. */
export function assertNotChecked(folder: string): void {
  const content = contentOf(folder);
  assert.deepEqual(Object.keys(content), ["findings.json", "findings.sarif", "verdict.md"]);
  assert.match(content["findings.json"] ?? "", /"verdict": "not-checked"/);
  assert.match(content["findings.sarif"] ?? "", /"executionSuccessful": false/);
  assert.match(content["verdict.md"] ?? "", /^## ⛔ NOT CHECKED/);
  assert.ok(!JSON.stringify(content).includes(STALE));
}

/** Every report as it is written or printed, by its format. */
export function rendered(report: VerdictReport, width = 120): Readonly<Record<string, string>> {
  return {
    terminal: withoutLogCommands(terminalReport(report, { width, color: false })),
    markdown: markdownReport(report),
    json: jsonReport(report),
    sarif: sarifReport(report),
    junit: junitReport(report),
    "code-quality": codeQualityReport(report),
    csv: csvReport(report),
  };
}
