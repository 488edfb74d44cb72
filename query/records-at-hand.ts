/** Answers from records that are handed over whole, by what takes no query. */
import { meets, valueAt } from "../runbooks/queries/evaluation";
import type { RecordsQuery } from "../runbooks/queries/query";
import type { TableName } from "../runbooks/queries/table-name";
import { idColumnOf, onlyRecords, TABLE_VIEWS } from "../runbooks/queries/tables";
import type { Answer, Row } from "./answer";

/** Those of a table's records that a query asks for, each once, the newest first. */
export async function answerFrom(
  records: AsyncIterable<unknown>,
  { where, show }: RecordsQuery,
  table: TableName,
): Promise<Answer> {
  const { first, last, newestBy } = TABLE_VIEWS[table];
  const shown = { ...first, ...show, ...last };
  const condition = onlyRecords(table, where);
  const rows = new Map<string, Row>();
  for await (const record of records) {
    if (meets(record, condition)) {
      const row = Object.fromEntries(
        Object.entries(shown).map(([column, fields]) => [column, valueAt(record, fields) ?? null]),
      );
      rows.set(String(row[idColumnOf(table)]), row);
    }
  }
  const newest = (row: Row): string => String(row[newestBy]);
  return {
    columns: Object.keys(shown),
    rows: [...rows.values()].sort((one, other) => (newest(one) < newest(other) ? 1 : -1)),
  };
}
