/**
 * Properties in three values: known, unknown, absent.
 *
 * During a preview the SDK hands a rule proxies that throw when an unknown value is read, and the SDK then turns even a
 * mandatory policy into an advisory. So the pack reads everything once, here, into plain data in which an unknown is a
 * value like any other, and rules are pure functions on that data.
 */
import { UnknownValueError } from "@pulumi/policy";
import { parseStrictJson } from "./strict-json";

/** Stands for a value that only the update will tell. */
export const UNKNOWN: unique symbol = Symbol("unknown until the update");
export type Unknown = typeof UNKNOWN;

/** A property tree as rules see it. Absent properties are absent, never `undefined` or `null`. */
export type Value = string | number | boolean | Unknown | readonly Value[] | PropertyMap;
export interface PropertyMap {
  readonly [name: string]: Value;
}

/**
 * The list, in every object that a bridged provider has checked, of the properties that it filled in. It is a note of the
 * provider to itself, and no property of the resource.
 */
const PROVIDER_NOTE = "__defaults";

/** Copies the SDK's proxied properties into plain data. */
export function plainProperties(proxied: object): PropertyMap {
  const plain: Record<string, Value> = {};
  for (const name of Object.keys(proxied)) {
    const value = name === PROVIDER_NOTE ? undefined : readValue(proxied, name);
    if (value !== undefined) {
      plain[name] = value;
    }
  }
  return plain;
}

function readValue(holder: object, name: string): Value | undefined {
  let value: unknown;
  try {
    value = Reflect.get(holder, name);
  } catch (error) {
    if (error instanceof UnknownValueError) {
      return UNKNOWN;
    }
    throw error;
  }
  switch (typeof value) {
    case "string":
      return value.includes(UNKNOWN_IN_TEXT) ? partlyUnknown(value) : value;
    case "number":
    case "boolean":
      return value;
    case "object":
      if (value === null) {
        return undefined;
      }
      return Array.isArray(value) ? plainItems(value) : plainProperties(value);
    default:
      return undefined;
  }
}

/** What stands in a text for an unknown: https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts */
const UNKNOWN_IN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A policy document is judged by the statements that are known; any other text of which some is unknown is unknown. */
function partlyUnknown(text: string): Value {
  try {
    const parsed = parseStrictJson(text);
    return typeof parsed === "object" && parsed !== null && "Statement" in parsed ? withUnknowns(parsed) : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

function withUnknowns(value: unknown): Value {
  if (Array.isArray(value)) {
    return value.map(withUnknowns);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    return entries.some(([name]) => name.includes(UNKNOWN_IN_TEXT))
      ? UNKNOWN
      : Object.fromEntries(entries.map(([name, inner]) => [name, withUnknowns(inner)]));
  }
  if (typeof value === "string") {
    return value.includes(UNKNOWN_IN_TEXT) ? UNKNOWN : value;
  }
  return typeof value === "number" || typeof value === "boolean" ? value : UNKNOWN;
}

function plainItems(items: readonly unknown[]): readonly Value[] {
  // A null item has a position, so it may not vanish as a null property does.
  return Array.from({ length: items.length }, (_, index) => readValue(items, String(index)) ?? {});
}

/**
 * The value at a dotted path (`recordingGroup.allSupported`); `undefined` when absent, {@link UNKNOWN} when the value
 * or anything on the way to it is unknown. A number as a segment is an index into a list.
 */
export function at(value: Value | undefined, path: string): Value | undefined {
  let here: Value | undefined = value;
  for (const segment of path.split(".")) {
    if (here === undefined || here === UNKNOWN) {
      return here;
    }
    if (Array.isArray(here)) {
      here = here[Number(segment)] as Value | undefined; // Array.isArray widens a readonly array to any[]
    } else if (isMap(here)) {
      here = Object.hasOwn(here, segment) ? here[segment] : undefined;
    } else {
      return undefined;
    }
  }
  return here;
}

export function isMap(value: Value | undefined): value is PropertyMap {
  return typeof value === "object" && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether the value is unknown or holds an unknown at any depth. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (isList(value)) {
    return value.some(holdsUnknown);
  }
  return isMap(value) ? Object.values(value).some(holdsUnknown) : value === UNKNOWN;
}

/** A value as a message shows it: absent, unknown, or JSON of at most 80 characters. */
export function show(value: Value | undefined): string {
  if (value === undefined) {
    return "absent";
  }
  if (value === UNKNOWN) {
    return "unknown until the update";
  }
  const text = JSON.stringify(value, (_, inner: unknown) => (inner === UNKNOWN ? "<unknown>" : inner));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
