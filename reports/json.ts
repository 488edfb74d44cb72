/** The report for scripts: a single JSON document. */
import type { Finding, Evaluation, LeftOut, Opaque, Weakening } from "../gate/finding";
import { configRulesLeftOut, type RulesLeftOut } from "./config-rules-left-out";
import { fingerprints } from "./fingerprints";
import { jsonText } from "./json-text";
import type { Outcome, UsedConfiguration, VerdictReport, Verified } from "./report";
import { inOrder, type Summary, summarize } from "./summary";

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export interface JsonDocument {
  readonly summary: JsonSummary;
  /** Failures, undecided, exempt and passes, in this order. Not-applicable results are only counted. */
  readonly findings: readonly JsonFinding[];
}

export interface JsonFinding extends Finding {
  /** The same in every run, and the same as in the SARIF report, which has those that did not pass. */
  readonly fingerprint: string;
}

export interface JsonSummary extends Summary {
  readonly project: string;
  readonly stack: string;
  readonly account: VerdictReport["account"];
  readonly region: string;
  /** Only if the stack was compared with its account. */
  readonly verified?: Verified;
  readonly verdict: Outcome;
  readonly pack: Evaluation["pack"];
  /** Whatever configured the rules, limited them or exempted from them. */
  readonly configuration: readonly UsedConfiguration[];
  /** The rules that the configuration weakens, or sets otherwise than the pack does. */
  readonly weakened: readonly Weakening[];
  /** Only if the run was told not to ask some rules. */
  readonly leftOut?: LeftOut;
  /** Ids of rules that the organization wants a result of, and that came to none. */
  readonly missing: readonly string[];
  /** What could not be evaluated, and why. */
  readonly opaque: readonly Opaque[];
  /** The chosen AWS Config rules that a region does not have, because AWS Config lacks them there. */
  readonly configRulesLeftOut: readonly RulesLeftOut[];
  readonly elapsedSeconds: number;
}

export function jsonDocument(report: VerdictReport): JsonDocument {
  const { project, stack, account, region, verified, verdict, evaluation, resources, opaque, elapsedSeconds } = report;
  const fingerprint = fingerprints();
  return {
    summary: {
      project,
      stack,
      account,
      region,
      ...(verified === undefined ? {} : { verified }),
      verdict,
      ...summarize(report),
      pack: evaluation.pack,
      configuration: report.configuration ?? [],
      weakened: evaluation.weakened,
      ...(evaluation.leftOut === undefined ? {} : { leftOut: evaluation.leftOut }),
      missing: evaluation.missing ?? [],
      opaque,
      configRulesLeftOut: configRulesLeftOut(resources),
      elapsedSeconds,
    },
    findings: inOrder(evaluation.findings).map((finding) => ({ ...finding, fingerprint: fingerprint(finding) })),
  };
}

export function jsonReport(report: VerdictReport): string {
  return jsonText(jsonDocument(report));
}
