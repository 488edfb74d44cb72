/** Policy documents and their statements, as the tests of rules on them write them. */
import type { WireMap, WireValue } from "../../../pulumi/stack-state";
import type { FailingCase, ResourceCase } from "../rule-harness";

export const ACCOUNT = "111122223333";

/** The document as the text that AWS takes. */
export function documentOf(...statements: readonly WireMap[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A statement that allows the principal every action on every resource, unless `rest` says otherwise. */
export function allow(Principal: WireValue, rest: WireMap = {}): WireMap {
  return { Effect: "Allow", Principal, Action: "*", Resource: "*", ...rest };
}

/** Cases of one document each, put into the property. */
export function documentCases(property: string) {
  return {
    fails: (title: string, message: string, ...statements: readonly WireMap[]): FailingCase => ({
      title,
      set: { [property]: documentOf(...statements) },
      message,
    }),
    passes: (title: string, ...statements: readonly WireMap[]): ResourceCase => ({
      title,
      set: { [property]: documentOf(...statements) },
    }),
    unreadable: [
      {
        title: "a document that is not JSON",
        set: { [property]: "{" },
        message: "cannot be read: it is not JSON; set it to a JSON policy document",
      },
      {
        title: "a document without statements",
        set: { [property]: { Version: "2012-10-17" } },
        message: "cannot be read: it has no Statement; set it to a JSON policy document",
      },
    ] satisfies readonly FailingCase[],
  };
}

/** Cases of every rule against grants to everyone, whichever policy it checks. */
export function publicCases(property: string): {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly ResourceCase[];
} {
  const { fails, passes, unreadable } = documentCases(property);
  const message = (label = "statement 1"): string =>
    `allows everyone in ${label}; name the principals or add a condition that binds them`;
  const unbound = (title: string, Condition: WireMap): FailingCase =>
    fails(`everyone, with ${title}`, message(), allow("*", { Condition }));
  const bound = (title: string, Condition: WireMap): ResourceCase =>
    passes(`everyone, bound by ${title}`, allow("*", { Condition }));
  return {
    fails: [
      fails("everyone", message(), allow("*")),
      fails("everyone, in another spelling", message(), allow({ AWS: "*" })),
      fails("everyone, in a list", message(), allow({ AWS: [ACCOUNT, "*"] })),
      fails(
        "everyone, in the second statement",
        message("statement 2 (Open)"),
        allow({ AWS: ACCOUNT }),
        allow("*", { Sid: "Open" }),
      ),
      fails("everyone but one principal", message(), {
        Effect: "Allow",
        NotPrincipal: { AWS: ACCOUNT },
        Action: "*",
        Resource: "*",
      }),
      unbound("a condition on something else", { Bool: { "aws:SecureTransport": "true" } }),
      unbound("a negated condition", { StringNotEquals: { "aws:SourceAccount": ACCOUNT } }),
      unbound("a condition that a missing key meets", { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }),
      unbound("any organization", { StringLike: { "aws:PrincipalOrgID": "*" } }),
      ...unreadable,
    ],
    passes: [
      bound("its account", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
      bound("its organization, in any case", { stringequals: { "AWS:principalorgid": "o-a1b2c3d4e5" } }),
      bound("its network", { StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } }),
      passes("a principal by name", allow({ AWS: `arn:aws:iam::${ACCOUNT}:role/reader` })),
      passes("a Deny for everyone", allow("*", { Effect: "Deny" })),
    ],
  };
}

/** Cases of every rule that requires grants to services to be bound, whichever policy it checks. */
export function serviceCases(
  property: string,
  name = "cloudtrail.amazonaws.com",
): {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly ResourceCase[];
} {
  const { fails, passes, unreadable } = documentCases(property);
  const service = { Service: name };
  const message = (services = name, label = "statement 1"): string =>
    `allows ${services} without a condition in ${label}; add one that binds the source`;
  const unbound = (title: string, Condition: WireMap): FailingCase =>
    fails(`a service with ${title}`, message(), allow(service, { Condition }));
  const bound = (title: string, Condition: WireMap): ResourceCase =>
    passes(`a service bound by ${title}`, allow(service, { Condition }));
  return {
    fails: [
      fails("a service without a condition", message(), allow(service)),
      fails(
        "two services, in a statement with a Sid",
        message("config.amazonaws.com, bedrock.amazonaws.com", "statement 2 (Deliver)"),
        allow(service, { Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } }),
        allow({ Service: ["config.amazonaws.com", "bedrock.amazonaws.com"] }, { Sid: "Deliver" }),
      ),
      unbound("a condition on something else", { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
      unbound("a negated condition", { StringNotEquals: { "aws:SourceAccount": ACCOUNT } }),
      unbound("a condition that a missing key meets", { ArnLikeIfExists: { "aws:SourceArn": "arn:aws:s3:::logs" } }),
      unbound("any source", { StringLike: { "aws:SourceArn": "*" } }),
      unbound("a source of any account", { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } }),
      ...unreadable,
    ],
    passes: [
      bound("the account", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
      bound("the resource, in any case", {
        arnlike: { "AWS:sourcearn": `arn:aws:cloudtrail:*:${ACCOUNT}:trail/*` },
      }),
      bound("the organization", { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }),
      passes("a Deny for a service", allow(service, { Effect: "Deny" })),
      passes("a principal that is not a service", allow({ AWS: ACCOUNT })),
    ],
  };
}
