/** What DuckDB reads, as an answer. */
import { type DuckDBResult, JSDuckDBValueConverter } from "@duckdb/node-api";

import type { Answer, Row, Value } from "../answer";

/** @param most rows that are taken into memory; further ones are counted. @default - all */
export async function answerOf(result: DuckDBResult, most = Infinity): Promise<Answer> {
  const columns = result.columnNames();
  const rows: Row[] = [];
  let more = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) {
      return { columns, rows, more };
    }
    const taken = Math.min(chunk.rowCount, Math.max(0, most - rows.length));
    more += chunk.rowCount - taken;
    for (let index = 0; index < taken; index += 1) {
      const values = chunk.convertRowValues(index, JSDuckDBValueConverter);
      rows.push(Object.fromEntries(columns.map((column, at) => [column, valueOf(values[at])])));
    }
  }
}

/** Whole numbers that a number can hold are one; whatever else has no JSON of its own is a text. */
function valueOf(value: unknown): Value {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === "bigint") {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : JSON.stringify(value);
}
