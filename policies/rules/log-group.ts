/** What a log group must be to hold evidence, asked by rules on what writes into it. */
import { type PropertyMap, type Value, UNKNOWN, at, show } from "../properties";
import type { Truth } from "./truth";

export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export interface RetentionBounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** Whether events expire within the bounds, in days; absent and 0 mean that they never do. */
export function isRetained(group: PropertyMap, { minimum, maximum }: RetentionBounds): Truth {
  const days = at(group, "retentionInDays");
  return days === UNKNOWN ? UNKNOWN : typeof days === "number" && days >= minimum && days <= maximum;
}

/** Whether the group has a customer key; which one it is may be unknown. */
export function hasKey(group: PropertyMap): Truth {
  const key = at(group, "kmsKeyId");
  return key !== undefined && key !== "";
}

/** The words for a group that is not {@link isRetained}. */
export function retentionMessage(group: PropertyMap, { minimum, maximum }: RetentionBounds): string {
  const days: Value | undefined = at(group, "retentionInDays");
  return `names a log group whose retentionInDays is ${show(days)}; it must be at least ${minimum} and at most ${maximum}`;
}
