/**
 * Which events a pattern of EventBridge matches:
 * {@link https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html}.
 */
import { BlockList, isIPv4, isIPv6 } from "node:net";

import { type PropertyMap, type Value, isList, isMap } from "../properties";
import { UNWRITTEN, matchesPattern } from "../wildcards";
import type { Alternative } from "./event-pattern";

/** Whether the event, as plain JSON, matches one of the alternatives. */
export function matchesEvent(alternatives: readonly Alternative[], event: PropertyMap): boolean {
  return alternatives.some((alternative) =>
    alternative.every(({ path, matchers }) => {
      const found = valuesAt(event, path);
      return matchers.some((matcher) => matchesField(matcher, found));
    }),
  );
}

/** The values of a field; of a list in the event each item is one. A field that is not there has none. */
function valuesAt(value: Value | undefined, path: readonly string[]): readonly Value[] {
  if (isList(value)) {
    return value.flatMap((item) => valuesAt(item, path));
  }
  const [name, ...rest] = path;
  if (name === undefined) {
    return value === undefined ? [] : [value];
  }
  return isMap(value) && Object.hasOwn(value, name) ? valuesAt(value[name], rest) : [];
}

function matchesField(matcher: Value, found: readonly Value[]): boolean {
  if (isMap(matcher) && typeof matcher.exists === "boolean") {
    return matcher.exists === found.some((value) => !isMap(value));
  }
  return found.some((value) => matchesValue(matcher, value));
}

function matchesValue(matcher: Value, value: Value): boolean {
  if (!isMap(matcher)) {
    return matcher === value;
  }
  const [[operator, operand] = [], ...others] = Object.entries(matcher);
  const compare = operator !== undefined && Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  return compare !== undefined && operand !== undefined && others.length === 0 && compare(operand, value);
}

/** Whether a value of an event meets the operand; an operand of another form meets nothing. */
type Comparison = (operand: Value, value: Value) => boolean;

/** Asked of texts; an operand may say that the letter case does not count. */
function ofTexts(compare: (operand: string, value: string) => boolean): Comparison {
  return (operand, value) => {
    if (typeof value !== "string") {
      return false;
    }
    if (typeof operand === "string") {
      return compare(operand, value);
    }
    const loose = isMap(operand) ? operand["equals-ignore-case"] : undefined;
    return typeof loose === "string" && compare(loose.toLowerCase(), value.toLowerCase());
  };
}

const anythingBut: Comparison = (operand, value) => {
  const refused: readonly Value[] = isList(operand) ? operand : isMap(operand) ? eachOf(operand) : [operand];
  return refused.every((one) => !matchesValue(one, value));
};

/** `{ prefix: ["a", "b"] }` is any of the prefixes. */
function eachOf(matcher: PropertyMap): readonly Value[] {
  return Object.entries(matcher).flatMap(([operator, operands]) => {
    const each: readonly Value[] = isList(operands) ? operands : [operands];
    return each.map((operand) => ({ [operator]: operand }));
  });
}

const RELATIONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  "=": (value, bound) => value === bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

const inRange: Comparison = (operand, value) =>
  isList(operand) &&
  typeof value === "number" &&
  operand.length > 0 &&
  operand.every((relation, index) => {
    if (index % 2 === 1) {
      return true;
    }
    const bound = operand[index + 1];
    const holds = typeof relation === "string" && Object.hasOwn(RELATIONS, relation) ? RELATIONS[relation] : undefined;
    return typeof bound === "number" && holds?.(value, bound) === true;
  });

const inBlock: Comparison = (operand, value) => {
  const [address = "", prefix] = typeof operand === "string" ? operand.split("/") : [];
  const family = isIPv4(address) ? "ipv4" : "ipv6";
  if (typeof value !== "string" || prefix === undefined || !(isIPv4(address) || isIPv6(address))) {
    return false;
  }
  const block = new BlockList();
  block.addSubnet(address, Number(prefix), family);
  return block.check(value, isIPv4(value) ? "ipv4" : "ipv6");
};

/** A backslash before a star or a backslash takes it for itself. */
function unescaped(wildcard: string): string {
  return wildcard.replaceAll(/\\([*\\])/g, (_, character) => (character === "*" ? UNWRITTEN : "\\"));
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  prefix: ofTexts((operand, value) => value.startsWith(operand)),
  suffix: ofTexts((operand, value) => value.endsWith(operand)),
  "equals-ignore-case": ofTexts((operand, value) => operand.toLowerCase() === value.toLowerCase()),
  wildcard: ofTexts((operand, value) => matchesPattern(unescaped(operand), value.replaceAll("*", UNWRITTEN))),
  "anything-but": anythingBut,
  numeric: inRange,
  cidr: inBlock,
};
