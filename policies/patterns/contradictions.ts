/** Which comparisons of a filter pattern no log event can meet together. */
import { matchesPattern } from "../wildcards";
import { combined } from "./combinations";
import { type Comparison, type Condition, type Literal, selectorText } from "./filter-pattern";

/** Comparisons that a log event has to meet all. */
export type Branch = readonly Comparison[];

/** More than any pattern of a person has; each `&&` between alternatives multiplies them. */
const MOST_BRANCHES = 1024;

/** The alternatives that a condition comes to when all its parentheses are multiplied out; `undefined` where they are too many. */
export function branchesOf(condition: Condition): readonly Branch[] | undefined {
  if ("comparison" in condition) {
    return [[condition.comparison]];
  }
  const isAny = "any" in condition;
  const each = (isAny ? condition.any : condition.all).map(branchesOf);
  if (!each.every((branches) => branches !== undefined)) {
    return undefined;
  }
  return isAny ? bounded(each.flat()) : combined(each, MOST_BRANCHES);
}

function bounded(branches: readonly Branch[]): readonly Branch[] | undefined {
  return branches.length > MOST_BRANCHES ? undefined : branches;
}

/** The first two comparisons that no event meets together. */
export function contradictionIn(branch: Branch): readonly [Comparison, Comparison] | undefined {
  return branch
    .flatMap((one, index) => branch.slice(index + 1).map((other) => [one, other] as const))
    .find(([one, other]) => exclude(one, other) || exclude(other, one));
}

/** Whether an event that meets the one comparison cannot meet the other. Asked both ways. */
function exclude(one: Comparison, other: Comparison): boolean {
  // What a star stands for may be another item in each comparison.
  if (one.selector.includes("*") || selectorText(one.selector) !== selectorText(other.selector)) {
    return false;
  }
  if (one.kind === "not-exists") {
    // Whether an absent property is unequal to something is not said by the page on the syntax.
    return other.kind === "is" || (other.kind === "value" && other.operator !== "!=");
  }
  if (one.kind === "is") {
    return other.kind === "is" && one.constant !== other.constant;
  }
  return other.kind === "value" && excludeValues(one, other);
}

type OfValue = Extract<Comparison, { readonly kind: "value" }>;

function excludeValues({ operator, value }: OfValue, other: OfValue): boolean {
  if (value.isExpression || other.value.isExpression) {
    return false;
  }
  switch (operator) {
    case "=":
      return excludesEqual(value, other);
    case ">":
    case ">=":
      return isEmptyRange(operator, value.number, other.operator, other.value.number);
    default:
      return false;
  }
}

function excludesEqual(value: Literal, { operator, value: other }: OfValue): boolean {
  if (operator === "!=") {
    return isSame(value, other) || (!hasWildcard(value) && matches(other, value));
  }
  if (operator === "=") {
    return !hasWildcard(value) && !isSame(value, other) && !matches(other, value);
  }
  return value.number !== undefined && other.number !== undefined && !HOLDS[operator](value.number, other.number);
}

const HOLDS: Readonly<Record<">" | "<" | ">=" | "<=", (value: number, bound: number) => boolean>> = {
  ">": (value, bound) => value > bound,
  "<": (value, bound) => value < bound,
  ">=": (value, bound) => value >= bound,
  "<=": (value, bound) => value <= bound,
};

function isEmptyRange(above: ">" | ">=", least: number | undefined, below: string, most: number | undefined): boolean {
  if (least === undefined || most === undefined || (below !== "<" && below !== "<=")) {
    return false;
  }
  return above === ">=" && below === "<=" ? most < least : most <= least;
}

function isSame(one: Literal, other: Literal): boolean {
  return one.text === other.text || (one.number !== undefined && one.number === other.number);
}

function hasWildcard({ text }: Literal): boolean {
  return text.includes("*");
}

function matches(pattern: Literal, { text }: Literal): boolean {
  return matchesPattern(pattern.text, text);
}
