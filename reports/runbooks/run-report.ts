/** What runbooks answered, with the words that every form of the report shares. */
import type { Row } from "../../query/answer";
import type { Unreadable } from "../../query/files/log-file";
import { CATEGORIES, type Category, type Severity, type Step, TEAMS } from "../../runbooks/runbook";
import { counted } from "../summary";

/** A runbook that was run. */
export interface AnsweredRunbook {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly question: string;
  readonly controls: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Rows beyond these, of which there is only the number. @default 0 */
  readonly more?: number;
  readonly reading: string;
  readonly response: readonly Step[];
  readonly keep: readonly string[];
  /** Why it could not be asked: what it reads is not there. @default - it was asked */
  readonly notAsked?: string | undefined;
}

export interface RunReport {
  readonly engine: string;
  /** What was asked: a folder, or an account. */
  readonly source: string;
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly window: { readonly from: string; readonly to: string } | undefined;
  readonly runbooks: readonly AnsweredRunbook[];
  readonly files: {
    readonly read: number;
    readonly unreadable: readonly Unreadable[];
    readonly unreadableLines: readonly { readonly path: string; readonly lines: number }[];
    readonly passedOver: number;
  };
  /** Where the evidence record of the run is. @default - none was kept */
  readonly record?: string | undefined;
}

export function rowsOf({ runbooks }: RunReport): number {
  return runbooks.reduce((sum, runbook) => sum + rowsFoundBy(runbook), 0);
}

/** The rows that a runbook found, whether they are at hand or were only counted. */
export function rowsFoundBy({ rows, more = 0 }: Pick<AnsweredRunbook, "rows" | "more">): number {
  return rows.length + more;
}

/** What to do about rows that were only counted. */
export function leftOutText({ id, rows, more = 0 }: AnsweredRunbook): string | undefined {
  return more === 0
    ? undefined
    : `The first ${rows.length} rows of ${id} are kept, and ${more} more were only counted: ask of a shorter time, or keep more with --most-rows.`;
}

/** The outcome in one line. */
export function outcomeLine(report: RunReport): string {
  const asked = report.runbooks.filter(({ notAsked }) => notAsked === undefined);
  const found = asked.filter(({ rows }) => rows.length > 0);
  const left = report.runbooks.length - asked.length;
  return [
    found.length === 0
      ? `NOTHING FOUND: ${counted(asked.length, "runbook")} asked`
      : `FOUND: ${counted(rowsOf(report), "row")} by ${found.length} of ${counted(asked.length, "runbook")}`,
    ...(left === 0 ? [] : [`${left} not asked, for want of logs`]),
  ].join("; ");
}

/** What was read, and what was not. */
export function filesLine({ files }: RunReport): string {
  const lines = files.unreadableLines.reduce((sum, { lines: count }) => sum + count, 0);
  return [
    `${counted(files.read, "file")} read`,
    `${files.unreadable.length} unreadable`,
    ...(lines === 0 ? [] : [`${counted(lines, "line")} unreadable in others`]),
    ...(files.passedOver === 0 ? [] : [`${files.passedOver} no logs`]),
  ].join(", ");
}

export function windowText({ window }: RunReport): string {
  return window === undefined ? "all times" : `from ${window.from} to ${window.to}`;
}

export function categoryText(category: Category): string {
  return CATEGORIES[category];
}

export function stepText({ who, does }: Step): string {
  return `${TEAMS[who]}: ${does}`;
}

/** A value on its way into a cell. */
export function cellText(value: Row[string] | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
