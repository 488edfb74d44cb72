/** Conditions on a record that is at hand, for what hands over records and takes no query: CloudTrail's event history. */
import { alternativesOf, type Condition, type Field, type Fields, stepsOf } from "./condition";

/** Whether the record meets the condition, as the query languages would say. */
export function meets(record: unknown, condition: Condition): boolean {
  switch (condition.kind) {
    case "is":
      return condition.values.some((value) => value === valueAt(record, condition.field));
    case "is-not":
      return !condition.values.some((value) => value === (valueAt(record, condition.field) ?? ""));
    case "matches":
      return matches(valueAt(record, condition.field), condition.pattern);
    case "matches-not":
      return !matches(valueAt(record, condition.field), condition.pattern);
    case "present":
      return valueAt(record, condition.field) !== undefined;
    case "absent":
      return valueAt(record, condition.field) === undefined;
    case "below":
      return isBelow(valueAt(record, condition.field), condition.limit);
    case "differs": {
      const [one, other] = [valueAt(record, condition.field), valueAt(record, condition.from)];
      return one !== undefined && other !== undefined && one !== other;
    }
    case "all":
      return condition.of.every((part) => meets(record, part));
    case "any":
      return condition.of.some((part) => meets(record, part));
  }
}

function matches(value: string | undefined, pattern: string): boolean {
  return value !== undefined && new RegExp(pattern, "i").test(value);
}

function isBelow(value: string | undefined, limit: number): boolean {
  return value !== undefined && value.trim() !== "" && Number(value) < limit;
}

/** The first of the fields that is there, as a text; what holds further fields is its JSON where it is shown as such, or else absent. */
export function valueAt(record: unknown, fields: Fields): string | undefined {
  for (const field of alternativesOf(fields)) {
    const value = textAt(record, field);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function textAt(record: unknown, field: Field): string | undefined {
  const asJson = field.endsWith("{}");
  let value = record;
  for (const step of stepsOf(asJson ? field.slice(0, -2) : field)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[step]; // an object, by the line above
  }
  if (value === null || value === undefined) {
    return undefined;
  }
  if (typeof value === "object") {
    return asJson ? JSON.stringify(value) : undefined;
  }
  return typeof value === "string" && !asJson ? value : JSON.stringify(value);
}
