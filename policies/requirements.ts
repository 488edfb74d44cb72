/** The vocabulary of most rules: what a single property is required to be. */
import { type PropertyMap, type Value, UNKNOWN, at, isList, show } from "./properties";
import { type Results, fail, pass, undecided } from "./result";

type Plain = string | number | boolean;

/** What the property at a dotted path is required to be. */
export type Requirement = (properties: PropertyMap, path: string) => Results;

/** Hands on the value at a path once it is known (or known to be absent); an unknown is undecided. */
export function decide(
  properties: PropertyMap,
  path: string,
  check: (value: Exclude<Value, typeof UNKNOWN> | undefined) => Results,
): Results {
  const value = at(properties, path);
  return value === UNKNOWN ? undecided(path) : check(value);
}

/**
 * The property has one of the wanted values.
 * @param byDefault what the provider takes when the program leaves the property out; @default none.
 */
export function equals(
  wanted: Plain | readonly Plain[],
  { byDefault }: { readonly byDefault?: Plain } = {},
): Requirement {
  const allowed: readonly Value[] = Array.isArray(wanted) ? (wanted as readonly Plain[]) : [wanted]; // narrowed by isArray
  return (properties, path) =>
    decide(properties, path, (value) => {
      const effective = value ?? byDefault;
      return effective !== undefined && allowed.includes(effective)
        ? pass
        : fail(path, `${found(value, byDefault)}; set it to ${allowed.map(show).join(" or ")}`);
    });
}

/**
 * The property is set; what it is set to may be unknown, because presence is known all the same.
 * @param what completes "set it to".
 */
export function isSet(what: string): Requirement {
  return (properties, path) => {
    const value = at(properties, path);
    return value === undefined || value === "" ? fail(path, `${found(value)}; set it to ${what}`) : pass;
  };
}

/**
 * The property is a number within bounds, both inclusive.
 * @param byDefault what the provider takes when the program leaves the property out; @default none.
 */
export function isWithin(
  bounds: { readonly minimum?: number; readonly maximum?: number },
  { byDefault }: { readonly byDefault?: number } = {},
): Requirement {
  const { minimum = -Infinity, maximum = Infinity } = bounds;
  const limits = [
    ...(bounds.minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(bounds.maximum === undefined ? [] : [`at most ${maximum}`]),
  ].join(" and ");
  return (properties, path) =>
    decide(properties, path, (value) => {
      const effective = value ?? byDefault;
      return typeof effective === "number" && effective >= minimum && effective <= maximum
        ? pass
        : fail(path, `${found(value, byDefault)}; set it to ${limits}`);
    });
}

/** The list holds every wanted item; a list that lacks one but holds an unknown item is undecided. */
export function includes(wanted: readonly string[]): Requirement {
  return (properties, path) =>
    decide(properties, path, (value) => {
      const items = isList(value) ? value : [];
      const missing = wanted.filter((item) => !items.includes(item));
      if (missing.length === 0) {
        return pass;
      }
      return items.includes(UNKNOWN) ? undecided(path) : fail(path, `${found(value)}; add ${missing.join(", ")}`);
    });
}

/**
 * The property is left out, or is an empty list.
 * @param why completes "remove it": "because no rule checks it there".
 */
export function isAbsent(why: string): Requirement {
  return (properties, path) =>
    decide(properties, path, (value) =>
      value === undefined || (isList(value) && value.length === 0)
        ? pass
        : fail(path, `${found(value)}; remove it, ${why}`),
    );
}

/** What is set, as the beginning of a message: `is not set and defaults to false`, `is 7`. */
export function found(value: Value | undefined, byDefault?: Plain): string {
  if (value !== undefined) {
    return `is ${show(value)}`;
  }
  return byDefault === undefined ? "is not set" : `is not set and defaults to ${show(byDefault)}`;
}
