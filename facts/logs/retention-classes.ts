/** How long the law and the frameworks let each class of log be kept, within the periods that CloudWatch Logs accepts. */
import type { Source } from "../source";
import { RETENTION_PERIODS, type RetentionDays } from "./retention-periods";

export const SOURCES: readonly Source[] = [
  { page: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", readOn: "2026-11-21" },
  { page: "https://www.pcisecuritystandards.org/document_library/", readOn: "2026-11-21" },
];

/** What a log group holds, which decides how long it must be kept and how long it may be. */
export type RetentionClass =
  "audit" | "prompts" | "unsampled-prompts" | "sampled-prompts" | "kubernetes" | "application";

/** The bounds of a class, in days, both included, and the period when none is chosen. */
export interface RetentionBounds {
  readonly minimum: RetentionDays;
  readonly maximum: RetentionDays;
  readonly default: RetentionDays;
  /** Why the bounds are these, as a user reads it in an error. */
  readonly reason: string;
}

/**
 * The bounds of every class.
 *
 * - audit: PCI DSS 4.0.1 10.5.1 asks for twelve months; 400 days hold them in leap years too.
 * - prompts: personal data, so bounded above (GDPR 5(1)(e)); long enough to look into an incident.
 * - unsampled-prompts: every prompt, on its way to the function that keeps a share; the three days cover a failure over a weekend.
 * - sampled-prompts: the share that is kept, to look at how models are used, and no evidence.
 * - kubernetes: the control plane's audit log, at least the three months that PCI DSS wants at hand.
 * - application: operational logs; two years at most.
 */
export const RETENTION_CLASSES: Readonly<Record<RetentionClass, RetentionBounds>> = {
  audit: { minimum: 365, maximum: 3653, default: 400, reason: "audit evidence is kept for a year at least" },
  prompts: {
    minimum: 30,
    maximum: 400,
    default: 90,
    reason: "prompts hold personal data, which is kept no longer than needed",
  },
  "unsampled-prompts": {
    minimum: 1,
    maximum: 3,
    default: 1,
    reason: "what is not sampled is not to be kept",
  },
  "sampled-prompts": {
    minimum: 1,
    maximum: 30,
    default: 7,
    reason: "whole prompts are kept no longer than somebody needs to look at them",
  },
  kubernetes: {
    minimum: 90,
    maximum: 3653,
    default: 400,
    reason: "three months of the cluster's audit log must be at hand",
  },
  application: {
    minimum: 30,
    maximum: 731,
    default: 90,
    reason: "operational logs are kept between a month and two years",
  },
};

/** The periods that a class of log may be kept, in days, ascending. */
export function allowedRetention(retentionClass: RetentionClass): readonly RetentionDays[] {
  const { minimum, maximum } = RETENTION_CLASSES[retentionClass];
  return RETENTION_PERIODS.filter((days) => days >= minimum && days <= maximum);
}
