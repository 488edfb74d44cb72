/** Rows of cells in aligned columns. */
import Table from "cli-table3";

/** No borders: spaces separate the cells, and whoever calls draws the lines between rows. */
const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
} as const;

/** Columns between cells. */
export const BETWEEN = 2;

/**
 * The rows' lines, without trailing spaces. cli-table3 takes seconds for a cell with many lines, so a row has one line: give
 * a row for each line of a cell.
 */
export function alignedRows(rows: readonly (readonly string[])[]): readonly string[] {
  const style = { head: [], border: [], "padding-left": 0, "padding-right": BETWEEN - 1 };
  const table = new Table({ chars: NO_BORDERS, style });
  for (const row of rows) {
    table.push([...row]);
  }
  return table.toString().split("\n").map(withoutTrailingSpace);
}

/** A color code can end after the spaces that pad a cell. */
function withoutTrailingSpace(line: string): string {
  return line.replace(/\s+((?:\u001B\[\d+m)*)$/, "$1");
}
