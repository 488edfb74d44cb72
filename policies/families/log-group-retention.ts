/** Rules on how long a log group keeps its events: asked of the group itself, or of the group that a resource references. */
import { RETENTION_PERIODS } from "../../facts/logs/retention-periods";
import { type PropertyMap, type Value, UNKNOWN, at } from "../properties";
import { decide, found } from "../requirements";
import { type Results, all, fail, pass } from "../result";
import { wholeNumber } from "../settings";
import { type Truth, must } from "../truth";

/** In days, both included. */
export interface RetentionBounds {
  readonly minimumDays: number;
  readonly maximumDays: number;
}

/** The settings by which a rule is told the bounds. */
export function retentionSettings({ minimumDays, maximumDays }: RetentionBounds) {
  return {
    minimumDays: wholeNumber({
      minimum: 1,
      maximum: 3653,
      default: minimumDays,
      description: "Least retention of the log group, in days.",
    }),
    maximumDays: wholeNumber({
      minimum: 1,
      maximum: 3653,
      default: maximumDays,
      description: "Longest retention of the log group, in days.",
    }),
  } as const;
}

/** The log group's `retentionInDays` is a period that CloudWatch Logs accepts, within the bounds. */
export function isRetained(group: PropertyMap, property: string, bounds: RetentionBounds): Results {
  return decide(group, property, (days) => {
    const problem = retentionProblem(days, bounds);
    return problem === undefined ? pass : fail(property, problem);
  });
}

/** What is wrong with a retention period, as a message; `undefined` when nothing is. */
export function retentionProblem(
  days: Value | undefined,
  { minimumDays, maximumDays }: RetentionBounds,
): string | undefined {
  const set = `set it to ${minimumDays} to ${maximumDays} days`;
  if (days === undefined || days === 0) {
    return `${found(days)}, so events are kept forever; ${set}`;
  }
  if (typeof days !== "number" || !RETENTION_PERIODS.some((period) => period === days)) {
    const periods = RETENTION_PERIODS.filter((period) => period >= minimumDays && period <= maximumDays);
    return `${found(days)}, which CloudWatch Logs does not accept; set it to one of ${periods.join(", ")}`;
  }
  return days < minimumDays || days > maximumDays ? `${found(days)}; ${set}` : undefined;
}

/**
 * A log group that a resource references expires its events within the bounds and has a customer managed key.
 * @param property the property that references the group
 */
export function referencesRetained(group: PropertyMap, property: string, bounds: RetentionBounds): Results {
  const days = at(group, "retentionInDays");
  const { minimumDays, maximumDays } = bounds;
  return all(
    must(
      isKeptWithin(days, bounds),
      property,
      `references a log group whose retentionInDays ${found(days)}; set it to ${minimumDays} to ${maximumDays} days`,
    ),
    must(hasKey(group), property, "references a log group whose kmsKeyId is not set; set it to a customer managed key"),
  );
}

/** Absent and 0 mean that events never expire. */
function isKeptWithin(days: Value | undefined, { minimumDays, maximumDays }: RetentionBounds): Truth {
  return days === UNKNOWN ? UNKNOWN : typeof days === "number" && days >= minimumDays && days <= maximumDays;
}

/** Which key it is may be unknown; that there is one is known all the same. */
function hasKey(group: PropertyMap): Truth {
  const key = at(group, "kmsKeyId");
  return key !== undefined && key !== "";
}
