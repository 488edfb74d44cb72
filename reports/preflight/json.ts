/** The preflight report for scripts: a single JSON document. */
import type { Collision, Consequence, SettingValue, Undecided } from "../../account/collisions/collision";
import { jsonText } from "../json-text";
import { CONSEQUENCES, type PreflightOutcome, type PreflightReport, inOrder, outcomeOf } from "./report";

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export interface PreflightDocument {
  readonly summary: {
    readonly project: string;
    readonly stack: string;
    readonly account: string;
    readonly caller: string;
    readonly regions: readonly string[];
    readonly resources: number;
    readonly outcome: PreflightOutcome;
    readonly collisions: Readonly<Record<Consequence, number>>;
    readonly undecided: number;
    readonly calls: number;
    readonly elapsedSeconds: number;
  };
  /** The gravest first. */
  readonly collisions: readonly Collision[];
  readonly undecided: readonly Undecided[];
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly unset: readonly string[];
}

export function preflightDocument(report: PreflightReport): PreflightDocument {
  const { project, stack, account, caller, regions, resources, collisions, undecided, settings, unset, calls } = report;
  const counts = CONSEQUENCES.map(
    (consequence) => [consequence, collisions.filter((one) => one.consequence === consequence).length] as const,
  );
  return {
    summary: {
      project,
      stack,
      account,
      caller,
      regions,
      resources,
      outcome: outcomeOf(report),
      // One entry for each consequence, by the list of all of them.
      collisions: Object.fromEntries(counts) as Record<Consequence, number>,
      undecided: undecided.length,
      calls,
      elapsedSeconds: report.elapsedSeconds,
    },
    collisions: inOrder(collisions),
    undecided,
    settings,
    unset,
  };
}

export function preflightJson(report: PreflightReport): string {
  return jsonText(preflightDocument(report));
}
