/** The data that all reports are made from. */
import type { Evaluation, Opaque } from "../gate/finding";
import type { ResourceState } from "../pulumi/stack-state";

/** `fail` if a mandatory rule fails; `not-checked` if nothing was judged. */
export type Outcome = "pass" | "fail" | "not-checked";

/** A clause that a control contributes to. */
export interface ReportedClause {
  readonly framework: string;
  /** The framework's version, because the same clause id can mean something else in another version. */
  readonly version: string;
  readonly clause: string;
}

/** A control in the catalog, with its result. */
export interface ReportedControl {
  readonly id: string;
  readonly title: string;
  readonly satisfied: boolean;
  /** Why it is satisfied or not, in a word or two, such as `satisfied` or `violated`. */
  readonly status: string;
  readonly clauses: readonly ReportedClause[];
  /** Ids of the rules that prevent its absence. */
  readonly rules: readonly string[];
  /** Names of the components that provision it. */
  readonly components: readonly string[];
  /** Identifiers of the AWS Config rules that detect drift. */
  readonly configRules: readonly string[];
  /** Metrics with an alarm that detects drift. */
  readonly alarms: readonly string[];
  /** Checks by which `baseline verify` detects drift. */
  readonly checks: readonly string[];
  /** The findings of its rules and checks that did not pass, including exemptions; one text each. */
  readonly failures: readonly string[];
}

/** A file that had a say in the result, or a preset. */
export interface UsedConfiguration {
  readonly kind:
    "organization policy" | "policy configuration" | "exemptions" | "known findings" | "answers" | "preset";
  /** A file as it was named, or as it was found in the program's folder; a preset by its name. */
  readonly path: string;
  /** SHA-256 of the file as it was read, in hexadecimal. @default - it is a preset */
  readonly sha256?: string;
  /** Whether it is a file of the judged folder, and what it was let do. @default - the operator named it */
  readonly ofProgram?: "trusted" | "may only raise levels";
}

/** Where something comes from that a run took. */
export interface Source {
  readonly what: "Program" | "State" | "Settings" | "Pack" | "Policy configuration" | "Exemptions";
  /** A path, relative to where the command runs or as the user wrote it, or `none`. */
  readonly from: string;
}

/** When and as whom an account was read. */
export interface Verified {
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** The caller's ARN. */
  readonly caller: string;
  /** The caller's account, 12 digits. */
  readonly accountId: string;
}

/** The result of checking one stack. */
export interface VerdictReport {
  readonly project: string;
  readonly stack: string;
  readonly account: {
    readonly id: string;
    /** Whether the settings name no account, so that a placeholder was used. */
    readonly placeholder: boolean;
  };
  readonly region: string;
  /** The project's folder, relative to the root of its repository, with forward slashes. @default - the root */
  readonly projectFolder?: string;
  /** Only if the stack was compared with its account. */
  readonly verified?: Verified;
  readonly evaluation: Evaluation;
  /** What the run took from where, besides what configured it. @default - nothing is told of it */
  readonly sources?: readonly Source[];
  /** Whatever configured the rules, limited them or exempted from them. @default - nothing did */
  readonly configuration?: readonly UsedConfiguration[];
  /** The checked resources, in the order of the state. */
  readonly resources: readonly ResourceState[];
  /** What could not be evaluated; each also has an `undecided` finding. */
  readonly opaque: readonly Opaque[];
  readonly controls: readonly ReportedControl[];
  readonly verdict: Outcome;
  readonly elapsedSeconds: number;
}
