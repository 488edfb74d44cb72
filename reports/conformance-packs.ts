/** What was written of conformance packs, for a terminal. */
import { alignedRows } from "./columns";

/** A pack that was written, by its region. */
export interface WrittenPack {
  readonly region: string;
  readonly file: string;
  /** How many rules it has. */
  readonly rules: number;
  /** Bytes of its template. */
  readonly bytes: number;
  /** Rules that the region is not known to offer. */
  readonly unavailable: readonly string[];
}

/**
 * A line a pack, and a line for each region that lacks rules.
 *
 * @param folder relative to where the command runs
 */
export function conformancePacksReport(packs: readonly WrittenPack[], folder: string): string {
  const rows = packs.map(({ file, rules, bytes }) => [file, `${rules} rules`, `${bytes} bytes`]);
  const lines = [
    `Templates of conformance packs, in ${folder}:`,
    ...alignedRows(rows),
    ...packs
      .filter(({ unavailable }) => unavailable.length > 0)
      .map(({ region, unavailable }) => `Not offered in ${region}: ${unavailable.join(", ")}.`),
  ];
  return `${lines.join("\n")}\n`;
}
