import type { LoggedTable } from "../runbooks/queries/table-name";

/** The names of the log groups that hold a table's records. */
export type LogGroups = Readonly<Partial<Record<LoggedTable, readonly string[]>>>;
