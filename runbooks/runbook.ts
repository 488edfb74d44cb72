/** The form of a runbook: what to ask the logs, how to read the answer, and what to do about it. */
import type { Given, ParameterName } from "./parameters";
import type { Query } from "./queries/query";

export const CATEGORIES = {
  "unauthorized-access": "Unauthorized access",
  provisioning: "Provisioning of models",
  "data-movement": "Movement of data",
  "logging-tampering": "Tampering with logging",
  "guardrail-change": "Changes of guardrails",
  cost: "Use and cost",
  privilege: "Privileges",
  kubernetes: "Kubernetes",
  incident: "Incidents",
} as const;

export type Category = keyof typeof CATEGORIES;

/** From the worst: as findings of Security Hub are labeled. */
export const SEVERITIES = ["critical", "high", "medium", "low", "informational"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Who does a step, or is told. */
export const TEAMS = {
  "on-call": "whoever is on call",
  security: "the security team",
  platform: "the platform team",
  "data-governance": "the data governance team",
  "model-owner": "the owner of the model or application",
  audit: "internal audit",
} as const;

export type Team = keyof typeof TEAMS;

export interface Step {
  readonly who: Team;
  /** One sentence, in the imperative. */
  readonly does: string;
}

type NonEmpty<T> = readonly [T, ...T[]];

export interface Runbook {
  readonly question: string;
  readonly category: Category;
  /** Of each row of an answer. */
  readonly severity: Severity;
  /** How far back the saved query looks, in days. */
  readonly days: number;
  readonly parameters: readonly ParameterName[];
  readonly query: (given: Given) => Query;
  /** What a row means, and what is harmless. */
  readonly reading: string;
  readonly response: NonEmpty<Step>;
  /** Evidence to keep beside the answer itself. */
  readonly keep: NonEmpty<string>;
}

/** A step in short. */
export function step(who: Team, does: string): Step {
  return { who, does };
}
