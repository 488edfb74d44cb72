/**
 * Which log events a JSON filter pattern of CloudWatch Logs matches:
 * {@link https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html}.
 */
import { type PropertyMap, UNKNOWN, type Value, isList, isMap } from "../properties";
import { type Truth, every, not, some } from "../truth";
import { matchesPattern } from "../wildcards";
import type { Comparison, Condition, Literal, Operator, Selector } from "./filter-pattern";

/** Unknown where AWS does not say: of a property that is not there, whether it is unequal to something; and of regular expressions. */
export function matchesLogEvent(condition: Condition, event: PropertyMap): Truth {
  if ("comparison" in condition) {
    return meets(condition.comparison, event);
  }
  return "any" in condition
    ? some(condition.any.map((one) => matchesLogEvent(one, event)))
    : every(condition.all.map((one) => matchesLogEvent(one, event)));
}

function meets(comparison: Comparison, event: PropertyMap): Truth {
  const found = valuesAt(event, comparison.selector);
  switch (comparison.kind) {
    case "not-exists":
      return found.length === 0;
    case "is":
      return comparison.constant === "NULL" ? false : found.includes(comparison.constant === "TRUE");
    case "value":
      return compared(found, comparison.operator, comparison.value);
  }
}

function valuesAt(value: Value | undefined, [step, ...rest]: Selector): readonly Value[] {
  if (value === undefined || step === undefined) {
    return value === undefined ? [] : [value];
  }
  if (step === "*") {
    const inner = isList(value) ? value : isMap(value) ? Object.values(value) : [];
    return inner.flatMap((one) => valuesAt(one, rest));
  }
  const next = isList(value)
    ? value[Number(step)]
    : isMap(value) && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  return valuesAt(next, rest);
}

function compared(found: readonly Value[], operator: Operator, literal: Literal): Truth {
  if (literal.isExpression) {
    return found.length === 0 ? false : UNKNOWN;
  }
  if (operator === "!=") {
    return found.length === 0 ? UNKNOWN : not(some(found.map((value) => isEqual(value, literal))));
  }
  return some(
    found.map((value) => (operator === "=" ? isEqual(value, literal) : isInOrder(value, operator, literal.number))),
  );
}

function isEqual(value: Value, { text, number }: Literal): boolean {
  return typeof value === "number" ? value === number : typeof value === "string" && matchesPattern(text, value);
}

function isInOrder(value: Value, operator: "<" | ">" | "<=" | ">=", bound: number | undefined): boolean {
  if (typeof value !== "number" || bound === undefined) {
    return false;
  }
  switch (operator) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
  }
}
