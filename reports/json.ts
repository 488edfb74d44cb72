/** The report for scripts: exactly one JSON document. */
import type { Finding, Judgement, Opaque } from "../gate/finding";
import type { Outcome, VerdictReport } from "./report";
import { inOrder, type Summary, summarize } from "./summary";

/** The form is a promise to scripts: members may be added, none changes its meaning. */
export interface JsonDocument {
  readonly summary: JsonSummary;
  /** Failures, undecided, exempt, passes. What is not applicable is only counted. */
  readonly findings: readonly Finding[];
}

export interface JsonSummary extends Summary {
  readonly project: string;
  readonly stack: string;
  readonly account: VerdictReport["account"];
  readonly region: string;
  readonly outcome: Outcome;
  readonly pack: Judgement["pack"];
  /** What could not be looked into, and why. */
  readonly opaque: readonly Opaque[];
  readonly elapsedSeconds: number;
}

export function jsonDocument(report: VerdictReport): JsonDocument {
  const { project, stack, account, region, outcome, judgement, opaque, elapsedSeconds } = report;
  return {
    summary: {
      project,
      stack,
      account,
      region,
      outcome,
      ...summarize(report),
      pack: judgement.pack,
      opaque,
      elapsedSeconds,
    },
    findings: inOrder(judgement.findings),
  };
}

export function jsonReport(report: VerdictReport): string {
  return `${JSON.stringify(jsonDocument(report), undefined, 2)}\n`;
}
