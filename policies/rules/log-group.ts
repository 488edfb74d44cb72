/** What a log group must be to hold evidence, asked by rules on what writes into it. */
import { type Judgements, all } from "../judgement";
import { type PropertyMap, type Value, UNKNOWN, at, show } from "../properties";
import type { Rule, RuleConfig } from "../rule";
import { type Truth, must } from "./truth";

export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export interface RetentionBounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** The settings by which a rule is told the bounds, in days. */
export function retentionSettings({ minimum, maximum }: RetentionBounds): NonNullable<Rule["config"]> {
  return {
    minimumDays: {
      type: "integer",
      minimum: 1,
      default: minimum,
      description: "Least retention of the log group, in days.",
    },
    maximumDays: { type: "integer", minimum: 1, default: maximum, description: "Longest retention of it, in days." },
  };
}

export function boundsOf({ minimumDays, maximumDays }: RuleConfig): RetentionBounds {
  return { minimum: Number(minimumDays), maximum: Number(maximumDays) };
}

/** The group must expire its events within the bounds and have a customer key. @param property what leads to the group. */
export function mustBeRetained(group: PropertyMap, bounds: RetentionBounds, property: string): Judgements {
  return all(
    must(isRetained(group, bounds), property, retentionMessage(group, bounds)),
    must(hasKey(group), property, "names a log group whose kmsKeyId is absent; it must name a customer key"),
  );
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
