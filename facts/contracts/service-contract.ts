import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html", readOn: "2026-11-25" },
];

/** What a policy document is attached to. */
export type PolicyKind =
  "bucket-policy" | "key-policy" | "topic-policy" | "queue-policy" | "role-trust" | "log-resource-policy";

/** Whether a role's trust policy may carry `aws:SourceArn` and `aws:SourceAccount` for the service that assumes it. */
export type TrustBinding = "supported" | "not-supported";

/**
 * What one AWS service does by its own principal for one purpose: what a policy has to allow it, and what it sends along by
 * which a policy can bind the grant.
 *
 * A grant with a condition on a key that the service does not send is never fulfilled: the service is refused, and many
 * services then stop delivering without a word. Hence a key is listed only where a page of AWS says or shows it; the
 * exceptions say so in `remark`.
 *
 * Places in braces are `partition`, `region`, `account`, `suffix` (the domain of service principals), and names of the
 * resources at hand.
 */
export interface ServiceContract {
  /** What the service does, as a sentence without a full stop. */
  readonly title: string;
  /** The service principal, lower case; with `{region}` and `{suffix}` where each region has its own. */
  readonly principal: string;
  readonly on: PolicyKind;
  /** The actions that the service takes, as AWS writes them; `*` stands for any further letters. */
  readonly actions: readonly string[];
  /** The form of the resource; absent for a role's trust policy, which has none. */
  readonly resource?: string;
  /** The condition keys with which the service's request can be checked. */
  readonly conditionKeys: readonly string[];
  /**
   * Further keys that the service may send, of which no page says so for this grant. A condition on one of them has to have
   * an operator with `IfExists`, which binds where the key is sent and refuses nothing where it is not.
   */
  readonly unprovenKeys?: readonly string[];
  /** For a role's trust policy only; absent where no page says. */
  readonly trustBinding?: TrustBinding;
  readonly page: Source["page"];
  /** Whether the page says all of this row. */
  readonly confirmed: boolean;
  /** What the page leaves open, or what is easily got wrong. */
  readonly remark?: string;
}
