/** Texts beside their labels, as a page for a terminal has them. */
import type { Colors } from "./findings-table";
import { textWidth, wrap } from "./wrap";

/** A label and its texts, each of which begins a line. */
export type Labelled = readonly [label: string, texts: readonly string[]];

/** Columns between the longest label and the texts. */
const BETWEEN = 2;

/**
 * A line for each text, or several where it is longer than the width. What has no text is left out, with its label.
 * Addresses are not broken, because nobody could follow them then.
 *
 * @param width columns of the terminal
 */
export function labelledLines(rows: readonly Labelled[], width: number, colors: Colors): readonly string[] {
  const shown = rows.filter(([, texts]) => texts.length > 0);
  const margin = Math.max(0, ...shown.map(([label]) => textWidth(label))) + BETWEEN;
  return shown.flatMap(([label, texts]) =>
    texts
      .flatMap((text) => indented(text, width - margin))
      .map((line, index) =>
        index === 0
          ? `${colors.bold(label)}${" ".repeat(margin - textWidth(label))}${line}`
          : `${" ".repeat(margin)}${line}`,
      ),
  );
}

/** Lines that go on have the indentation of the first. */
function indented(text: string, width: number): readonly string[] {
  const lead = /^ */.exec(text)?.[0] ?? "";
  return isAddress(text) ? [text] : wrap(text, width - lead.length).map((line) => `${lead}${line}`);
}

function isAddress(text: string): boolean {
  return /^ *https:\/\/\S+$/.test(text);
}
