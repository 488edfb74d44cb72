/** What every engine offers: the tables that there are, and answers. */
import type { TableName } from "../runbooks/queries/table-name";
import type { Window } from "../runbooks/queries/window";
import type { Query } from "../runbooks/queries/query";
import { sqlOf } from "../runbooks/queries/sql";
import type { Answer } from "./answer";

/** Something that takes SQL. */
export interface SqlEngine {
  readonly tables: readonly TableName[];
  /** @param most rows that are handed over; further ones are counted. @default - all */
  ask(sql: string, most?: number): Promise<Answer>;
}

/** The query as the engine takes it, or nothing where none of its tables is there. */
export function askable(engine: Pick<SqlEngine, "tables">, query: Query, window: Window): string | undefined {
  return query.tables.some((table) => engine.tables.includes(table)) ? sqlOf(query, window, engine.tables) : undefined;
}
