import type { Condition, Field } from "./condition";
import type { Query } from "./query";

/**
 * The values of which a field has one in every record that meets a condition, for what can only be asked coarsely: a log group by a
 * pattern, the event history by an attribute, a file by what is written in it.
 *
 * @returns nothing where the condition can be met whatever the field says
 */
export function requiredValues(where: Condition, field: Field): readonly string[] | undefined {
  switch (where.kind) {
    case "is":
      return where.field === field ? where.values : undefined;
    case "all":
      return where.of
        .flatMap((part) => {
          const values = requiredValues(part, field);
          return values === undefined ? [] : [values];
        })
        .sort((one, other) => one.length - other.length)[0];
    case "any": {
      const each = where.of.map((part) => requiredValues(part, field));
      return each.every((values) => values !== undefined) ? [...new Set(each.flat())] : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The values of which one is in every record that any of the queries asks for.
 *
 * @returns nothing where a query asks for records whatever the field says, or there is no query
 */
export function valuesAsked(queries: readonly Query[], field: Field): readonly string[] | undefined {
  const each = queries.map((query) => (query.kind === "text" ? undefined : requiredValues(query.where, field)));
  return each.length > 0 && each.every((values) => values !== undefined) ? [...new Set(each.flat())] : undefined;
}
