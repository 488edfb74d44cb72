/**
 * The form of a control: a closed loop from a framework's clause to the component that implements it, the policy that
 * prevents its absence, the rule or alarm that detects drift, the response and the evidence.
 *
 * Components and policies are imported as types only, so that reading the catalog loads neither the components nor the
 * pack.
 */
import { type DeliveryFailureMetric } from "../facts/bedrock/delivery-metrics";
import type { ComponentResource } from "@pulumi/pulumi";

import type * as Components from "../components/index";

import type { CheckId } from "../account/checks";
import type { ManagedRuleId } from "../facts/config/managed-rules";
import type { RunbookId } from "../runbooks/catalogue";
import type { RuleId } from "../policies/catalogue";
import type { Clauses } from "./frameworks";
import type { TamperEvent } from "../facts/cloudtrail/tamper-events";

export type NonEmpty<T> = readonly [T, ...T[]];

/** The domains of the catalog, in display order. */
export const DOMAINS = {
  TRAIL: "The audit trail",
  INVOKE: "Model invocation logs",
  LOG: "Log groups",
  KEY: "Encryption keys",
  STORE: "Evidence buckets",
  ACCESS: "Access",
  ACCOUNT: "Settings of the account",
  ALERT: "Notifications and alarms",
  BACKUP: "Backups",
  DETECT: "Threats and exposure",
  MODEL: "Models and agents",
  CONFIG: "Configuration history",
  CLUSTER: "Kubernetes clusters",
  QUERY: "Queries on evidence",
  LINEAGE: "Lineage of models",
  RESPOND: "Responses to findings",
  ORG: "The organization",
} as const;

export type Domain = keyof typeof DOMAINS;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Domain and number, such as `TRAIL-03`. Ids are permanent: the id of a withdrawn control is never reused. */
export type ControlId = `${Domain}-${Digit}${Digit}`;

/** The exported classes that extend ComponentResource, by name. */
export type ComponentName = {
  [Name in keyof typeof Components]: (typeof Components)[Name] extends abstract new (
    ...args: never
  ) => ComponentResource
    ? Name
    : never;
}[keyof typeof Components];

/** States that something is absent, and why. An absence always needs a reason. */
export interface None {
  readonly none: string;
}

/** The kinds of evidence, and where to find each. */
export const EVIDENCE = {
  findings: "The findings of a gate run: one result for each rule and resource, in every report of the run.",
  "declared-state": "The affected resources as the program declares them, in the state file of a gate run.",
  "config-compliance": "The compliance history that AWS Config keeps in the account; the gate does not read it.",
  "live-state": "The resources as they stand in the account, in every report of a run of `baseline verify`.",
  "alarm-history": "The alarm history that CloudWatch keeps in the account; the gate does not read it.",
} as const;

export type EvidenceKind = keyof typeof EVIDENCE;

/** What detects that a control was broken after deployment: always at work, or whenever `baseline verify` runs. */
export interface Detection {
  /** Managed rules of AWS Config that `ConfigRules` creates by default in regions that support them. */
  readonly configRules?: NonEmpty<ManagedRuleId>;
  /** Metrics for which `InvocationLogging` creates an alarm. */
  readonly alarms?: NonEmpty<DeliveryFailureMetric>;
  /** Checks by which `baseline verify` compares the account with what is declared. */
  readonly checks?: NonEmpty<CheckId>;
}

/** A detection that is not empty. */
export type Detects = Detection & { [Way in keyof Detection]-?: Required<Pick<Detection, Way>> }[keyof Detection];

/** A control must prevent or detect; one that does neither does not compile. */
export type Enforcement =
  | { readonly prevents: NonEmpty<RuleId>; readonly detects?: Detects }
  | { readonly prevents?: undefined; readonly detects: Detects };

/** At least one framework. */
export type CitedClauses = { [Id in keyof Clauses]-?: Clauses & Required<Pick<Clauses, Id>> }[keyof Clauses];

interface Description<Id extends ControlId> {
  readonly id: Id;
  readonly title: string;
  /** What the control achieves, for a reader who does not know AWS. */
  readonly objective: string;
  /** The components that set it up by default. */
  readonly provisions: NonEmpty<ComponentName> | None;
  /**
   * API calls that undo the control. The trail records each call, so it can be found afterwards, and `GovernanceEvents`
   * alerts on it, whether or not what it undid is the baseline's. So the calls do not count as detection.
   */
  readonly traces: readonly TamperEvent[];
  /** The runbooks that ask whether it was undone, and say what to do: the one to begin with is the first. */
  readonly responds: NonEmpty<RunbookId>;
  /** Clauses to which the control contributes. It does not claim to meet any of them alone. */
  readonly clauses: CitedClauses;
  /** What the control does not show; at least one item. */
  readonly limits: NonEmpty<string>;
}

/** A control as it is written. */
export type ControlDeclaration<Id extends ControlId = ControlId> = Description<Id> & Enforcement;

/** A control as it is read: nothing is optional. */
export interface Control<Id extends ControlId = ControlId> extends Omit<Description<Id>, "clauses"> {
  readonly domain: Domain;
  readonly prevents: readonly RuleId[];
  readonly detects: { readonly [Way in keyof Detection]-?: readonly NonNullable<Detection[Way]>[number][] };
  /** Derived from how the control is enforced. */
  readonly proves: NonEmpty<EvidenceKind>;
  readonly clauses: Clauses;
}

/** Declares a control. */
export function control<const Id extends ControlId>(declaration: ControlDeclaration<Id>): Control<Id> {
  const { configRules = [], alarms = [], checks = [] } = declaration.detects ?? {};
  const prevents = declaration.prevents ?? [];
  return {
    ...declaration,
    domain: domainOf(declaration.id),
    prevents,
    detects: { configRules, alarms, checks },
    proves: [
      "declared-state",
      ...(prevents.length > 0 ? (["findings"] as const) : []),
      ...(configRules.length > 0 ? (["config-compliance"] as const) : []),
      ...(checks.length > 0 ? (["live-state"] as const) : []),
      ...(alarms.length > 0 ? (["alarm-history"] as const) : []),
    ],
  };
}

function domainOf(id: ControlId): Domain {
  // By its type, a ControlId starts with a Domain; String.split loses that.
  return id.split("-")[0] as Domain;
}
