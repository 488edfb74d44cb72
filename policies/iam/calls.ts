/** Whether policies let a call through that somebody has to make for evidence to arrive. */
import { type Value, UNKNOWN } from "../properties";
import type { Truth } from "../truth";
import { ABSENT, type CallContext, type Carries, carriedIn, extentOf } from "./conditions";
import { type Statement, includesAction, isEveryone, parseDocument, servicesOf, wildcard } from "./policy-document";
import { takesResource } from "./statement-sets";

export type { CallContext } from "./conditions";

export interface Call {
  /** `s3:PutObject`. */
  readonly action: string;
  /** Absent where a policy is about one resource only and names none, as a role's trust policy is. */
  readonly resource?: string;
  /** The service that calls. Absent where the policy is that of the caller, which names no principal. */
  readonly service?: string;
  readonly context: CallContext;
}

/** Whether the policies together let the call through; what cannot be read lets nothing through. */
export function policiesAllow(policies: readonly (Value | undefined)[], call: Call): Truth {
  const documents = policies.map(parseDocument);
  const statements = documents.flatMap((document) => (document.kind === "document" ? document.statements : []));
  if (statements.some((statement) => refuses(statement, call))) {
    return false;
  }
  return documents.some(({ kind }) => kind === "unknown") ? UNKNOWN : isAllowed(statements, call);
}

/**
 * Whether the statements let the call through: one allows it and none refuses it. A condition of which nothing is known here is
 * taken for met where it allows, and not where it refuses, so that no refusal is made up.
 */
export function isAllowed(statements: readonly Statement[], call: Call): boolean {
  return (
    !statements.some((statement) => refuses(statement, call)) &&
    statements.some(
      (statement) =>
        statement.effect === "Allow" &&
        isAbout(statement, call) &&
        extentOf(statement.conditions, carriedByCall(call.context)) !== "none",
    )
  );
}

function refuses(statement: Statement, call: Call): boolean {
  return (
    statement.effect === "Deny" &&
    isAbout(statement, call) &&
    extentOf(statement.conditions, carriedByCall(call.context)) === "all"
  );
}

/** An encryption context that a call is not said to carry is none that it carries. */
function carriedByCall(context: CallContext): Carries {
  const carried = carriedIn(context);
  return (key) => (key.startsWith("kms:encryptioncontext:") && !Object.hasOwn(context, key) ? ABSENT : carried(key));
}

function isAbout(statement: Statement, { action, resource, service }: Call): boolean {
  return (
    (service === undefined || isFor(statement, service)) &&
    includesAction(statement, action) &&
    (resource === undefined || isOn(statement, resource))
  );
}

function isFor(statement: Statement, service: string): boolean {
  return (
    servicesOf(statement).includes(service) ||
    statement.principals.some(isEveryone) ||
    (statement.notPrincipals.length > 0 &&
      !statement.notPrincipals.some(({ kind, id }) => kind === "Service" && id.toLowerCase() === service))
  );
}

function isOn(statement: Statement, resource: string): boolean {
  return (
    statement.resources.length + statement.notResources.length > 0 &&
    takesResource(statement, (pattern) => wildcard(pattern, resource))
  );
}
