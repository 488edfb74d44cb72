/** The formats of `baseline preflight`, and where its reports are written. */
import * as fs from "node:fs";
import * as path from "node:path";
import { preflightJson } from "../reports/preflight/json";
import { preflightMarkdown } from "../reports/preflight/markdown";
import type { PreflightReport } from "../reports/preflight/report";
import { preflightTerminal } from "../reports/preflight/terminal";
import { UsageError } from "./failure";
import { terminalLook } from "./reporting";

export const PREFLIGHT_FORMATS = ["terminal", "json", "markdown"] as const;
export type PreflightFormat = (typeof PREFLIGHT_FORMATS)[number];

const REPORTS = {
  json: { file: "preflight.json", render: preflightJson },
  markdown: { file: "preflight.md", render: preflightMarkdown },
} as const;

export function renderPreflight(report: PreflightReport, format: PreflightFormat, folder: string): string {
  return format === "terminal"
    ? preflightTerminal(report, { ...terminalLook(), reportsFolder: folder })
    : REPORTS[format].render(report);
}

/** @throws UsageError if the folder cannot be written. */
export function writePreflight(report: PreflightReport, folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    for (const { file, render } of Object.values(REPORTS)) {
      fs.writeFileSync(path.join(folder, file), render(report));
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The reports cannot be written to ${folder}: ${why}. Name another folder with --out.`);
  }
}
