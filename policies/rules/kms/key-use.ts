/** Whether a key's policy lets a service do what it has to do with the key. */
import { type Condition, type Statement, includesAction, parseDocument, servicesOf, wildcard } from "../../documents";
import { type Judgement, fail, pass, undecided } from "../../judgement";
import type { Stack, StackResource } from "../../stack";

export const KEY = "aws:kms/key:Key";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

/** One call that a service makes with a key. */
export interface KeyRequest {
  /** `kms:GenerateDataKey`. */
  readonly action: string;
  /** What the call carries, by condition key in lower case. */
  readonly context: Readonly<Record<string, string>>;
}

/** What a resource needs of the key that it refers to. */
export interface KeyUse {
  /** The property by which the resource refers to the key. */
  readonly property: string;
  readonly service: string;
  readonly requests: readonly KeyRequest[];
}

export function judgeKeyUse(stack: Stack, key: StackResource, { property, service, requests }: KeyUse): Judgement {
  const [separate] = stack.pointingAt(key, KEY_POLICY, "keyId");
  const document = parseDocument((separate ?? key).properties.policy);
  switch (document.kind) {
    case "unknown":
      return undecided(property);
    case "absent":
      return fail(property, `leads to ${key.name}, which has no policy; it must have one that lets ${service} use it`);
    case "unparseable":
      return fail(property, `leads to ${key.name}, whose policy cannot be read: ${document.problem}; it must be JSON`);
    case "document": {
      const refused = requests.filter((request) => !isGranted(document.statements, service, request));
      const actions = refused.map(({ action }) => action).join(", ");
      return refused.length === 0
        ? pass
        : fail(property, `leads to ${key.name}, whose policy refuses ${actions} to ${service} here; it must allow it`);
    }
  }
}

function isGranted(statements: readonly Statement[], service: string, request: KeyRequest): boolean {
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
  if (got === undefined) {
    return !key.startsWith("kms:encryptioncontext:") || operator.endsWith("ifexists");
  }
  const matches = MATCHERS[operator.replace(/^for(any|all)values?:|ifexists$/g, "")];
  return matches === undefined || values.some((wanted) => matches(wanted, got));
}
