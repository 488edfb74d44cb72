/** How long logs are kept: the periods that CloudWatch Logs knows, and the bounds of each class of log. */
import { OptionError } from "./validated-input";

/**
 * Every retention period that CloudWatch Logs accepts, in days. There is no 183 or 184 (half a year is 365 here),
 * no 366, no 2190 (six years are 2192) and no 2555 (seven years are 2557). 0 means never to expire, and is not legal here.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const LEGAL_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** A retention period that CloudWatch Logs accepts, in days. */
export type RetentionDays = (typeof LEGAL_RETENTION_DAYS)[number];

/** What a log group holds, which decides how long it must be kept and how long it may be. */
export type RetentionClass = "audit" | "prompts" | "kubernetes" | "application";

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

/** Whether CloudWatch Logs accepts the period. */
export function isLegalRetention(days: number): days is RetentionDays {
  return LEGAL_RETENTION_DAYS.some((legal) => legal === days);
}

/** The periods that a class of log may be kept, in days, ascending. */
export function allowedRetention(retentionClass: RetentionClass): readonly RetentionDays[] {
  const { minimum, maximum } = RETENTION_CLASSES[retentionClass];
  return LEGAL_RETENTION_DAYS.filter((days) => days >= minimum && days <= maximum);
}

/** A check, for `validated`, that a period is legal and within its class's bounds. */
export function checkRetention(retentionClass: RetentionClass): (days: number, path: string) => void {
  const allowed = allowedRetention(retentionClass);
  const { reason } = RETENTION_CLASSES[retentionClass];
  return (days, path) => {
    if (allowed.some((legal) => legal === days)) {
      return;
    }
    throw new OptionError({
      path,
      got: days,
      allowed: `${allowed.join(", ")} (days, retention class "${retentionClass}")`,
      fix: `Choose one of them: ${reason}.`,
    });
  };
}
