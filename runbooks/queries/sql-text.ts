/** Parts of SQL in which nothing that is given can be more than a value. */

/** A text. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function anyOf(values: readonly string[]): string {
  return `(${values.map(text).join(", ")})`;
}

/** Names that Trino takes for words of its own where they stand alone. */
const RESERVED: ReadonlySet<string> = new Set(["user", "timestamp", "values", "order", "group"]);

/** The name of a column. It is written in this project and never given. */
export function name(column: string): string {
  return RESERVED.has(column) || /[^a-z0-9_]/.test(column) ? `"${column}"` : column;
}
