/** The tables of the archive as views over files: the same names and columns, by what DuckDB reads of JSON. Pure functions. */
import { EVIDENCE_TABLES, type EvidenceTable, type EvidenceTableName } from "../../facts/athena/evidence-tables";
import { type HiveType, parseHiveType } from "../../runbooks/queries/hive-type";
import { type FOLDER_TABLES } from "../../runbooks/queries/tables";
import { text } from "../../runbooks/queries/sql-text";
import type { TableName } from "../../runbooks/queries/table-name";

/** A table whose rows are records of log files. */
export type StoredTable = Exclude<TableName, "log_file_integrity">;

/** Where records come from. */
export interface Source {
  /**
   * A relation in SQL with the column `record`: a structure of {@link recordType}, or JSON for an application's records. Of access logs
   * it has `line`.
   */
  readonly relation: string;
}

/** What is asked for of a table, by the names of its columns and of the parts of these, in small letters. */
export interface Asked {
  /** Whether a column, or a part of one, is. */
  has(name: string): boolean;
  /** Whether it is as a whole, and not by its parts only. */
  isWhole(name: string): boolean;
}

export const EVERYTHING: Asked = { has: () => true, isWhole: () => true };

/** What a question in SQL names, whatever it does with it. A star other than that of a count asks for everything. */
export function askedIn(sql: string): Asked {
  if (/(?<!count\()\*/i.test(sql)) {
    return EVERYTHING;
  }
  const text = sql.toLowerCase();
  const names = new Set(text.match(/\w+/g));
  const wholes = new Set(text.match(/\w+(?![\w.[])/g));
  return { has: (name) => names.has(name), isWhole: (name) => wholes.has(name) };
}

/** A view named as the table, with its columns. */
export function viewSql(table: StoredTable, { relation }: Source, asked: Asked = EVERYTHING): string {
  const columns = Object.entries(askedOf(table, asked)).map(([column, value]) => `${value} AS "${column}"`);
  return `SELECT ${columns.join(",\n  ")}\nFROM ${relation}`;
}

/** The columns that are asked for: all, where none is. */
function askedOf(table: StoredTable, asked: Asked): Readonly<Record<string, string>> {
  const columns = columnsSql(table, asked);
  const named = Object.entries(columns).filter(([column]) => asked.has(column));
  return named.length === 0 ? columns : Object.fromEntries(named);
}

/** The columns of a table, and what each is read of. */
function columnsSql(table: StoredTable, asked: Asked): Readonly<Record<string, string>> {
  switch (table) {
    case "application_records":
      return APPLICATION;
    case "s3_access":
    case "s3_access_to_trail":
    case "s3_access_to_lineage":
      return {
        ...Object.fromEntries(
          EVIDENCE_TABLES[table].fields.map(({ name, type }) => [
            name,
            type === "bigint" ? `try_cast(line.${name} AS BIGINT)` : `line.${name}`,
          ]),
        ),
        bucket_name: "line.bucket",
        day: "strftime(try_strptime(substr(line.requestdatetime, 1, 11), '%d/%b/%Y'), '%Y/%m/%d')",
      };
    default:
      return { ...fieldsSql(table, asked), ...PARTITIONS[table] };
  }
}

function fieldsSql(table: EvidenceTableName, asked: Asked): Readonly<Record<string, string>> {
  const { fields }: EvidenceTable = EVIDENCE_TABLES[table];
  return Object.fromEntries(
    fields.map(({ name, type }) => [name.toLowerCase(), valueSql(name, parseHiveType(type), asked)]),
  );
}

/**
 * What a record is taken apart into at once: texts, and the JSON of everything else, so that no value of another form is an error.
 * Every part that is left out saves time, and not a little.
 */
function parts(
  table: EvidenceTableName,
  asked: Asked = EVERYTHING,
): readonly (readonly [string, "VARCHAR" | "JSON"])[] {
  const { fields }: EvidenceTable = EVIDENCE_TABLES[table];
  const read = [...Object.values(askedOf(table, asked)), ...(TELLING[table] ?? [])].join(" ");
  return fields
    .filter(({ name }) => read.includes(partOf(name)))
    .map(({ name, type }) => [name, type === "string" ? "VARCHAR" : "JSON"]);
}

function partOf(field: string): string {
  return `record."${field}"`;
}

/** What a relation itself reads of its records, to tell them from what is none. */
const TELLING: Readonly<Partial<Record<EvidenceTableName, readonly string[]>>> = {
  cloudtrail_events: ["eventName", "eventID"].map(partOf),
};

/** Whether a record is one. What is no object, or no record, has none of these fields. */
export function isRecord(table: "cloudtrail_events"): string {
  return (TELLING[table] ?? []).map((part) => `${part} IS NOT NULL`).join(" OR ");
}

/** The type of a record in DuckDB's notation. */
export function recordType(table: EvidenceTableName, asked: Asked): string {
  return `STRUCT(${parts(table, asked)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(", ")})`;
}

/** A relation of records in JSON as one of {@link recordType}. */
export function structured(table: EvidenceTableName, relation: string, asked: Asked): string {
  const structure = Object.fromEntries(parts(table, asked));
  return `(SELECT json_transform(record, ${text(JSON.stringify(structure))}) AS record FROM ${relation})`;
}

/** What is of another form than its column is null. */
function valueSql(field: string, type: HiveType, asked: Asked): string {
  const value = partOf(field);
  return type.kind === "string"
    ? value
    : `json_transform(${value}, ${text(JSON.stringify(structureOf(field.toLowerCase(), type, asked)))})`;
}

/** A type in the notation of DuckDB's json_transform, with the parts that are asked for. */
function structureOf(name: string, type: HiveType, asked: Asked): unknown {
  switch (type.kind) {
    case "string":
      return "VARCHAR";
    case "number":
      return "BIGINT";
    case "map":
      return "MAP(VARCHAR, VARCHAR)";
    case "array":
      return [structureOf(name, type.of, asked)];
    case "struct": {
      const named = asked.isWhole(name) ? [] : type.fields.filter(([field]) => asked.has(field.toLowerCase()));
      return Object.fromEntries(
        (named.length === 0 ? type.fields : named).map(([field, of]) => [
          field,
          structureOf(field.toLowerCase(), of, asked),
        ]),
      );
    }
  }
}

/** The day that a time in ISO 8601 begins with, as folders have it. */
function dayOf(field: string): string {
  return `replace(substr(${partOf(field)}, 1, 10), '-', '/')`;
}

/** A part of the time of a file of AWS Config, which is that of its first item: its folder may be gone. */
function configTime(from: number, length: number): string {
  return `try_cast(substr(json_extract_string(${partOf("configurationItems")}, '$[0].configurationItemCaptureTime'), ${from}, ${length}) AS INTEGER)`;
}

const PARTITIONS: Readonly<Record<Exclude<EvidenceTableName, `s3_${string}`>, Readonly<Record<string, string>>>> = {
  cloudtrail_events: { account: partOf("recipientAccountId"), region: partOf("awsRegion"), day: dayOf("eventTime") },
  config_items: { year: configTime(1, 4), month: configTime(6, 2), day_of_month: configTime(9, 2) },
  model_invocations: { day: dayOf("timestamp") },
  kubernetes_audit: { day: dayOf("requestReceivedTimestamp") },
};

const APPLICATION: Readonly<Record<(typeof FOLDER_TABLES)["application_records"][number], string>> = {
  time: "json_extract_string(record, '$.timestamp')",
  day: "replace(substr(json_extract_string(record, '$.timestamp'), 1, 10), '-', '/')",
  service: `json_extract_string(record, '$.resource."service.name"')`,
  event: "json_extract_string(record, '$.eventName')",
  conversation: `json_extract_string(record, '$.attributes."gen_ai.conversation.id"')`,
  trace: "json_extract_string(record, '$.traceId')",
  span: "json_extract_string(record, '$.spanId')",
  request: `json_extract_string(record, '$.attributes."aws.request_id"')`,
  model: `json_extract_string(record, '$.attributes."gen_ai.request.model"')`,
  guardrail: `json_extract_string(record, '$.attributes."aws.bedrock.guardrail.id"')`,
  guardrail_action: `json_extract_string(record, '$.attributes."ai_governance.guardrail.action"')`,
  error: `json_extract_string(record, '$.attributes."error.type"')`,
  attributes: "json_extract_string(record, '$.attributes')",
  body: "json_extract_string(record, '$.body')",
};

/** Lines of S3's access logs, taken apart by the pattern that Athena uses. */
export function accessLines(relation: string): string {
  const pattern = EVIDENCE_TABLES.s3_access.format.parameters["input.regex"] ?? "";
  const names = EVIDENCE_TABLES.s3_access.fields.map(({ name }) => text(name)).join(", ");
  return `(SELECT regexp_extract(content, ${text(pattern)}, [${names}]) AS line FROM ${relation} WHERE regexp_matches(content, ${text(pattern)}))`;
}

/** A table named and formed as the view, without rows. */
export function emptyTable(table: StoredTable): string {
  return `CREATE TABLE IF NOT EXISTS ${table} AS ${viewSql(table, { relation: NO_ROWS[table] })}`;
}

const nothingOf = (table: EvidenceTableName): string =>
  `(SELECT CAST(NULL AS ${recordType(table, EVERYTHING)}) AS record WHERE false)`;
const NO_LINES = accessLines("(SELECT '' AS content WHERE false)");

/** A relation of each table without rows. */
export const NO_ROWS: Readonly<Record<StoredTable, string>> = {
  cloudtrail_events: nothingOf("cloudtrail_events"),
  config_items: nothingOf("config_items"),
  model_invocations: nothingOf("model_invocations"),
  kubernetes_audit: nothingOf("kubernetes_audit"),
  s3_access: NO_LINES,
  s3_access_to_trail: NO_LINES,
  s3_access_to_lineage: NO_LINES,
  application_records: "(SELECT CAST(NULL AS JSON) AS record WHERE false)",
};

/** Every table that an {@link emptyTable} can be made of. */
export const STORED_TABLES = Object.keys(NO_ROWS) as readonly StoredTable[]; // Object.keys loses the key types
