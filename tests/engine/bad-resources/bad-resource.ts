/** The form of a bad resource, and short ways to write several of one type. */
import type { RuleId } from "../../../policies/catalogue";
import type { WireMap } from "../../../pulumi/stack-state";
import type { Change } from "../../policies/rule-harness";

/** What kind of thing a rule guards. */
export type Family =
  | "trail"
  | "log group"
  | "key"
  | "bucket"
  | "account setting"
  | "role"
  | "topic"
  | "queue"
  | "alarm"
  | "detector"
  | "invocation logging"
  | "agent"
  | "recorder"
  | "config rule"
  | "cluster"
  | "workgroup"
  | "backup vault"
  | "chat channel"
  | "delivery stream"
  | "endpoint configuration"
  | "organization policy";

export interface BadResource extends Change {
  readonly rule: RuleId;
  readonly family: Family;
  readonly type: string;
  /** Inputs that are changed. @default those of the first of the type in the prod stack, without `set` and `remove` */
  readonly example?: WireMap;
  /** Further rules that it cannot but break. */
  readonly also?: readonly RuleId[];
}

type Breaking = Pick<BadResource, "set" | "remove" | "protect" | "also">;

/** Bad resources of one type, each by its rule and what breaks it. */
export function casesOf(
  family: Family,
  type: string,
  example?: WireMap,
): (rule: RuleId, change: Breaking) => BadResource {
  return (rule, change) => ({ rule, family, type, ...(example === undefined ? {} : { example }), ...change });
}
