/** Whether a key's policy lets a service do what it has to do with the key. */
import { type Condition, type Statement, includesAction, parseDocument, servicesOf, wildcard } from "../../documents";
import { type Judgement, fail, pass, undecided } from "../../judgement";
import type { Stack, StackResource } from "../../stack";

/** One call that a service makes with a key. */
export interface KeyRequest {
  /** `kms:GenerateDataKey`. */
  readonly action: string;
  /** What the call carries, by condition key in lower case. */
  readonly context: Readonly<Record<string, string>>;
}

/** What a resource needs of the key that it refers to. */
export interface KeyUse {
  /** Where a failure is told: the resource that refers to the key, and the property by which it does. */
  readonly urn: string;
  readonly property: string;
  readonly service: string;
  readonly requests: readonly KeyRequest[];
}

const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

export function judgeKeyUse(stack: Stack, key: StackResource, use: KeyUse): Judgement {
  const { urn, property, service } = use;
  const [separate] = stack.pointingAt(key, KEY_POLICY, "keyId");
  const document = parseDocument((separate ?? key).properties.policy);
  switch (document.kind) {
    case "unknown":
      return undecided(property, urn);
    case "absent":
      return fail(
        property,
        `leads to ${key.name}, which has no policy; it must have one that lets ${service} use it`,
        urn,
      );
    case "unparseable":
      return fail(property, `leads to ${key.name}, whose policy cannot be read: ${document.problem}`, urn);
    case "document": {
      const refused = use.requests.filter((request) => !isGranted(document.statements, service, request));
      const actions = refused.map(({ action }) => action).join(", ");
      return refused.length === 0
        ? pass
        : fail(
            property,
            `leads to ${key.name}, whose policy lets ${service} not do ${actions} here; it must allow it`,
            urn,
          );
    }
  }
}

export function isGranted(statements: readonly Statement[], service: string, request: KeyRequest): boolean {
  return statements.some(
    (statement) =>
      statement.effect === "Allow" &&
      servicesOf(statement).includes(service) &&
      includesAction(statement, request.action) &&
      statement.conditions.every((condition) => isMet(condition, request.context)),
  );
}

const MATCHERS: Readonly<Record<string, (wanted: string, got: string) => boolean>> = {
  stringequals: (wanted, got) => wanted === got,
  stringequalsignorecase: (wanted, got) => wanted.toLowerCase() === got.toLowerCase(),
  stringlike: wildcard,
  arnequals: wildcard,
  arnlike: wildcard,
};

/**
 * Whether the call meets the condition. Where that cannot be told here, as with a condition on time or a negated
 * operator, it is assumed; an encryption context that the call does not carry is never met.
 */
function isMet({ operator, key, values }: Condition, context: KeyRequest["context"]): boolean {
  const got = context[key];
  const matches = MATCHERS[operator.replace(/^for(any|all)values?:|ifexists$/g, "")];
  if (got === undefined) {
    return !key.startsWith("kms:encryptioncontext:") || operator.endsWith("ifexists");
  }
  return matches === undefined || values.some((wanted) => matches(wanted, got));
}
