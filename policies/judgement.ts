/** What a rule says of one resource, and the small vocabulary in which most rules say it. */
import { type PropertyMap, type Value, UNKNOWN, at, isList, show } from "./properties";

export type Judgement =
  | { readonly verdict: "pass" }
  | { readonly verdict: "fail"; readonly property: string; readonly message: string; readonly urn?: string }
  | { readonly verdict: "undecided"; readonly property: string; readonly message: string; readonly urn?: string }
  | { readonly verdict: "not-applicable"; readonly reason: string };

/** One judgement, or one for each thing found; an empty list is a pass. */
export type Judgements = Judgement | readonly Judgement[];

export const pass: Judgement = { verdict: "pass" };

/** @param property dotted path of the property at fault; @param message what is wrong and what would be right. */
export function fail(property: string, message: string, urn?: string): Judgement {
  return { verdict: "fail", property, message, ...(urn === undefined ? {} : { urn }) };
}

/** The property's value is not known during the preview, so nothing is claimed of it. */
export function undecided(property: string, urn?: string): Judgement {
  const message = "the value is not known before the update";
  return { verdict: "undecided", property, message, ...(urn === undefined ? {} : { urn }) };
}

export function notApplicable(reason: string): Judgement {
  return { verdict: "not-applicable", reason };
}

/** Hands on the value at a path once it is known (or known to be absent); an unknown is undecided. */
export function decide(
  properties: PropertyMap,
  path: string,
  judge: (value: Exclude<Value, typeof UNKNOWN> | undefined) => Judgements,
): Judgements {
  const value = at(properties, path);
  return value === UNKNOWN ? undecided(path) : judge(value);
}

/**
 * The property must have one of the wanted values.
 * @param absent what the provider takes when the program leaves the property out; `undefined` when it has no default.
 */
export function mustBe(
  properties: PropertyMap,
  path: string,
  wanted: string | number | boolean | readonly (string | number | boolean)[],
  { absent }: { readonly absent?: string | number | boolean } = {},
): Judgements {
  return decide(properties, path, (value) => {
    const effective = value ?? absent;
    const allowed = Array.isArray(wanted) ? (wanted as readonly Value[]) : [wanted as Value]; // narrowed by isArray
    if (effective !== undefined && allowed.includes(effective)) {
      return pass;
    }
    const byDefault =
      value === undefined && absent !== undefined ? `, which the provider takes as ${show(absent)}` : "";
    return fail(path, `is ${show(value)}${byDefault}; it must be ${allowed.map(show).join(" or ")}`);
  });
}

/** The property must be set; what it is set to may be unknown, because presence is known all the same. */
export function mustBePresent(properties: PropertyMap, path: string, what: string): Judgements {
  const value = at(properties, path);
  return value === undefined || value === "" ? fail(path, `is ${show(value)}; it must name ${what}`) : pass;
}

/** The property must be a number within bounds, both inclusive; absent takes the provider's default, if there is one. */
export function mustBeWithin(
  properties: PropertyMap,
  path: string,
  bounds: { readonly minimum?: number; readonly maximum?: number },
  { absent }: { readonly absent?: number } = {},
): Judgements {
  return decide(properties, path, (value) => {
    const effective = value ?? absent;
    const { minimum = -Infinity, maximum = Infinity } = bounds;
    if (typeof effective === "number" && effective >= minimum && effective <= maximum) {
      return pass;
    }
    const limits = [
      ...(bounds.minimum === undefined ? [] : [`at least ${minimum}`]),
      ...(bounds.maximum === undefined ? [] : [`at most ${maximum}`]),
    ].join(" and ");
    const byDefault = value === undefined && absent !== undefined ? `, which the provider takes as ${absent}` : "";
    return fail(path, `is ${show(value)}${byDefault}; it must be ${limits}`);
  });
}

/** The list must hold every wanted item; a list that lacks one but holds an unknown item is undecided. */
export function mustHoldAll(properties: PropertyMap, path: string, wanted: readonly string[]): Judgements {
  return decide(properties, path, (value) => {
    const items = isList(value) ? value : [];
    const missing = wanted.filter((item) => !items.includes(item));
    if (missing.length === 0) {
      return pass;
    }
    return items.includes(UNKNOWN) ? undecided(path) : fail(path, `is ${show(value)}; it lacks ${missing.join(", ")}`);
  });
}

/** All judgements of several questions asked of one resource. */
export function all(...answers: readonly Judgements[]): readonly Judgement[] {
  return answers.flat();
}
