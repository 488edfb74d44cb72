/** Rules that require a policy to deny every request that does not come over TLS. */
import { carriedIn, extentOf } from "../iam/conditions";
import { EVERYTHING, allowsCall } from "../iam/evaluation";
import { isEveryone, parseDocument, type Statement } from "../iam/policy-document";
import { unreadable } from "../iam/statements";
import { found } from "../requirements";
import type { PathOf, ResourceType } from "../resource-type";
import { fail, pass, undecided } from "../result";
import { type ResourceRule, type RuleText, resourceRule } from "../rule";

type Text<Id extends string, Properties extends object> = RuleText<Id> & {
  /** The property that holds the policy document. */
  readonly property: PathOf<Properties>;
  /** What plain requests are, and what has to be denied. */
  readonly denial: Denial;
};

interface Denial {
  /** "deny everyone s3:* on the bucket and its objects when aws:SecureTransport is false" */
  readonly inWords: string;
  /** The action that has to be denied, or the pattern of all that have to be. */
  readonly action: string;
  /** All of what the policy is on, where a Deny of it names the resource. */
  readonly protects: (resource: string) => readonly string[];
}

/** The policy of each resource of the type denies requests without TLS. */
export function policyTlsOnlyRule<const Id extends string, Properties extends object>(
  type: ResourceType<Properties>,
  { denial, ...text }: Text<Id, Properties>,
): ResourceRule<Id> {
  return resourceRule<Id, Properties>(type, {
    ...text,
    requires: (properties, property) => {
      const value = properties[property];
      const document = parseDocument(value);
      switch (document.kind) {
        case "document":
          return deniesPlain(document.statements, denial)
            ? pass
            : fail(property, `allows requests without TLS; ${denial.inWords}`);
        case "unknown":
          return undecided(property);
        case "absent":
          return fail(property, `${found(value)}; ${denial.inWords}`);
        case "unparseable":
          return unreadable(property, document.problem);
      }
    },
  });
}

/** Whether not even somebody who is allowed everything may make a plain request. */
function deniesPlain(statements: readonly Statement[], { action, protects }: Denial): boolean {
  const denials = statements.filter(isDenialOfPlain);
  const policy = { statements: [EVERYTHING, ...denials], possible: [] };
  return denials
    .flatMap(({ resources }) => resources)
    .some((named) =>
      protects(named).every((resource) => allowsCall(policy, { action, resource, carries: [PLAIN] }) === false),
    );
}

const PLAIN = carriedIn({ "aws:securetransport": "false" });
const OVER_TLS = carriedIn({ "aws:securetransport": "true" });

/** A further condition would let in the plain requests that do not meet it; a Deny of all requests is another mistake. */
function isDenialOfPlain({ effect, principals, conditions }: Statement): boolean {
  return (
    effect === "Deny" &&
    principals.some(isEveryone) &&
    extentOf(conditions, PLAIN) === "all" &&
    extentOf(conditions, OVER_TLS) === "none"
  );
}
