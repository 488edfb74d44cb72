/** Event selectors as the tests of rules on trails write them. */
import type { WireMap } from "../../../../pulumi/stack-state";

interface Field extends WireMap {
  readonly field: string;
}

/** An advanced event selector for a category, with further fields. */
export function selector(category: string, ...fields: readonly Field[]): WireMap {
  return { fieldSelectors: [{ field: "eventCategory", equals: [category] }, ...fields] };
}

export function ofType(...types: readonly string[]): Field {
  return { field: "resources.type", equals: types };
}

export function readOnly(...values: readonly string[]): Field {
  return { field: "readOnly", equals: values };
}

export const MANAGEMENT = selector("Management");
