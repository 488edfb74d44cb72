/** Whether policies let a call through that somebody has to make for evidence to arrive. */
import {
  type Condition,
  type Statement,
  includesAction,
  isEveryone,
  parseDocument,
  servicesOf,
  wildcard,
} from "./policy-document";
import { type Value, UNKNOWN } from "../properties";
import type { Truth } from "../truth";

export interface Call {
  /** `s3:PutObject`. */
  readonly action: string;
  /** Absent where a policy is about one resource only and names none, as a role's trust policy is. */
  readonly resource?: string;
  /** The service that calls. Absent where the policy is that of the caller, which names no principal. */
  readonly service?: string;
  readonly context: CallContext;
}

/** What a call carries, by condition key in lower case; `null` where it is known not to carry the key. */
export type CallContext = Readonly<Record<string, string | null>>;

/** Whether the policies together let the call through; what cannot be read lets nothing through. */
export function policiesAllow(policies: readonly (Value | undefined)[], call: Call): Truth {
  const documents = policies.map(parseDocument);
  const statements = documents.flatMap((document) => (document.kind === "document" ? document.statements : []));
  if (statements.some((statement) => refuses(statement, call))) {
    return false;
  }
  return documents.some(({ kind }) => kind === "unknown") ? UNKNOWN : isAllowed(statements, call);
}

/** Whether the statements let the call through: one allows it and none refuses it. */
export function isAllowed(statements: readonly Statement[], call: Call): boolean {
  return (
    !statements.some((statement) => refuses(statement, call)) &&
    statements.some(
      (statement) =>
        statement.effect === "Allow" &&
        isAbout(statement, call) &&
        statement.conditions.every((condition) => isMet(condition, call.context) ?? true),
    )
  );
}

/** A condition of which nothing is known here is not taken for met, so that no refusal is made up. */
function refuses(statement: Statement, call: Call): boolean {
  return (
    statement.effect === "Deny" &&
    isAbout(statement, call) &&
    statement.conditions.every((condition) => isMet(condition, call.context) ?? false)
  );
}

function isAbout(statement: Statement, { action, resource, service }: Call): boolean {
  return (
    (service === undefined || servicesOf(statement).includes(service) || statement.principals.some(isEveryone)) &&
    includesAction(statement, action) &&
    (resource === undefined || isOn(statement, resource))
  );
}

function isOn({ resources, notResources }: Statement, resource: string): boolean {
  return resources.length > 0
    ? resources.some((pattern) => wildcard(pattern, resource))
    : notResources.length > 0 && !notResources.some((pattern) => wildcard(pattern, resource));
}

const MATCHERS: Readonly<Record<string, (wanted: string, got: string) => boolean>> = {
  stringequals: (wanted, got) => wanted === got,
  stringequalsignorecase: (wanted, got) => wanted.toLowerCase() === got.toLowerCase(),
  bool: (wanted, got) => wanted.toLowerCase() === got.toLowerCase(),
  stringlike: wildcard,
  arnequals: wildcard,
  arnlike: wildcard,
};

/**
 * Whether the call meets the condition; `undefined` where that cannot be told here, as with a condition on time or a
 * negated operator. A key that the call is known not to carry is never met, nor is an encryption context that it is not
 * said to carry.
 */
function isMet({ operator, key, values }: Condition, context: CallContext): boolean | undefined {
  const got = context[key];
  const matches = MATCHERS[operator.replace(/^for(any|all)values?:|ifexists$/g, "")];
  if (got === undefined || got === null) {
    const isKnownAbsent = got === null ? matches !== undefined : key.startsWith("kms:encryptioncontext:");
    return isKnownAbsent && !operator.endsWith("ifexists") ? false : undefined;
  }
  return matches === undefined ? undefined : values.some((wanted) => matches(wanted, got));
}
