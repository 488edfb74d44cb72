/** Rules that require a policy to deny every request that does not come over TLS. */
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
  /** Actions, in lower case, by which a statement denies all that matters. */
  readonly actions: readonly string[];
  /** Whether the resources of the denying statements take in everything. */
  readonly coversEverything: (resources: readonly string[]) => boolean;
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
        case "document": {
          const denying = document.statements.filter((statement) => deniesPlainHttp(statement, denial.actions));
          return denial.coversEverything(denying.flatMap(({ resources }) => resources))
            ? pass
            : fail(property, `allows requests without TLS; ${denial.inWords}`);
        }
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

/** A second condition would let in the plain requests that do not meet it. */
function deniesPlainHttp({ effect, principals, actions, conditions }: Statement, all: readonly string[]): boolean {
  const [condition, ...others] = conditions;
  return (
    effect === "Deny" &&
    principals.some(isEveryone) &&
    actions.some((action) => all.includes(action)) &&
    condition?.key === "aws:securetransport" &&
    (condition.operator === "bool" || condition.operator === "boolifexists") &&
    condition.values.some((value) => value.toLowerCase() === "false") &&
    others.length === 0
  );
}
