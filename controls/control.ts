/**
 * The form of a control: a closed loop from a framework's clause to the component that provides for it, the policy that
 * prevents its absence, the rule or alarm that detects drift, the response and the evidence.
 *
 * Other rooms are named by type only: whoever reads the catalogue loads neither the components nor the pack.
 */
import type { ComponentResource } from "@pulumi/pulumi";

import type * as Components from "../components";
import type { DeliveryFailureMetric } from "../components/content-modes";
import type { ManagedRuleId } from "../components/managed-rules";
import type { RuleId } from "../policies/catalogue";
import type { Clauses } from "./frameworks";
import type { TamperEvent } from "./tamper-events";

export type NonEmpty<T> = readonly [T, ...T[]];

/** The subjects of the catalogue, in the order in which readers meet them. */
export const DOMAINS = {
  TRAIL: "The audit trail",
  INVOKE: "Logs of model invocations",
  LOG: "Log groups",
  KEY: "Encryption keys",
  STORE: "Evidence buckets",
  ACCESS: "Access",
  ALERT: "Notices and alarms",
  MODEL: "Models and agents",
  CONFIG: "Configuration history",
  CLUSTER: "Kubernetes clusters",
} as const;

export type Domain = keyof typeof DOMAINS;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Domain and number, such as `TRAIL-03`. An id is for ever: that of a withdrawn control is never given to another. */
export type ControlId = `${Domain}-${Digit}${Digit}`;

/** The exported classes that extend ComponentResource, by name. */
export type ComponentName = {
  [Name in keyof typeof Components]: (typeof Components)[Name] extends abstract new (
    ...args: never
  ) => ComponentResource
    ? Name
    : never;
}[keyof typeof Components];

/** Nothing is there, and why; an absence without a reason is not allowed. */
export interface None {
  readonly none: string;
}

/** Ids of runbooks. There are none yet, so every control has to say that nothing responds but people. */
export type RunbookId = never;

/** The kinds of evidence, and where each is found. */
export const EVIDENCE = {
  findings: "The findings of a gate run: one verdict for each rule and resource, in every report that a run writes.",
  "declared-state": "The resources concerned as the program declares them, in the state file of a gate run.",
  "config-compliance": "The compliance history that AWS Config keeps in the account; no gate run reads it.",
  "alarm-history": "The history that CloudWatch keeps of the alarm in the account; no gate run reads it.",
} as const;

export type EvidenceKind = keyof typeof EVIDENCE;

/** What notices that a control was broken after deployment. */
export interface Detection {
  /** Managed rules of AWS Config that `ConfigRules` creates by default, where a region has them. */
  readonly configRules?: NonEmpty<ManagedRuleId>;
  /** Metrics on which `InvocationLogging` sets an alarm. */
  readonly alarms?: NonEmpty<DeliveryFailureMetric>;
}

/** A detection that holds something. */
export type Detects = Detection & (Required<Pick<Detection, "configRules">> | Required<Pick<Detection, "alarms">>);

/** Something must prevent or detect; a control that does neither does not compile. */
export type Enforcement =
  | { readonly prevents: NonEmpty<RuleId>; readonly detects?: Detects }
  | { readonly prevents?: undefined; readonly detects: Detects };

/** At least one framework. */
export type CitedClauses = { [Id in keyof Clauses]-?: Clauses & Required<Pick<Clauses, Id>> }[keyof Clauses];

interface Description<Id extends ControlId> {
  readonly id: Id;
  readonly title: string;
  /** What is achieved, for a reader who does not know AWS. */
  readonly objective: string;
  /** The components that set it up by default. */
  readonly provisions: NonEmpty<ComponentName> | None;
  /**
   * API calls that undo the control. The trail records each, so that it can be found afterwards; nothing alerts on them yet,
   * so they do not count as detection.
   */
  readonly traces: readonly TamperEvent[];
  readonly responds: { readonly runbook: RunbookId } | None;
  /** Clauses to which the control contributes; none is claimed to be met by it alone. */
  readonly clauses: CitedClauses;
  /** What the control does not show, at least one thing. */
  readonly limits: NonEmpty<string>;
}

/** A control as its author writes it. */
export type ControlDeclaration<Id extends ControlId = ControlId> = Description<Id> & Enforcement;

/** A control as its readers see it: nothing optional. */
export interface Control<Id extends ControlId = ControlId> extends Omit<Description<Id>, "clauses"> {
  readonly domain: Domain;
  readonly prevents: readonly RuleId[];
  readonly detects: { readonly [Way in keyof Detection]-?: readonly NonNullable<Detection[Way]>[number][] };
  /** Follows from how the control is enforced. */
  readonly proves: NonEmpty<EvidenceKind>;
  readonly clauses: Clauses;
}

/** Declares a control. */
export function control<const Id extends ControlId>(declaration: ControlDeclaration<Id>): Control<Id> {
  const { configRules = [], alarms = [] } = declaration.detects ?? {};
  const prevents = declaration.prevents ?? [];
  return {
    ...declaration,
    domain: domainOf(declaration.id),
    prevents,
    detects: { configRules, alarms },
    proves: [
      "declared-state",
      ...(prevents.length > 0 ? (["findings"] as const) : []),
      ...(configRules.length > 0 ? (["config-compliance"] as const) : []),
      ...(alarms.length > 0 ? (["alarm-history"] as const) : []),
    ],
  };
}

function domainOf(id: ControlId): Domain {
  // A ControlId begins with a Domain by its type; String.split does not know.
  return id.split("-")[0] as Domain;
}
