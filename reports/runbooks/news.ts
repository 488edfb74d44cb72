/** A row of an answer on a line of its own, for whoever watches. */
import type { Row } from "../../query/answer";
import type { Severity } from "../../runbooks/runbook";
import { cut, oneLine } from "../text";
import { cellText } from "./run-report";

const LONGEST_CELL = 120;

export function newRowText({
  id,
  severity,
  row,
}: {
  readonly id: string;
  readonly severity: Severity;
  readonly row: Row;
}): string {
  const cells = Object.entries(row)
    .filter(([, value]) => cellText(value) !== "")
    .map(([column, value]) => `${column}=${cut(oneLine(cellText(value)), LONGEST_CELL)}`);
  return `${severity.toUpperCase()} ${id} ${cells.join(" ")}\n`;
}
