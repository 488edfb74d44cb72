/** What a runbook asks, as plain data. Engines write it in their own languages. */
import type { Condition, Fields } from "./condition";
import type { LoggedTable, TableName } from "./table-name";
import type { Within } from "./window";

/** What an answer shows: the name of a column -> where its value stands in the record. */
export type Shown = Readonly<Record<string, Fields>>;

/** The records that meet a condition, one a row, the newest first. */
export interface RecordsQuery {
  readonly kind: "records";
  /** Records of any of these tables; those that a stack does not have are left out. */
  readonly tables: readonly [TableName, ...TableName[]];
  readonly where: Condition;
  /** Beside the columns that every answer of the tables has. */
  readonly show?: Shown;
}

/** How often records that meet a condition are alike in some columns; the most frequent first. */
export interface CountsQuery {
  readonly kind: "counts";
  readonly tables: readonly [TableName, ...TableName[]];
  readonly where: Condition;
  readonly by: Shown;
  /** Whether each hour is counted for itself. @default false */
  readonly hourly?: boolean;
  /** The name of the column with the number. A record that was delivered twice counts once. */
  readonly counted: string;
  /** Further columns: what of the records counts, is summed or is the highest. */
  readonly measures?: Readonly<Record<string, Measure>>;
  /** Counts below it are left out. @default 1 */
  readonly atLeast?: number;
}

export interface Measure {
  /** `present`: in how many records the field stands; `distinct`: how many values it has. */
  readonly of: "present" | "distinct" | "sum" | "lowest" | "highest";
  readonly field: Fields;
}

/** A question that a condition cannot put, in SQL that Trino and DuckDB read alike. */
export interface TextQuery {
  readonly kind: "text";
  readonly tables: readonly [TableName, ...TableName[]];
  readonly sql: (given: { readonly within: Within; readonly tables: readonly TableName[] }) => string;
  /** The same in the language of CloudWatch Logs Insights. @default - the records are in no log group */
  readonly insights?: InsightsText;
}

/** A row of an answer. */
export type Answered = Readonly<Record<string, string | number | boolean | null>>;

/** A question in Insights' language, which finds what the text in SQL finds. */
export interface InsightsText {
  /** Those whose log groups are asked together. */
  readonly tables: readonly [LoggedTable, ...LoggedTable[]];
  /** Whether the log groups of all tables have to be known, or any of them. */
  readonly needs: "all" | "any";
  /** The commands, one an element. */
  readonly text: readonly string[];
  /** What is made of the rows. @default - they are the answer */
  readonly rows?: (rows: readonly Answered[]) => readonly Answered[];
}

export type Query = RecordsQuery | CountsQuery | TextQuery;

/** Whether it can be asked of what hands over records and takes no query. */
export function isOfRecords(query: Query): query is RecordsQuery {
  return query.kind === "records";
}
