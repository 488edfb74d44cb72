/** Policy documents and their statements, as the tests of rules on them write them. */
import type { WireMap, WireValue } from "../../../state/stack-state";
import type { FailingCase, ResourceCase } from "../rule-harness";

export const ACCOUNT = "111122223333";

/** The document as the text that AWS takes. */
export function documentOf(...statements: readonly WireMap[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A statement that allows the principal everything, but for what is given. */
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
        message: "cannot be read: it is not JSON; it must be a JSON policy document",
      },
      {
        title: "a document without statements",
        set: { [property]: { Version: "2012-10-17" } },
        message: "cannot be read: it has no Statement; it must be a JSON policy document",
      },
    ] satisfies readonly FailingCase[],
  };
}

/** What every rule against grants to everyone must fail and pass, whichever policy it judges. */
export function publicCases(property: string): {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly ResourceCase[];
} {
  const { fails, passes, unreadable } = documentCases(property);
  const message = (label = "statement 1"): string =>
    `lets in everyone by ${label}; it must name principals or bind them by a condition`;
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
        "everyone, after another",
        message("statement 2 (Open)"),
        allow({ AWS: ACCOUNT }),
        allow("*", { Sid: "Open" }),
      ),
      fails("everyone but one", message(), {
        Effect: "Allow",
        NotPrincipal: { AWS: ACCOUNT },
        Action: "*",
        Resource: "*",
      }),
      unbound("a condition on something else", { Bool: { "aws:SecureTransport": "true" } }),
      unbound("a negated condition", { StringNotEquals: { "aws:SourceAccount": ACCOUNT } }),
      unbound("a condition that an absent key passes", { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }),
      unbound("any organization", { StringLike: { "aws:PrincipalOrgID": "*" } }),
      ...unreadable,
    ],
    passes: [
      bound("its account", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
      bound("its organization, in any case", { stringequals: { "AWS:principalorgid": "o-a1b2c3d4e5" } }),
      bound("its network", { StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } }),
      passes("a principal by name", allow({ AWS: `arn:aws:iam::${ACCOUNT}:role/reader` })),
      passes("a refusal to everyone", allow("*", { Effect: "Deny" })),
    ],
  };
}

/** What every rule on grants to services must fail and pass, whichever policy it judges. */
export function serviceCases(property: string): {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly ResourceCase[];
} {
  const { fails, passes, unreadable } = documentCases(property);
  const trail = { Service: "cloudtrail.amazonaws.com" };
  const message = (services = "cloudtrail.amazonaws.com", label = "statement 1"): string =>
    `lets in ${services} unbound by ${label}; it must bind the grant by a condition`;
  const unbound = (title: string, Condition: WireMap): FailingCase =>
    fails(`a service with ${title}`, message(), allow(trail, { Condition }));
  const bound = (title: string, Condition: WireMap): ResourceCase =>
    passes(`a service bound by ${title}`, allow(trail, { Condition }));
  return {
    fails: [
      fails("a service without a condition", message(), allow(trail)),
      fails(
        "two services, in a statement with a name",
        message("config.amazonaws.com, bedrock.amazonaws.com", "statement 2 (Deliver)"),
        allow(trail, { Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } }),
        allow({ Service: ["config.amazonaws.com", "bedrock.amazonaws.com"] }, { Sid: "Deliver" }),
      ),
      unbound("a condition on something else", { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
      unbound("a negated condition", { StringNotEquals: { "aws:SourceAccount": ACCOUNT } }),
      unbound("a condition that an absent key passes", { ArnLikeIfExists: { "aws:SourceArn": `arn:aws:s3:::logs` } }),
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
      passes("a refusal to a service", allow(trail, { Effect: "Deny" })),
      passes("a principal that is no service", allow({ AWS: ACCOUNT })),
    ],
  };
}
