/** What every report is made from. */
import type { Judgement, Opaque } from "../gate/finding";
import type { ResourceState } from "../state/stack-state";

/** `fail` when something mandatory fails. */
export type Outcome = "pass" | "fail";

/** A clause that a control answers. */
export interface ReportedClause {
  readonly framework: string;
  /** The framework's version: the same clause id may mean something else in the next one. */
  readonly version: string;
  readonly clause: string;
}

/** A control of the catalogue, and what the judgement means for it. */
export interface ReportedControl {
  readonly id: string;
  readonly title: string;
  readonly satisfied: boolean;
  /** Why it counts as satisfied or not, in a word or two, such as `satisfied` or `violated`. */
  readonly status: string;
  readonly clauses: readonly ReportedClause[];
  /** Ids of the rules that prevent its absence. */
  readonly rules: readonly string[];
  /** Names of the components that provision it. */
  readonly components: readonly string[];
  /** Identifiers of the AWS Config rules that detect drift. */
  readonly configRules: readonly string[];
  /** Metrics with an alarm, which detect as well. */
  readonly alarms: readonly string[];
  /** What its rules did not find in order, exemptions included; one text each. */
  readonly failures: readonly string[];
}

/** One stack judged once. */
export interface VerdictReport {
  readonly project: string;
  readonly stack: string;
  readonly account: {
    readonly id: string;
    /** The settings name no account, so that a made-up id stood in for it. */
    readonly standIn: boolean;
  };
  readonly region: string;
  readonly judgement: Judgement;
  /** The resources judged, in the order of the state. */
  readonly resources: readonly ResourceState[];
  /** What could not be looked into; each has an `undecided` finding as well. */
  readonly opaque: readonly Opaque[];
  readonly controls: readonly ReportedControl[];
  readonly outcome: Outcome;
  readonly elapsedSeconds: number;
}
