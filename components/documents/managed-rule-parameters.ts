/** The parameters of managed rules: what is legal, and what a rule gets. */
import type { LegalValues } from "../../facts/config/managed-rule";
import { managedRule, type ManagedRuleId } from "../../facts/config/managed-rules";

function itemsAreDistinct(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}

/** Whether a managed rule takes `value` for a parameter with these legal values. */
export function isLegalValue(legal: LegalValues, value: string): boolean {
  const items = value.split(",");
  switch (legal.kind) {
    case "one-of":
      return legal.values.includes(value);
    case "items-of":
      return items.every((item) => legal.values.includes(item)) && itemsAreDistinct(items);
    case "integer":
      return /^(0|[1-9]\d{0,8})$/.test(value) && Number(value) >= legal.minimum && Number(value) <= legal.maximum;
    case "items-like":
      return items.every((item) => legal.item.test(item));
  }
}

function legalValuesInWords(legal: LegalValues): string {
  switch (legal.kind) {
    case "one-of":
      return `one of ${legal.values.join(", ")}`;
    case "items-of":
      return `a comma-separated list without blanks of ${legal.values.join(", ")}, none twice`;
    case "integer":
      return `a whole number from ${legal.minimum} to ${legal.maximum}, as a string`;
    case "items-like":
      return `a comma-separated list without blanks of ${legal.meaning}`;
  }
}

/**
 * What is wrong with parameters that are given for a rule: those that it does not take, and values that are not legal.
 *
 * @param path where `given` stands in the caller's options
 */
export function parameterMistakes(
  id: ManagedRuleId,
  given: Readonly<Record<string, string | undefined>>,
  path: string,
): readonly string[] {
  const { parameters } = managedRule(id);
  const names = Object.keys(parameters).sort();
  return Object.entries(given).flatMap(([name, value]) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      return [`${path}.${name} is not a parameter of ${id}, which takes ${names.join(", ") || "none"}. Remove it.`];
    }
    if (value === undefined || isLegalValue(parameter.legal, value)) {
      return [];
    }
    return [`${path}.${name} is ${JSON.stringify(value)}; ${id} takes ${legalValuesInWords(parameter.legal)}.`];
  });
}

/**
 * The parameters that a rule gets: its defaults, overridden by `given`, ordered by name so that the same parameters
 * always make the same JSON.
 *
 * @param given values by parameter name, without mistakes; `undefined` counts as not given
 */
export function resolveParameters(
  id: ManagedRuleId,
  given: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const { parameters } = managedRule(id);
  const names = Object.keys(parameters).sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name] ?? parameters[name]?.default;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The `inputParameters` of a rule: a JSON object of strings, or `undefined` when there are none. */
export function parametersJson(parameters: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(parameters).length === 0 ? undefined : JSON.stringify(parameters);
}
