/**
 * How what stands in an account differs from what is declared. Pure.
 *
 * Lists are compared as sets, and nothing, an empty text, an empty list and an empty object are the same, because
 * AWS's services return one for another. A list's elements are matched by their name where they have one, so that a
 * difference names the smallest thing that differs.
 */
import type { WireMap, WireValue } from "../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireMap } from "../pulumi/wire";
import { parsedDocument } from "./documents";

/** How a property is compared: as plain data, or as a JSON document, in which one thing and a list of it are the same. */
export type Form = "plain" | "document";

export interface Difference {
  /** Dotted path; elements of lists are named in brackets. */
  readonly property: string;
  readonly kind: "differs" | "lacks" | "has" | "unknown";
  readonly declared?: WireValue;
  readonly observed?: WireValue;
}

export interface Comparison {
  readonly forms: Readonly<Record<string, Form | undefined>>;
  readonly defaults: Readonly<Record<string, WireValue | undefined>>;
}

/**
 * @param declared the properties to compare, as the stack declares them.
 * @param observed the same properties in the account; those that are not set may be left out.
 * @param properties the names of the properties that were read.
 */
export function differences(
  declared: WireMap,
  observed: Readonly<Record<string, WireValue | undefined>>,
  properties: readonly string[],
  { forms, defaults }: Comparison,
): readonly Difference[] {
  return properties
    .filter((name) => name in declared || name in defaults)
    .flatMap((name) => {
      const wanted = declared[name] ?? defaults[name] ?? null;
      const there = observed[name] ?? null;
      return holdsUnknown(wanted)
        ? [{ property: name, kind: "unknown" as const, observed: there }]
        : forms[name] === "document"
          ? compare(name, parsedDocument(wanted), parsedDocument(there), true)
          : compare(name, wanted, there, false);
    });
}

function holdsUnknown(value: WireValue): boolean {
  return JSON.stringify(value).includes(UNKNOWN_VALUE);
}

/** @param loose whether one thing and a list that holds only it are the same. */
function compare(property: string, wanted: WireValue, there: WireValue, loose: boolean): readonly Difference[] {
  if (canonical(wanted, loose) === canonical(there, loose)) {
    return [];
  }
  if (isWireMap(wanted) && isWireMap(there)) {
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(there)])];
    return names.flatMap((name) => compare(`${property}.${name}`, wanted[name] ?? null, there[name] ?? null, loose));
  }
  const lists = asLists(wanted, there, loose);
  return lists === undefined
    ? [{ property, kind: "differs", declared: wanted, observed: there }]
    : compareSets(property, ...lists, loose);
}

function asLists(
  wanted: WireValue,
  there: WireValue,
  loose: boolean,
): [readonly WireValue[], readonly WireValue[]] | undefined {
  const lists = [wanted, there].filter((value) => Array.isArray(value)).length;
  const nothing = isEmpty(wanted) || isEmpty(there);
  return lists === 2 || (lists === 1 && (loose || nothing)) ? [listOf(wanted), listOf(there)] : undefined;
}

function listOf(value: WireValue): readonly WireValue[] {
  return isEmpty(value) ? [] : isList(value) ? value : [value];
}

function compareSets(
  property: string,
  wanted: readonly WireValue[],
  there: readonly WireValue[],
  loose: boolean,
): readonly Difference[] {
  const known = new Set(there.map((item) => canonical(item, loose)));
  const expected = new Set(wanted.map((item) => canonical(item, loose)));
  const lacking = wanted.filter((item) => !known.has(canonical(item, loose)));
  const additional = there.filter((item) => !expected.has(canonical(item, loose)));
  const onlyPair = lacking.length === 1 && additional.length === 1 && wanted.length === 1 && there.length === 1;
  const partner = (item: WireValue): WireValue | undefined =>
    onlyPair && isWireMap(item) && isWireMap(additional[0])
      ? additional[0]
      : additional.find((other) => nameOf(item) !== undefined && nameOf(item) === nameOf(other));
  const changed = lacking.map((item) => [item, partner(item)] as const);
  const paired = new Set(changed.map(([, other]) => other));
  const gone = changed.filter(([, other]) => other === undefined).map(([item]) => item);
  const surplus = additional.filter((item) => !paired.has(item));
  return [
    ...changed.flatMap(([item, other]) =>
      other === undefined ? [] : compare(`${property}[${nameOf(item) ?? "0"}]`, item, other, loose),
    ),
    ...(gone.length === 0 ? [] : [{ property, kind: "lacks" as const, declared: gone }]),
    ...(surplus.length === 0 ? [] : [{ property, kind: "has" as const, observed: surplus }]),
  ];
}

/** By which AWS's lists tell their elements apart. */
const NAMES = ["Sid", "id", "name"] as const;

function nameOf(item: WireValue): string | undefined {
  const names = isWireMap(item) ? NAMES.map((name) => item[name]) : [];
  return names.find((name): name is string => typeof name === "string" && name !== "");
}

/** Equal for values that mean the same. */
function canonical(value: WireValue, loose: boolean): string {
  if (isEmpty(value)) {
    return "";
  }
  if (isList(value)) {
    const items = value.map((item) => canonical(item, loose)).filter((item) => item !== "");
    return loose && items.length === 1 ? (items[0] ?? "") : items.length === 0 ? "" : `[${items.sort().join()}]`;
  }
  if (isWireMap(value)) {
    const fields = Object.entries(value).map(([name, inner]) => [name, canonical(inner, loose)] as const);
    const set = fields.filter(([, inner]) => inner !== "");
    return set.length === 0
      ? ""
      : `{${set
          .map(([name, inner]) => `${JSON.stringify(name)}:${inner}`)
          .sort()
          .join()}}`;
  }
  // Services return numbers and booleans as texts in some answers.
  return JSON.stringify(String(value));
}

function isEmpty(value: WireValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) ? value.length === 0 : typeof value === "object" && Object.keys(value).length === 0)
  );
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

/** How many elements of a list a message names. */
const MOST_NAMED = 3;
/** How much of a value a message quotes. */
const LONGEST_VALUE = 300;

/** The text of a finding, after its property: `is 7 in the account; the stack declares 365`. */
export function describeDifference({ kind, declared = null, observed = null }: Difference): string {
  switch (kind) {
    case "lacks":
      return `lacks ${namedItems(declared)} in the account; the stack declares it`;
    case "has":
      return `has ${namedItems(observed)} in the account; the stack does not declare it`;
    case "unknown":
      return `is ${shown(observed)} in the account; what the stack declares is only known from its exported state`;
    case "differs":
      return `is ${shown(observed)} in the account; the stack declares ${isEmpty(declared) ? "none" : shown(declared)}`;
  }
}

function namedItems(items: WireValue): string {
  const list = listOf(items);
  const named = list.slice(0, MOST_NAMED).map((item) => nameOf(item) ?? shown(item));
  const more = list.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function shown(value: WireValue): string {
  if (isEmpty(value)) {
    return "not set";
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
