/**
 * Escapes user text for GitHub's Markdown: it shows literally, creates no links or mentions, and stays in its table
 * cell.
 */
import { oneLine } from "./text";

/** Characters with a meaning in Markdown or HTML, and text that GitHub turns into links. */
const SPECIAL = /[\\`*_{}[\]<>#|~&@$]|:\/\/|www\./gi;

/** Characters that mention a person or an issue when they precede a word. */
const MENTIONS = /^[@#]$/;

/** The text on one line. A character that would create a mention is separated from its word. */
export function markdownText(text: string): string {
  return oneLine(text).replace(SPECIAL, (found) =>
    MENTIONS.test(found) ? `<code>${references(found)}</code>` : references(found),
  );
}

/** The text on one line as code, which creates no mentions; empty for an empty text. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  return line === "" ? "" : `<code>${line.replace(SPECIAL, references)}</code>`;
}

/** Character references. Unlike backslash escapes, they are literal text everywhere, including in table cells. */
function references(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join("");
}

/** One row of a table; the cells contain Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
