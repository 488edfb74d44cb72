import type { LOGGED_TABLES } from "../runbooks/queries/insights";

/** The names of the log groups that hold a table's records. */
export type LogGroups = Readonly<Partial<Record<(typeof LOGGED_TABLES)[number], readonly string[]>>>;
