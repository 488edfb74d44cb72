/**
 * IAM policy documents as typed data, and the few builders that every other document is made of.
 *
 * Everything here is a pure function on plain strings: a component resolves its names first and then builds the whole
 * document, so that a policy that checks it at preview never meets an unknown value.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** Where a document applies. All three are strings that AWS itself uses: `aws`, `123456789012`, `eu-central-1`. */
export interface AccountRegion {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
}

/** Who a statement is about: everyone, or principals by kind. */
export type Principal = "*" | { readonly AWS: OneOrMany } | { readonly Service: OneOrMany };

/** IAM takes one string or a list of them in the same place. */
export type OneOrMany = string | readonly string[];

/** The condition operators that this project's documents use. */
export type ConditionOperator =
  "StringEquals" | "StringEqualsIfExists" | "StringLike" | "ArnEquals" | "ArnLike" | "ArnNotEquals" | "Bool" | "Null";

/** A condition block: operator -> condition key -> value or values. */
export type Condition = Readonly<Partial<Record<ConditionOperator, Readonly<Record<string, OneOrMany>>>>>;

/** One statement of a policy document. `Principal` is absent in identity policies only. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Principal;
  readonly Action: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly Condition?: Condition;
}

/** A statement that lets an AWS service in: it names the service and always carries a condition. */
export interface ServiceGrant {
  readonly sid: string;
  /** The service principal, for example `cloudtrail.amazonaws.com`. */
  readonly service: string;
  readonly actions: OneOrMany;
  /** @default - no `Resource` element, as a trust policy requires */
  readonly resource?: OneOrMany;
  /** What binds the grant to the caller's own resource (confused-deputy protection). */
  readonly condition: Condition;
}

/** A whole policy document. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** The actions of a key that are refused to nobody in the account who holds them by IAM: see {@link keyAdministration}. */
const EVERY_KEY_ACTION = "kms:*";

/** Wraps statements into a document. */
export function policyDocument(statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

/** The document as the JSON text that AWS takes. Property order is the order of writing, so equal documents are equal text. */
export function policyJson(statements: readonly Statement[]): string {
  return JSON.stringify(policyDocument(statements));
}

/** Refuses everyone the actions in a request that does not come over TLS. */
export function denyWithoutTls(actions: OneOrMany, resource: OneOrMany): Statement {
  return {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: actions,
    Resource: resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * An Allow for an AWS service. The condition is a required argument, which is how no service grant of this project
 * can be written without one; a trust says so where a service supports none (see {@link trustService}).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function allowService(grant: ServiceGrant): Statement {
  return {
    Sid: grant.sid,
    Effect: "Allow",
    Principal: { Service: grant.service },
    Action: grant.actions,
    ...(grant.resource === undefined ? {} : { Resource: grant.resource }),
    Condition: grant.condition,
  };
}

/**
 * The trust policy statement of a role that one AWS service assumes.
 *
 * @param condition "unsupported" for a service that sends none of the keys by which a trust policy could be bound
 */
export function trustService(sid: string, service: string, condition: Condition | "unsupported"): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
    ...(condition === "unsupported" ? {} : { Condition: condition }),
  };
}

/**
 * The statement without which a key cannot be managed: the account may, and IAM decides who in it does.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyAdministration(place: Pick<AccountRegion, "partition" | "accountId">): Statement {
  return {
    Sid: "AccountAdministersKeyThroughIam",
    Effect: "Allow",
    Principal: { AWS: accountRoot(place) },
    Action: EVERY_KEY_ACTION,
    Resource: "*",
  };
}

/** `arn:PARTITION:iam::ACCOUNT:root`, which in a policy stands for the account. */
export function accountRoot(place: Pick<AccountRegion, "partition" | "accountId">): string {
  return `arn:${place.partition}:iam::${place.accountId}:root`;
}

/** One value as itself, several as a list: what IAM stores, and so what a diff shows. */
export function oneOrMany(values: readonly string[]): OneOrMany {
  const [first, ...rest] = new Set(values);
  return first === undefined ? [] : rest.length === 0 ? first : [first, ...rest];
}
