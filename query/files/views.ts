/** The tables of the archive as views over files: the same names and columns, by what DuckDB reads of JSON. Pure functions. */
import { EVIDENCE_TABLES, type EvidenceTable, type EvidenceTableName } from "../../facts/athena/evidence-tables";
import { type HiveType, parseHiveType } from "../../runbooks/queries/hive-type";
import { FOLDER_TABLES } from "../../runbooks/queries/tables";
import { text } from "../../runbooks/queries/sql-text";
import type { TableName } from "../../runbooks/queries/table-name";

/** Where records come from. */
export interface Source {
  /**
   * A relation in SQL with the column `record`: a structure of {@link recordType}, or JSON for an application's records. Of access logs
   * it has `line`.
   */
  readonly relation: string;
}

/** A view named as the table, with its columns. */
export function viewSql(table: Exclude<TableName, "log_file_integrity">, { relation }: Source): string {
  return `SELECT ${columnsSql(table).join(",\n  ")}\nFROM ${relation}`;
}

/** A table named and formed as the view, without rows. */
export function emptyTable(table: Exclude<TableName, "log_file_integrity">): string {
  return `CREATE TABLE IF NOT EXISTS ${table} AS ${viewSql(table, { relation: NO_ROWS[table] })}`;
}

const nothingOf = (table: EvidenceTableName): string =>
  `(SELECT CAST(NULL AS ${recordType(table)}) AS record WHERE false)`;
const NO_LINES = accessLines("(SELECT '' AS content WHERE false)");

const NO_ROWS: Readonly<Record<Exclude<TableName, "log_file_integrity">, string>> = {
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
export const STORED_TABLES = Object.keys(NO_ROWS) as readonly (keyof typeof NO_ROWS)[]; // Object.keys loses the key types

function columnsSql(table: Exclude<TableName, "log_file_integrity">): readonly string[] {
  switch (table) {
    case "application_records":
      return FOLDER_TABLES.application_records.map((column) => `${APPLICATION[column]} AS "${column}"`);
    case "s3_access":
    case "s3_access_to_trail":
    case "s3_access_to_lineage":
      return [
        ...EVIDENCE_TABLES[table].fields.map(({ name, type }) =>
          type === "bigint" ? `try_cast(line.${name} AS BIGINT) AS ${name}` : `line.${name} AS ${name}`,
        ),
        "line.bucket AS bucket_name",
        "strftime(try_strptime(substr(line.requestdatetime, 1, 11), '%d/%b/%Y'), '%Y/%m/%d') AS day",
      ];
    default:
      return [...fieldsSql(table), ...PARTITIONS[table]];
  }
}

function fieldsSql(table: EvidenceTableName): readonly string[] {
  const { fields }: EvidenceTable = EVIDENCE_TABLES[table];
  return fields.map(({ name, type }) => `${valueSql(name, parseHiveType(type))} AS "${name.toLowerCase()}"`);
}

/** What a record is taken apart into at once: texts, and the JSON of everything else, so that no value of another form is an error. */
function parts(table: EvidenceTableName): readonly (readonly [string, "VARCHAR" | "JSON"])[] {
  const { fields }: EvidenceTable = EVIDENCE_TABLES[table];
  return fields.map(({ name, type }) => [name, type === "string" ? "VARCHAR" : "JSON"]);
}

/** The type of a record in DuckDB's notation. */
export function recordType(table: EvidenceTableName): string {
  return `STRUCT(${parts(table)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(", ")})`;
}

/** A relation of records in JSON as one of {@link recordType}. */
export function structured(table: EvidenceTableName, relation: string): string {
  return `(SELECT json_transform(record, ${text(JSON.stringify(Object.fromEntries(parts(table))))}) AS record FROM ${relation})`;
}

/** What is of another form than its column is null. */
function valueSql(field: string, type: HiveType): string {
  const value = `record."${field}"`;
  return type.kind === "string" ? value : `json_transform(${value}, ${text(JSON.stringify(structureOf(type)))})`;
}

/** A type in the notation of DuckDB's json_transform. */
function structureOf(type: HiveType): unknown {
  switch (type.kind) {
    case "string":
      return "VARCHAR";
    case "number":
      return "BIGINT";
    case "map":
      return "MAP(VARCHAR, VARCHAR)";
    case "array":
      return [structureOf(type.of)];
    case "struct":
      return Object.fromEntries(type.fields.map(([name, of]) => [name, structureOf(of)]));
  }
}

/** The day that a time in ISO 8601 begins with, as folders have it. */
function dayOf(field: string): string {
  return `replace(substr(record."${field}", 1, 10), '-', '/') AS day`;
}

const PARTITIONS: Readonly<Record<Exclude<EvidenceTableName, `s3_${string}`>, readonly string[]>> = {
  cloudtrail_events: ['record."recipientAccountId" AS account', 'record."awsRegion" AS region', dayOf("eventTime")],
  // The time of a file is that of its first item: its folder may be gone.
  config_items: ["year", "month", "day"].map((part) => {
    const at = { year: [1, 4], month: [6, 2], day: [9, 2] }[part] ?? [];
    const column = part === "day" ? "day_of_month" : part;
    return `try_cast(substr(json_extract_string(record."configurationItems", '$[0].configurationItemCaptureTime'), ${at.join(", ")}) AS INTEGER) AS ${column}`;
  }),
  model_invocations: [dayOf("timestamp")],
  kubernetes_audit: [dayOf("requestReceivedTimestamp")],
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
