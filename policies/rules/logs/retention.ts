/** What CloudWatch Logs knows as a retention period, and what may be demanded of it. */
import { type Judgements, decide, fail, pass } from "../../judgement";
import type { PropertyMap } from "../../properties";

/**
 * Every retention period that CloudWatch Logs accepts, in days; 0, or none, means never to expire.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const RETENTION_PERIODS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** In days, both included. */
export interface RetentionBounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** The log group's `retentionInDays` must be a period that CloudWatch Logs knows, within the bounds. */
export function judgeRetention(properties: PropertyMap, bounds: RetentionBounds): Judgements {
  return decide(properties, "retentionInDays", (days) => {
    const problem = retentionProblem(days, bounds);
    return problem === undefined ? pass : fail("retentionInDays", problem);
  });
}

/** What is wrong with a retention period, in the form of a message; `undefined` when nothing is. */
export function retentionProblem(days: unknown, { minimum, maximum }: RetentionBounds): string | undefined {
  if (days === undefined || days === 0) {
    return `is ${days === 0 ? "0" : "absent"}, which keeps events for ever; it must be ${minimum} to ${maximum} days`;
  }
  if (typeof days !== "number" || !RETENTION_PERIODS.includes(days)) {
    const periods = RETENTION_PERIODS.filter((period) => period >= minimum && period <= maximum);
    return `is ${JSON.stringify(days)}, which CloudWatch Logs does not know; it must be one of ${periods.join(", ")}`;
  }
  return days < minimum || days > maximum ? `is ${days}; it must be ${minimum} to ${maximum} days` : undefined;
}
