/** Conditions on records, as plain data, which every query language is written from. */

/**
 * Where a value stands in a record: the names on the way to it, in the record's own letter case, divided by dots, such as
 * `userIdentity.sessionContext.sessionIssuer.arn`. A name with a dot or a dash of its own stands in brackets and quotes:
 * `output.outputBodyJson["amazon-bedrock-guardrailAction"]`.
 */
export type Field = string;

/** Of several fields the first that is there. */
export type Fields = Field | readonly [Field, ...Field[]];

export type Condition =
  | { readonly kind: "is"; readonly field: Fields; readonly values: readonly string[] }
  /** An absent field is none of them. */
  | { readonly kind: "is-not"; readonly field: Fields; readonly values: readonly string[] }
  /** Some part of the text matches, whatever the letter case. A pattern that RE2, Java and DuckDB read alike. */
  | { readonly kind: "matches"; readonly field: Fields; readonly pattern: string }
  /** An absent field matches nothing. */
  | { readonly kind: "matches-not"; readonly field: Fields; readonly pattern: string }
  | { readonly kind: "present"; readonly field: Fields }
  | { readonly kind: "absent"; readonly field: Fields }
  /** A number, which may stand in the record as a text. */
  | { readonly kind: "below"; readonly field: Fields; readonly limit: number }
  /** Both are there, and are not the same. */
  | { readonly kind: "differs"; readonly field: Field; readonly from: Field }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] };

export function is(field: Fields, ...values: readonly string[]): Condition {
  return { kind: "is", field, values };
}

export function isNot(field: Fields, ...values: readonly string[]): Condition {
  return { kind: "is-not", field, values };
}

export function matches(field: Fields, pattern: string): Condition {
  return { kind: "matches", field, pattern };
}

export function matchesNot(field: Fields, pattern: string): Condition {
  return { kind: "matches-not", field, pattern };
}

export function present(field: Fields): Condition {
  return { kind: "present", field };
}

export function absent(field: Fields): Condition {
  return { kind: "absent", field };
}

export function below(field: Fields, limit: number): Condition {
  return { kind: "below", field, limit };
}

export function differs(field: Field, from: Field): Condition {
  return { kind: "differs", field, from };
}

/** Holds always where it is made of none. */
export function all(...of: readonly Condition[]): Condition {
  const parts = of.flatMap((part) => (part.kind === "all" ? part.of : [part]));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: "all", of: parts };
}

/** @throws RangeError where it is made of none, which nothing would meet */
export function any(...of: readonly Condition[]): Condition {
  const [only] = of;
  if (only === undefined) {
    throw new RangeError("A condition needs at least one alternative.");
  }
  return of.length === 1 ? only : { kind: "any", of };
}

/** What holds for every record. */
export const ALWAYS: Condition = { kind: "all", of: [] };

/** The names on the way to a value. */
export function stepsOf(field: Field): readonly [string, ...string[]] {
  const steps = [...field.matchAll(/\["(?<quoted>[^"]+)"\]|(?<plain>[^.[\]]+)/g)].map(
    ({ groups }) => groups?.["quoted"] ?? groups?.["plain"] ?? "",
  );
  const [first, ...rest] = steps;
  if (first === undefined) {
    throw new RangeError(`Not a field: ${field}`);
  }
  return [first, ...rest];
}

/** A field as the list of its alternatives. */
export function alternativesOf(fields: Fields): readonly [Field, ...Field[]] {
  return typeof fields === "string" ? [fields] : fields;
}
