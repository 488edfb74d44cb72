/**
 * Athena, played by DuckDB: tables of the catalog over files that lie as AWS's services lay them in S3.
 *
 * Rows are made of files by what the formats promise: letter case of fields does not count, an object where the column is a text is its
 * JSON, and what a record lacks is null. Which files belong to a partition is told by the table's own template. Functions of Athena
 * that DuckDB calls otherwise are macros.
 */
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { gunzipSync } from "node:zlib";

import { locatedTable, partitionType, type TableLocation } from "../../../components/documents/evidence-tables";
import {
  columnsOf,
  EVIDENCE_TABLES,
  type EvidenceTable,
  type EvidenceTableName,
  type RowFormat,
} from "../../../facts/athena/evidence-tables";
import { MACROS } from "../../../query/files/macros";
import { type HiveType, parseHiveType } from "../../../runbooks/queries/hive-type";

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** Files by their keys in one bucket. */
export type Objects = Readonly<Record<string, Buffer>>;

/** The day that queries take for today. */
export const TODAY = "2026-11-12";

/** The database with the tables, each filled with the files that its own location and template lead to. */
export class Athena {
  private constructor(private readonly connection: DuckDBConnection) {}

  static async over(
    buckets: Readonly<Record<string, Objects>>,
    locations: Readonly<Partial<Record<EvidenceTableName, TableLocation>>>,
  ): Promise<Athena> {
    const connection = await (await DuckDBInstance.create()).connect();
    for (const macro of MACROS) {
      await connection.run(macro);
    }
    // The entries are those of the locations.
    for (const [name, location] of Object.entries(locations) as [EvidenceTableName, TableLocation][]) {
      await fill(connection, name, rowsOf(name, location, buckets));
    }
    return new Athena(connection);
  }

  async query(sql: string): Promise<readonly Row[]> {
    const answer = await this.connection.runAndReadAll(sql.replaceAll("current_date", `DATE '${TODAY}'`));
    return answer.getRowObjectsJson();
  }
}

function rowsOf(
  name: EvidenceTableName,
  location: TableLocation,
  buckets: Readonly<Record<string, Objects>>,
): readonly Row[] {
  const { format, partitions }: EvidenceTable = EVIDENCE_TABLES[name];
  const columns = columnsOf(name);
  const { parameters } = locatedTable(name, location);
  const inPartition = partitionForm(parameters);
  return Object.entries(buckets).flatMap(([bucket, objects]) =>
    Object.entries(objects).flatMap(([key, body]) => {
      const found = inPartition.exec(`s3://${bucket}/${key}`)?.groups;
      if (found === undefined) {
        return [];
      }
      const values = partitions.map((column) => [column, typed(found[column] ?? "", partitionType(column))] as const);
      const text = key.endsWith(".gz") ? gunzipSync(body).toString() : body.toString();
      return recordsIn(
        text,
        format,
        columns.map((column) => column.name),
      ).map((record): Row =>
        Object.fromEntries([
          ...columns.map(
            (column) => [column.name, conformed(field(record, column.name), parseHiveType(column.type))] as const,
          ),
          ...values,
        ]),
      );
    }),
  );
}

/** The template of the partitions as a pattern, each column by its projection. A column that stands twice has one value. */
function partitionForm(parameters: Readonly<Record<string, string>>): RegExp {
  const seen = new Set<string>();
  const template = parameters["storage.location.template"] ?? "";
  const pattern = template.replaceAll(/[.*+?^()|[\]\\]/g, "\\$&").replaceAll(/\$\{(\w+)\}/g, (_, column: string) => {
    if (seen.has(column)) {
      return `\\k<${column}>`;
    }
    seen.add(column);
    return `(?<${column}>${FORMS[parameters[`projection.${column}.type`] ?? ""]?.(parameters, column) ?? "never"})`;
  });
  return new RegExp(`^${pattern}/`);
}

const FORMS: Readonly<Record<string, (parameters: Readonly<Record<string, string>>, column: string) => string>> = {
  date: () => String.raw`\d{4}/\d{2}/\d{2}`,
  integer: () => String.raw`[1-9]\d*`,
  enum: (parameters, column) => (parameters[`projection.${column}.values`] ?? "").split(",").join("|"),
};

function typed(value: string, type: string): string | number {
  return type === "int" ? Number(value) : value;
}

function recordsIn(
  text: string,
  { serializationLibrary, inputFormat, parameters }: RowFormat,
  names: readonly string[],
): readonly Row[] {
  if (inputFormat.endsWith("CloudTrailInputFormat")) {
    return (JSON.parse(text) as { readonly Records: readonly Row[] }).Records; // the form of CloudTrail's files
  }
  const lines = text.split("\n").filter((line) => line !== "");
  if (serializationLibrary.endsWith("RegexSerDe")) {
    const form = new RegExp(`^${parameters["input.regex"] ?? ""}`);
    return lines.map((line) =>
      Object.fromEntries((form.exec(line) ?? []).slice(1).map((part, index) => [names[index] ?? "", part])),
    );
  }
  return lines.map((line) => jsonOrNothing(line, parameters["ignore.malformed.json"] === "true"));
}

function jsonOrNothing(line: string, ignoresMalformed: boolean): Row {
  try {
    return JSON.parse(line) as Row; // one object a line
  } catch (error) {
    if (!ignoresMalformed) {
      throw error;
    }
    return {};
  }
}

function field(record: unknown, name: string): unknown {
  const entries = typeof record === "object" && record !== null ? Object.entries(record) : [];
  return entries.find(([key]) => key.toLowerCase() === name)?.[1];
}

function conformed(value: unknown, type: HiveType): unknown {
  if (value === undefined || value === null) {
    return null;
  }
  switch (type.kind) {
    case "struct":
      return Object.fromEntries(type.fields.map(([name, inner]) => [name, conformed(field(value, name), inner)]));
    case "array":
      return Array.isArray(value) ? value.map((item) => conformed(item, type.of)) : null;
    case "map":
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, conformed(item, type.of)]));
    case "number":
      return value === "-" ? null : Number(value);
    case "string":
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}

async function fill(connection: DuckDBConnection, name: EvidenceTableName, rows: readonly Row[]): Promise<void> {
  const { partitions }: EvidenceTable = EVIDENCE_TABLES[name];
  const types = [
    ...columnsOf(name).map((column) => [column.name, duckType(parseHiveType(column.type))] as const),
    ...partitions.map((column) => [column, duckType(parseHiveType(partitionType(column)))] as const),
  ];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "athena-"));
  try {
    const file = path.join(folder, "rows.ndjson");
    fs.writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    const declared = types.map(([column, type]) => `"${column}" ${type}`).join(", ");
    await connection.run(`CREATE TABLE ${name} (${declared})`);
    const read = types.map(([column, type]) => `"${column}": '${type.replaceAll("'", "''")}'`).join(", ");
    await connection.run(
      `INSERT INTO ${name} SELECT * FROM read_json('${file}', format='newline_delimited', columns={${read}})`,
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function duckType(type: HiveType): string {
  switch (type.kind) {
    case "struct":
      return `STRUCT(${type.fields.map(([name, inner]) => `"${name}" ${duckType(inner)}`).join(", ")})`;
    case "array":
      return `${duckType(type.of)}[]`;
    case "map":
      return `MAP(VARCHAR, ${duckType(type.of)})`;
    case "number":
      return "BIGINT";
    case "string":
      return "VARCHAR";
  }
}
