/** Answers of runbooks for scripts: a single JSON document. */
import type { Row } from "../../query/answer";
import { jsonText } from "../json-text";
import type { RunReport } from "./run-report";

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export interface RunDocument {
  readonly engine: string;
  readonly source: string;
  readonly at: string;
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly runbooks: readonly {
    readonly id: string;
    readonly category: string;
    readonly severity: string;
    readonly question: string;
    readonly controls: readonly string[];
    /** `null` where it was asked. */
    readonly notAsked: string | null;
    /** Each has `eventID`, the id of its record, or of one of those that it counts. */
    readonly rows: readonly Row[];
    /** How many rows there are beyond these. */
    readonly more: number;
  }[];
  readonly files: {
    readonly read: number;
    readonly unreadable: number;
    readonly unreadableLines: number;
    readonly passedOver: number;
  };
  readonly unreadableFiles: readonly { readonly path: string; readonly reason: string }[];
  readonly unreadableLines: readonly { readonly path: string; readonly lines: number }[];
  readonly record: string | null;
}

export function runDocument({ engine, source, at, window, runbooks, files, record }: RunReport): RunDocument {
  return {
    engine,
    source,
    at,
    window: window ?? null,
    runbooks: runbooks.map(({ id, category, severity, question, controls, notAsked, rows, more = 0 }) => ({
      id,
      category,
      severity,
      question,
      controls,
      notAsked: notAsked ?? null,
      rows,
      more,
    })),
    files: {
      read: files.read,
      unreadable: files.unreadable.length,
      unreadableLines: files.unreadableLines.reduce((sum, { lines }) => sum + lines, 0),
      passedOver: files.passedOver,
    },
    unreadableFiles: files.unreadable,
    unreadableLines: files.unreadableLines,
    record: record ?? null,
  };
}

export function runJson(report: RunReport): string {
  return jsonText(runDocument(report));
}
