/** What an engine answers. */

export type Value = string | number | boolean | null;

/** A row: the names of its columns -> values. */
export type Row = Readonly<Record<string, Value>>;

export interface Answer {
  /** In the order of the columns. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** How many rows there are beyond these, which nobody asked to be handed over. @default 0 */
  readonly more?: number;
}

/** The columns that a record is known by, the first that a row has. */
const ID_COLUMNS = ["eventid", "requestid", "auditid", "configurationstateid", "example", "file"] as const;

/** The name by which every row says which record it is, or is an example of. */
export const EVENT_ID = "eventID";

/** Each row with the id of its record as {@link EVENT_ID}. */
export function identified(answer: Answer): Answer {
  const { columns, rows } = answer;
  const id = ID_COLUMNS.find((column) => columns.includes(column));
  if (id === undefined) {
    return answer;
  }
  return {
    ...answer,
    columns: [...columns.filter((column) => column !== id || id !== "eventid"), EVENT_ID],
    rows: rows.map((row) => {
      const { eventid: _, ...others } = row;
      return { ...(id === "eventid" ? others : row), [EVENT_ID]: row[id] ?? null };
    }),
  };
}
