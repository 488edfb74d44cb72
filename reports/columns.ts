/** Rows of cells in aligned columns. */
import { stripVTControlCharacters } from "node:util";
import { textWidth } from "./wrap";

/** Columns between cells. */
export const BETWEEN = 2;

/** The rows' lines, without trailing spaces. Each row has one line, and cells may be colored. */
export function alignedRows(rows: readonly (readonly string[])[]): readonly string[] {
  const measured = rows.map((row) => row.map((cell) => ({ cell, width: textWidth(stripVTControlCharacters(cell)) })));
  const widths: number[] = [];
  for (const row of measured) {
    row.forEach(({ width }, column) => (widths[column] = Math.max(widths[column] ?? 0, width)));
  }
  return measured.map((row) => {
    const last = row.findLastIndex(({ width }) => width > 0);
    return row
      .slice(0, last + 1)
      .map(({ cell, width }, column) =>
        column === last ? cell : cell + " ".repeat((widths[column] ?? 0) - width + BETWEEN),
      )
      .join("");
  });
}
