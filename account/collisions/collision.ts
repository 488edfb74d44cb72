/** What stands in the way of a deployment, and what resolves it. */

/** What happens when the stack is deployed as it is declared. */
export type Consequence =
  /** AWS refuses to create it, because there is one already. */
  | "collides"
  /** AWS accepts the call, and what was there before is gone. */
  | "overwritten"
  /** A policy, a region or another account's ownership refuses it. */
  | "refused"
  /** It works, and AWS charges for the same thing a second time. */
  | "charged twice"
  /** It is one more than AWS allows. */
  | "limit"
  /** AWS accepts it, although the stack names what is not in the account. */
  | "missing";

/** A setting of the stack, in the namespace of this project. */
export interface Setting {
  /** The way to it: `["recorder", "regions", "us-east-1"]`. */
  readonly path: readonly string[];
  readonly value: SettingValue;
}

/** A value as `Pulumi.STACK.yaml` holds it. */
export type SettingValue =
  string | number | boolean | readonly SettingValue[] | { readonly [name: string]: SettingValue };

/** What decides the same question the other way. */
export interface Resolution {
  /** Empty where no setting resolves it. */
  readonly settings: readonly Setting[];
  /** What else can be done, as a sentence. */
  readonly otherwise: string;
}

export interface Collision extends Resolution {
  /** What it is about: `AWS Config recorder`. */
  readonly what: string;
  /** A region, or `global`. */
  readonly where: string;
  /** URN of the declared resource. */
  readonly declared: string;
  /** Name or ARN of what is in the account; for a policy, its id. */
  readonly observed: string;
  readonly consequence: Consequence;
  /** Why, as a sentence. */
  readonly explanation: string;
  readonly page: Page;
}

/** The subjects that have a page in docs/existing-accounts/. */
export const SUBJECTS = [
  "audit-manager",
  "break-glass",
  "bucket-lineage",
  "clusters",
  "detection",
  "invocation-logging",
  "names",
  "organizations",
  "recorders",
  "regions",
  "trails",
] as const;

export type Page = `docs/existing-accounts/${(typeof SUBJECTS)[number]}.md`;

/** What could not be decided, because it could not be read or depends on what no one can read beforehand. */
export interface Undecided {
  readonly what: string;
  readonly where: string;
  /** Why, as a sentence. */
  readonly why: string;
  /** The IAM action that would let it be read; absent when reading it is not what is missing. */
  readonly action?: string;
}

/** The answer to one question about the account. */
export interface Decided {
  readonly collisions: readonly Collision[];
  readonly undecided: readonly Undecided[];
}

export const CLEAR: Decided = { collisions: [], undecided: [] };

export function collide(...collisions: readonly Collision[]): Decided {
  return { collisions, undecided: [] };
}

export function leaveOpen(...undecided: readonly Undecided[]): Decided {
  return { collisions: [], undecided };
}

export function together(all: readonly Decided[]): Decided {
  return {
    collisions: all.flatMap(({ collisions }) => collisions),
    undecided: all.flatMap(({ undecided }) => undecided),
  };
}
