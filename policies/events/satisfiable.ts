/** Whether an event can meet a filter pattern at all. */
import { matchesPattern } from "../wildcards";
import type { Condition, Pattern } from "./filter-pattern";

/** So many ways to meet a pattern are tried; one with more is taken to have some. */
const MOST_WAYS = 1000;

/**
 * Two conditions of which an event meets one at most, where every way to meet the pattern has such a pair; those of the first way.
 * `undefined` where some event may meet it.
 */
export function contradictionIn(pattern: Pattern): readonly [Condition, Condition] | undefined {
  const ways = waysOf(pattern);
  const pairs = ways?.map(contradictory) ?? [];
  return pairs.length > 0 && pairs.every((pair) => pair !== undefined) ? pairs[0] : undefined;
}

/** The pattern as alternatives, each a list of conditions that hold together; `undefined` where there are too many. */
function waysOf(pattern: Pattern): readonly (readonly Condition[])[] | undefined {
  if (pattern.kind === "condition") {
    return [[pattern.condition]];
  }
  let ways: readonly (readonly Condition[])[] = pattern.kind === "and" ? [[]] : [];
  for (const part of pattern.parts) {
    const ofPart = waysOf(part);
    if (ofPart === undefined || ways.length * ofPart.length > MOST_WAYS) {
      return undefined;
    }
    ways =
      pattern.kind === "and" ? ways.flatMap((way) => ofPart.map((more) => [...way, ...more])) : [...ways, ...ofPart];
  }
  return ways;
}

function contradictory(way: readonly Condition[]): readonly [Condition, Condition] | undefined {
  for (const [index, one] of way.entries()) {
    const other = way.slice(index + 1).find((candidate) => excludes(one, candidate) || excludes(candidate, one));
    if (other !== undefined) {
      return [one, other];
    }
  }
  return undefined;
}

/** Whether no event meets both. Of an array's elements each condition may be about another. */
function excludes(one: Condition, other: Condition): boolean {
  if (one.selector !== other.selector || one.selector.includes("*") || one.isExpression || other.isExpression) {
    return false;
  }
  switch (one.operator) {
    case "=":
      return equalsExcludes(one, other);
    case "not exists":
      return !["not exists", "!="].includes(other.operator);
    case "is null":
    case "is true":
    case "is false":
      return (
        ["is null", "is true", "is false", "=", ">", ">=", "<", "<="].includes(other.operator) && !isSame(one, other)
      );
    case ">":
    case ">=":
      return isAboveEvery(one, other);
    default:
      return false;
  }
}

function isSame(one: Condition, other: Condition): boolean {
  // A condition in words and one by a text, as `= true`, can mean the same.
  return (
    one.operator === other.operator || (other.operator === "=" && `is ${other.value.toLowerCase()}` === one.operator)
  );
}

function equalsExcludes({ value }: Condition, other: Condition): boolean {
  switch (other.operator) {
    case "=":
      if (isNumber(value) && isNumber(other.value)) {
        return Number(value) !== Number(other.value);
      }
      return value.includes("*")
        ? !other.value.includes("*") && !matchesPattern(value, other.value)
        : !matchesPattern(other.value, value);
    case "!=":
      // What is excepted takes in all that is asked for.
      return matchesPattern(other.value, value);
    case ">":
    case ">=":
    case "<":
    case "<=":
      return isNumber(value) && isNumber(other.value) && !COMPARE[other.operator](Number(value), Number(other.value));
    default:
      return false;
  }
}

function isAboveEvery(lower: Condition, upper: Condition): boolean {
  if ((upper.operator !== "<" && upper.operator !== "<=") || !isNumber(lower.value) || !isNumber(upper.value)) {
    return false;
  }
  const [least, most] = [Number(lower.value), Number(upper.value)];
  return least > most || (least === most && !(lower.operator === ">=" && upper.operator === "<="));
}

const COMPARE: Readonly<Record<">" | ">=" | "<" | "<=", (one: number, other: number) => boolean>> = {
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
};

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}
