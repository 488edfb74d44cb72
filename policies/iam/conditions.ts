/** When a condition ties an Allow to someone in particular. */
import type { Condition, Statement } from "./policy-document";

/** Condition keys that tie a service's call to one account, organization or resource (AWS: confused deputy). */
export const SOURCE_KEYS: readonly string[] = [
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
];

/** Condition keys that tie a call to an account, an organization or a network. */
export const CALLER_KEYS: readonly string[] = [
  ...SOURCE_KEYS,
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
];

/** Operators that require a value, and pass when it is there: a negated or `IfExists` operator binds nothing. */
const BINDING_OPERATORS = ["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"];

/** Whether a condition on one of the keys (in lower case; a final `*` stands for any ending) ties the statement down. */
export function isBoundBy(statement: Statement, keys: readonly string[]): boolean {
  return statement.conditions.some(
    (condition) =>
      keys.some((key) => isKey(condition.key, key)) &&
      BINDING_OPERATORS.includes(condition.operator.replace(/^foranyvalue:/, "")) &&
      isFixed(condition),
  );
}

/**
 * Whether a condition on one of the keys (in lower case) ties down every call that carries the key. A call without it passes,
 * so this is enough only where nobody can say that the service sends it.
 */
export function isNarrowedBy(statement: Statement, keys: readonly string[]): boolean {
  return statement.conditions.some(
    (condition) =>
      keys.includes(condition.key) &&
      BINDING_OPERATORS.some((operator) => condition.operator === `${operator}ifexists`) &&
      isFixed(condition),
  );
}

function isKey(key: string, wanted: string): boolean {
  return wanted.endsWith("*") ? key.startsWith(wanted.slice(0, -1)) : key === wanted;
}

/** Every value names someone: one that does not is an open door beside the others. */
function isFixed({ values }: Condition): boolean {
  return (
    values.length > 0 && values.every((value) => (value.startsWith("arn:") ? namesAccount(value) : /^\w/.test(value)))
  );
}

/** An ARN whose account is a wildcard is anybody's; S3's ARNs have no account, and a bucket's name is one owner's. */
function namesAccount(arn: string): boolean {
  const [, , service, , account, ...resource] = arn.split(":");
  if (account === undefined || /[*?]/.test(account)) {
    return false;
  }
  return account !== "" || (service === "s3" && /^\w/.test(resource.join(":")));
}
