/** `baseline exemptions list`, `check` and `expiring`: what stands in an exemptions file. */
import type { DescribedExemption, ExemptionsReport } from "../../reports/exemptions/exemption";
import { exemptionsJson, exemptionsText, statusCounts } from "../../reports/exemptions/list";
import { counted } from "../../reports/summary";
import { print } from "../console";
import { EXIT_FAIL, EXIT_PASS } from "../failure";
import { terminalLook } from "../reporting";
import { describedExemptions, doesNotApply, isExpiring, lastDay } from "./book";
import { type ExemptionsFileOptions, type Judge, judgeOf, readEntries, reportHead } from "./file";

export interface ExpiringOptions extends ExemptionsFileOptions {
  /** Days. */
  readonly within: number;
}

/**
 * @returns the exit code.
 * @throws UsageError where the file or the organization's policy cannot be read
 */
export function listExemptions(options: ExemptionsFileOptions): number {
  const { judge, all } = read(options);
  shown({ ...reportHead(options, judge), total: all.length, exemptions: all }, statusCounts(all), options);
  return EXIT_PASS;
}

/**
 * @returns the exit code: 1 if an entry does not apply.
 * @throws UsageError where the file or the organization's policy cannot be read
 */
export function checkExemptions(options: ExemptionsFileOptions): number {
  const { judge, all } = read(options);
  const exemptions = all.filter(doesNotApply);
  const counts = statusCounts(all);
  const conclusion = exemptions.length === 0 ? counts : `${counts}; correct, renew or remove what does not apply`;
  shown({ ...reportHead(options, judge), total: all.length, exemptions }, conclusion, options);
  return exemptions.length === 0 ? EXIT_PASS : EXIT_FAIL;
}

/**
 * @returns the exit code: 1 if an entry expires within so many days, has expired, or does not say when it does.
 * @throws UsageError where the file or the organization's policy cannot be read
 */
export function expiringExemptions(options: ExpiringOptions): number {
  const { judge, all } = read(options);
  const { within } = options;
  const exemptions = all.filter((exemption) => isExpiring(exemption, within));
  const until = lastDay(judge.today, within);
  const conclusion = `${counted(all.length, "exemption")}; expiring by ${until}, expired or without a day: ${exemptions.length}`;
  shown({ ...reportHead(options, judge), until, total: all.length, exemptions }, conclusion, options);
  return exemptions.length === 0 ? EXIT_PASS : EXIT_FAIL;
}

function read(options: ExemptionsFileOptions): { readonly judge: Judge; readonly all: readonly DescribedExemption[] } {
  const judge = judgeOf(options);
  const entries = readEntries(options.exemptions);
  return { judge, all: describedExemptions(entries, judge.rules, judge.today, judge.limits) };
}

function shown(report: ExemptionsReport, conclusion: string, { format }: ExemptionsFileOptions): void {
  print(format === "json" ? exemptionsJson(report) : exemptionsText(report, conclusion, terminalLook()));
}
