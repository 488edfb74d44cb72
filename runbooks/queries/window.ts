/** The time that a question is about, and how it is said of each table. */
import type { TableName } from "./table-name";

/** Times in UTC, as `2026-11-20T08:00:00Z`. */
export type Window =
  /** The last days, today's among them. */
  | { readonly kind: "days"; readonly days: number }
  /** From a time on, and before another. */
  | { readonly kind: "between"; readonly from: string; readonly to: string }
  | { readonly kind: "all" };

/** The conditions on a table, in SQL, each a line. */
export type Within = (table: TableName) => readonly string[];

/** How far a day of a delivery lies after that of what is in it, at most. */
const DELIVERED_LATER_DAYS = 1;
const DAY_MS = 86_400_000;

/** When it was: the column with the time of a record as a text that sorts as the time does. */
export const TIME_COLUMNS: Readonly<Record<TableName, string | undefined>> = {
  cloudtrail_events: "eventtime",
  // One row holds many items, each with a time of its own.
  config_items: undefined,
  model_invocations: '"timestamp"',
  // `12/Nov/2026:10:00:00 +0000` does not sort.
  s3_access: undefined,
  s3_access_to_trail: undefined,
  s3_access_to_lineage: undefined,
  kubernetes_audit: "requestreceivedtimestamp",
  log_file_integrity: undefined,
  application_records: "time",
};

/** What keeps a query to a window. */
export function within(window: Window): Within {
  return (table) => {
    switch (window.kind) {
      case "all":
        return [];
      case "days":
        return partitionsSince(table, window.days);
      case "between":
        return [...partitionsBetween(table, window), ...timesBetween(table, window)];
    }
  };
}

function partitionsSince(table: TableName, days: number): readonly string[] {
  const since = (form: string): string => `date_format(current_date - interval '${days}' day, '${form}')`;
  switch (table) {
    case "log_file_integrity":
      return [];
    case "config_items":
      return [`${CONFIG_DAY} >= ${since("%Y%m%d")}`];
    default:
      return [`day >= ${since("%Y/%m/%d")}`];
  }
}

const CONFIG_DAY = "cast(year * 10000 + month * 100 + day_of_month as varchar)";

function partitionsBetween(
  table: TableName,
  { from, to }: { readonly from: string; readonly to: string },
): readonly string[] {
  const first = from.slice(0, 10);
  const last = new Date(Date.parse(to) + DELIVERED_LATER_DAYS * DAY_MS).toISOString().slice(0, 10);
  const of = (day: string, divider: string): string => `'${day.replaceAll("-", divider)}'`;
  switch (table) {
    case "log_file_integrity":
      return [];
    case "config_items":
      return [`${CONFIG_DAY} >= ${of(first, "")}`, `${CONFIG_DAY} <= ${of(last, "")}`];
    default:
      return [`day >= ${of(first, "/")}`, `day <= ${of(last, "/")}`];
  }
}

function timesBetween(
  table: TableName,
  { from, to }: { readonly from: string; readonly to: string },
): readonly string[] {
  const column = TIME_COLUMNS[table];
  // A time sorts after the same without its zone, with or without fractions of a second.
  const of = (time: string): string => `'${time.slice(0, "2026-11-20T08:00:00".length)}'`;
  return column === undefined ? [] : [`${column} >= ${of(from)}`, `${column} < ${of(to)}`];
}
