/**
 * Queries in the language of CloudWatch Logs Insights.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
import { alternativesOf, type Condition, type Fields, stepsOf } from "./condition";
import type { CountsQuery, Measure, RecordsQuery } from "./query";
import type { TableName } from "./table-name";
import { onlyRecords, TABLE_VIEWS } from "./tables";

/** The tables whose records are in log groups as well. */
export const LOGGED_TABLES = ["cloudtrail_events", "model_invocations", "kubernetes_audit"] as const;

/** Rows that an answer holds at most. */
export const INSIGHTS_ROWS = 10_000;

/** The query, or nothing where none of its tables is in a log group. The times are given to Insights apart from it. */
export function insightsOf(query: RecordsQuery | CountsQuery): string | undefined {
  const table = query.tables.find((one) => LOGGED_TABLES.some((logged) => logged === one));
  if (table === undefined) {
    return undefined;
  }
  return query.kind === "records" ? recordsQuery(query, table) : countsQuery(query, table);
}

/** The log group that is asked, told by its table. */
export function loggedTableOf({ tables }: RecordsQuery | CountsQuery): (typeof LOGGED_TABLES)[number] | undefined {
  return LOGGED_TABLES.find((logged) => tables.includes(logged));
}

function recordsQuery({ where, show = {} }: RecordsQuery, table: TableName): string {
  const { first, last } = TABLE_VIEWS[table];
  return [
    `fields ${Object.entries({ ...first, ...show, ...last })
      .map(([column, fields]) => shown(column, fields))
      .join(", ")}`,
    filterOf(where, table),
    "sort @timestamp desc",
    `limit ${INSIGHTS_ROWS}`,
  ].join("\n| ");
}

function countsQuery(
  { where, by, hourly = false, counted, measures = {}, atLeast = 1 }: CountsQuery,
  table: TableName,
): string {
  const id = Object.values(TABLE_VIEWS[table].last)[0] ?? "";
  const groups = [...Object.keys(by), ...(hourly ? ["bin(1h)"] : [])];
  return [
    `fields ${Object.entries(by)
      .map(([column, fields]) => shown(column, fields))
      .join(", ")}`,
    filterOf(where, table),
    `stats count_distinct(${fieldOf(id)}) as ${counted}${Object.entries(measures)
      .map(([column, { of, field }]) => `, ${MEASURES[of](fieldOf(field))} as ${column}`)
      .join("")}${groups.length === 0 ? "" : ` by ${groups.join(", ")}`}`,
    ...(atLeast > 1 ? [`filter ${counted} >= ${atLeast}`] : []),
    `sort ${counted} desc`,
    `limit ${INSIGHTS_ROWS}`,
  ].join("\n| ");
}

const MEASURES: Readonly<Record<Measure["of"], (field: string) => string>> = {
  present: (field) => `count(${field})`,
  distinct: (field) => `count_distinct(${field})`,
  sum: (field) => `sum(${field})`,
  lowest: (field) => `min(${field})`,
  highest: (field) => `max(${field})`,
};

function filterOf(where: Condition, table: TableName): string {
  const condition = conditionOf(onlyRecords(table, where));
  return `filter ${condition === "" ? "ispresent(@message)" : condition}`;
}

function conditionOf(condition: Condition): string {
  switch (condition.kind) {
    case "is":
      return oneOf(fieldOf(condition.field), condition.values);
    case "is-not": {
      const field = fieldOf(condition.field);
      return `(not ispresent(${field}) or not (${oneOf(field, condition.values)}))`;
    }
    case "matches":
      return `${textOf(condition.field)} like ${regex(condition.pattern)}`;
    case "matches-not": {
      const field = fieldOf(condition.field);
      return `(not ispresent(${field}) or ${field} not like ${regex(condition.pattern)})`;
    }
    case "present":
      return `ispresent(${fieldOf(condition.field)})`;
    case "absent":
      return `not ispresent(${fieldOf(condition.field)})`;
    case "below":
      return `${fieldOf(condition.field)} < ${condition.limit}`;
    case "differs": {
      const [field, from] = [fieldOf(condition.field), fieldOf(condition.from)];
      return `(ispresent(${field}) and ispresent(${from}) and ${field} != ${from})`;
    }
    case "all":
      return condition.of.map(conditionOf).join(" and ");
    case "any":
      return `(${condition.of.map((part) => (part.kind === "all" ? `(${conditionOf(part)})` : conditionOf(part))).join(" or ")})`;
  }
}

function oneOf(field: string, values: readonly string[]): string {
  const [only] = values;
  if (only === "true" && values.length === 1) {
    // How Insights shows what is true in JSON its pages do not say: as a number, or as a word.
    return `(${field} = ${text(only)} or ${field} = 1)`;
  }
  return only !== undefined && values.length === 1
    ? `${field} = ${text(only)}`
    : `${field} in [${values.map(text).join(", ")}]`;
}

function text(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function regex(pattern: string): string {
  return `/(?i)${pattern.replaceAll("/", "\\/")}/`;
}

function shown(column: string, fields: Fields): string {
  const field = fieldOf(fields);
  return field === column ? field : `${field} as ${column}`;
}

/** Of what holds further fields Insights knows no text but that of the whole record. */
function textOf(fields: Fields): string {
  return alternativesOf(fields).some((field) => field.endsWith("{}")) ? "@message" : fieldOf(fields);
}

function fieldOf(fields: Fields): string {
  const alternatives = alternativesOf(fields).map((field) => {
    const steps = stepsOf(field.replace(/\{\}$/, ""));
    const path = steps.join(".");
    return /^[\w.]+$/.test(path) ? path : `\`${path}\``;
  });
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `coalesce(${alternatives.join(", ")})`;
}
