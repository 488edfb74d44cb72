/**
 * Queries in the language of CloudWatch Logs Insights.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
import { alternativesOf, type Condition, type Fields, stepsOf } from "./condition";
import { insightsText } from "./insights-text";
import type { Answered, CountsQuery, InsightsText, Measure, Query, RecordsQuery } from "./query";
import { LOGGED_TABLES, type LoggedTable, type TableName } from "./table-name";
import { onlyRecords, TABLE_VIEWS } from "./tables";

/** Rows that an answer holds at most. */
export const INSIGHTS_ROWS = 10_000;

/** What is asked of log groups. */
export interface InsightsQuery {
  /** Those whose log groups are asked together. */
  readonly tables: readonly LoggedTable[];
  readonly text: string;
  /** What is made of the rows. @default - they are the answer */
  readonly rows?: (rows: readonly Answered[]) => readonly Answered[];
}

/**
 * The query, or nothing where the log groups that it needs are not known. The times are given to Insights apart from it.
 *
 * @param known the tables whose log groups are known. @default - all
 */
export function insightsOf(query: Query, known: readonly LoggedTable[] = LOGGED_TABLES): InsightsQuery | undefined {
  if (query.kind === "text") {
    return query.insights === undefined ? undefined : ofText(query.insights, known);
  }
  const table = loggedTableOf(query);
  if (table === undefined || !known.includes(table)) {
    return undefined;
  }
  return { tables: [table], text: query.kind === "records" ? recordsQuery(query, table) : countsQuery(query, table) };
}

function ofText(
  { tables, needs, text: commands, rows }: InsightsText,
  known: readonly LoggedTable[],
): InsightsQuery | undefined {
  const asked = tables.filter((table) => known.includes(table));
  return asked.length === 0 || (needs === "all" && asked.length < tables.length)
    ? undefined
    : { tables: asked, text: joined(commands), ...(rows === undefined ? {} : { rows }) };
}

/** The log group that a query of one table is asked of, told by the table. */
export function loggedTableOf({ tables }: RecordsQuery | CountsQuery): LoggedTable | undefined {
  return LOGGED_TABLES.find((logged) => tables.includes(logged));
}

function joined(commands: readonly string[]): string {
  return [...commands, `limit ${INSIGHTS_ROWS}`].join("\n| ");
}

function recordsQuery({ where, show = {} }: RecordsQuery, table: TableName): string {
  const { first, last } = TABLE_VIEWS[table];
  return joined([
    `fields ${Object.entries({ ...first, ...show, ...last })
      .map(([column, fields]) => shown(column, fields))
      .join(", ")}`,
    filterOf(where, table),
    "sort @timestamp desc",
  ]);
}

function countsQuery(
  { where, by, hourly = false, counted, measures = {}, atLeast = 1 }: CountsQuery,
  table: TableName,
): string {
  const id = Object.values(TABLE_VIEWS[table].last)[0] ?? "";
  const groups = [...Object.keys(by), ...(hourly ? ["bin(1h)"] : [])];
  return joined([
    `fields ${Object.entries(by)
      .map(([column, fields]) => shown(column, fields))
      .join(", ")}`,
    filterOf(where, table),
    `stats count_distinct(${fieldOf(id)}) as ${counted}${Object.entries(measures)
      .map(([column, { of, field }]) => `, ${MEASURES[of](fieldOf(field))} as ${column}`)
      .join("")}${groups.length === 0 ? "" : ` by ${groups.join(", ")}`}`,
    ...(atLeast > 1 ? [`filter ${counted} >= ${atLeast}`] : []),
    `sort ${counted} desc`,
  ]);
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
    return `(${field} = ${insightsText(only)} or ${field} = 1)`;
  }
  return only !== undefined && values.length === 1
    ? `${field} = ${insightsText(only)}`
    : `${field} in [${values.map(insightsText).join(", ")}]`;
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
