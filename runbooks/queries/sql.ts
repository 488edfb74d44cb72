/**
 * Queries in SQL that Athena runs over the archive and DuckDB over files: one text for both.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/functions.html
 */
import { columnsOf, type EVIDENCE_TABLES } from "../../facts/athena/evidence-tables";
import { type HiveType, parseHiveType } from "./hive-type";
import { alternativesOf, type Condition, type Field, type Fields, stepsOf } from "./condition";
import type { CountsQuery, Measure, Query, RecordsQuery, Shown } from "./query";
import type { TableName } from "./table-name";
import { anyOf, name, text } from "./sql-text";
import { FOLDER_TABLES, onlyRecords, TABLE_VIEWS } from "./tables";
import { type Window, within } from "./window";

/** @param tables those that there are */
export function sqlOf(query: Query, window: Window, tables: readonly TableName[]): string {
  const asked = query.tables.filter((table) => tables.includes(table));
  switch (query.kind) {
    case "records":
      return recordsSql(query, window, asked);
    case "counts":
      return countsSql(query, window, asked);
    case "text":
      return query.sql({ within: within(window), tables: asked });
  }
}

function recordsSql({ where, show = {} }: RecordsQuery, window: Window, tables: readonly TableName[]): string {
  const selects = tables.map((table) => {
    const { first, last } = TABLE_VIEWS[table];
    return select(table, { ...first, ...show, ...last }, where, window);
  });
  const newestBy = tables[0] === undefined ? "1" : name(TABLE_VIEWS[tables[0]].newestBy);
  return `${selects.join("\nUNION\n")}\nORDER BY ${newestBy} DESC`;
}

function countsSql(
  { where, by, hourly = false, counted, measures = {}, atLeast = 1 }: CountsQuery,
  window: Window,
  tables: readonly TableName[],
): string {
  const measured = measuredIn(by, measures, tables);
  const selects = tables.map((table) => {
    const { first, last, newestBy } = TABLE_VIEWS[table];
    // A record that was delivered twice is one row of these.
    const inner = {
      ...by,
      ...(hourly ? { hour: first[newestBy] ?? newestBy } : {}),
      ...Object.fromEntries(measured.map(({ read, field }) => [read, field])),
      ...last,
      ...(table.startsWith("s3_") ? { key_of: "key" } : {}),
    };
    return select(table, inner, where, window, { hour: (field) => `substr(${field}, 1, 13)` });
  });
  const groups = [...Object.keys(by), ...(hourly ? ["hour"] : [])].map(name);
  const columns = [
    ...groups,
    `count(*) AS ${name(counted)}`,
    ...measured.map(({ column, of, read }) => `${MEASURES[of](name(read))} AS ${name(column)}`),
  ];
  return [
    `SELECT ${columns.join(",\n  ")}`,
    `FROM (\n${selects.join("\nUNION\n")}\n) AS matching`,
    ...(groups.length === 0 ? [] : [`GROUP BY ${groups.map((_, index) => index + 1).join(", ")}`]),
    ...(atLeast > 1 ? [`HAVING count(*) >= ${atLeast}`] : []),
    `ORDER BY ${name(counted)} DESC`,
  ].join("\n");
}

/** A measure, the column that shows it, and that in which its field is read. */
interface Measured extends Measure {
  readonly column: string;
  readonly read: string;
}

/** A field that is that of another column is read once: rows are told apart by all of their columns, and each costs time. */
function measuredIn(
  by: Shown,
  measures: Readonly<Record<string, Measure>>,
  tables: readonly TableName[],
): readonly Measured[] {
  const [table, ...others] = tables;
  const last = table !== undefined && others.length === 0 ? TABLE_VIEWS[table].last : {};
  const readIn = new Map(Object.entries({ ...last, ...by }).map(([column, fields]) => [fieldsKey(fields), column]));
  return Object.entries(measures).map(([column, measure]) => {
    const key = fieldsKey(measure.field);
    const read = readIn.get(key) ?? `${key.toLowerCase().replace(/\W+/g, "_")}_of`;
    readIn.set(key, read);
    return { column, ...measure, read };
  });
}

function fieldsKey(fields: Fields): string {
  return alternativesOf(fields).join(" ");
}

const MEASURES: Readonly<Record<Measure["of"], (column: string) => string>> = {
  present: (column) => `count(${column})`,
  distinct: (column) => `count(DISTINCT ${column})`,
  sum: (column) => `sum(${column})`,
  lowest: (column) => `min(${column})`,
  highest: (column) => `max(${column})`,
};

/** One table's rows, each once. */
function select(
  table: TableName,
  shown: Readonly<Record<string, Fields>>,
  where: Condition,
  window: Window,
  forms: Readonly<Record<string, (field: string) => string>> = {},
): string {
  const columns = Object.entries(shown).map(([column, fields]) => {
    const value = fieldsSql(table, fields);
    const formed = forms[column]?.(value) ?? value;
    return formed === name(column) ? formed : `${formed} AS ${name(column)}`;
  });
  const records = recordsOf(table);
  const conditions = [...within(window)(table), ...records.conditions, conditionSql(table, onlyRecords(table, where))];
  return [
    `SELECT DISTINCT ${columns.join(",\n  ")}`,
    `FROM ${records.from}`,
    `WHERE ${conditions.join("\n  AND ")}`,
  ].join("\n");
}

/** A table whose rows hold lists of records: the list, which stands before a field. */
const LISTS: Readonly<Partial<Record<TableName, string>>> = { config_items: "configurationItems" };

/** A list is counted through by its positions, which every version of the engine reads alike. */
function recordsOf(table: TableName): { readonly from: string; readonly conditions: readonly string[] } {
  const list = LISTS[table];
  if (list === undefined) {
    return { from: table, conditions: [] };
  }
  const count = `cardinality(${list.toLowerCase()})`;
  return {
    from: `${table} CROSS JOIN UNNEST(sequence(1, ${count})) AS items (position)`,
    conditions: [`${count} > 0`],
  };
}

export function conditionSql(table: TableName, condition: Condition): string {
  const of = (fields: Fields): string => fieldsSql(table, fields);
  switch (condition.kind) {
    case "is":
      return oneOf(of(condition.field), condition.values);
    case "is-not":
      return noneOf(presentSql(table, condition.field), condition.values);
    case "matches":
      return `regexp_like(${of(condition.field)}, ${text(`(?i)${condition.pattern}`)})`;
    case "matches-not":
      return `NOT regexp_like(${presentSql(table, condition.field)}, ${text(`(?i)${condition.pattern}`)})`;
    case "present":
      return `${of(condition.field)} IS NOT NULL`;
    case "absent":
      return `${of(condition.field)} IS NULL`;
    case "below":
      return `try_cast(${of(condition.field)} AS double) < ${condition.limit}`;
    case "differs":
      return `${of(condition.field)} <> ${of(condition.from)}`;
    case "all":
      return condition.of.length === 0
        ? "true"
        : condition.of.map((part) => conditionSql(table, part)).join("\n  AND ");
    case "any":
      return `(${condition.of.map((part) => alternativeSql(table, part)).join("\n    OR ")})`;
  }
}

function alternativeSql(table: TableName, part: Condition): string {
  const sql = conditionSql(table, part);
  return part.kind === "all" ? `(${sql.replaceAll("\n  AND ", " AND ")})` : sql;
}

function oneOf(value: string, values: readonly string[]): string {
  const [only] = values;
  return only !== undefined && values.length === 1 ? `${value} = ${text(only)}` : `${value} IN ${anyOf(values)}`;
}

function noneOf(value: string, values: readonly string[]): string {
  const [only] = values;
  return only !== undefined && values.length === 1 ? `${value} <> ${text(only)}` : `${value} NOT IN ${anyOf(values)}`;
}

/** An absent field as a text that is none. */
function presentSql(table: TableName, fields: Fields): string {
  return `coalesce(${[...alternativesOf(fields).map((field) => fieldSql(table, field)), "''"].join(", ")})`;
}

/** The first of the fields that is there. */
export function fieldsSql(table: TableName, fields: Fields): string {
  const alternatives = alternativesOf(fields).map((field) => fieldSql(table, field));
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `coalesce(${alternatives.join(", ")})`;
}

/** How the name of a field ends whose value is shown as its JSON. */
const AS_JSON = "{}";

function fieldSql(table: TableName, field: Field): string {
  const asJson = field.endsWith(AS_JSON);
  const steps = stepsOf(asJson ? field.slice(0, -AS_JSON.length) : field);
  if (table in FOLDER_TABLES) {
    return name(steps[0]);
  }
  const list = LISTS[table];
  const path: readonly string[] = list === undefined ? steps : [list, ...steps];
  const [first = "", ...rest] = path;
  const column = columnsOf(table as keyof typeof EVIDENCE_TABLES).find(({ name: of }) => of === first.toLowerCase()); // the others are in FOLDER_TABLES
  if (column === undefined) {
    // Where the objects of a partition lie says what these columns hold.
    return name(first.toLowerCase());
  }
  return stepSql(name(column.name), parseHiveType(column.type), rest, asJson);
}

function stepSql(sql: string, type: HiveType, steps: readonly string[], asJson: boolean): string {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return sql;
  }
  switch (type.kind) {
    case "array":
      return stepSql(`${sql}[position]`, type.of, steps, asJson);
    case "map":
      return stepSql(`element_at(${sql}, ${text(step)})`, type.of, rest, asJson);
    case "struct": {
      const found = type.fields.find(([of]) => of === step.toLowerCase());
      if (found === undefined) {
        throw new RangeError(`No such field: ${step} of ${sql}`);
      }
      return stepSql(`${sql}.${found[0]}`, found[1], rest, asJson);
    }
    case "string":
    case "number":
      return asJson
        ? `json_format(try(json_extract(${sql}, ${text(jsonPath(steps))})))`
        : `json_extract_scalar(${sql}, ${text(jsonPath(steps))})`;
  }
}

function jsonPath(steps: readonly string[]): string {
  return `$${steps.map((step) => (/^\w+$/.test(step) ? `.${step}` : `["${step}"]`)).join("")}`;
}
