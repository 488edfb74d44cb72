/** User text in GitHub's Markdown: shown as it is, linking nothing, calling nobody, leaving its table cell never. */
import { oneLine } from "./text";

/** Signs that mean something in Markdown or HTML, and what GitHub makes an address of by itself. */
const SIGNS = /[\\`*_{}[\]<>#|~&@$]|:\/\/|www\./gi;

/** Signs that, before a word, notify a person or name an issue. */
const CALLS = /^[@#]$/;

/** The text on one line. A sign that would call somebody stands apart from its word. */
export function markdownText(text: string): string {
  return oneLine(text).replace(SIGNS, (found) =>
    CALLS.test(found) ? `<code>${references(found)}</code>` : references(found),
  );
}

/** The text on one line, as code, in which nobody is called; nothing for an empty text. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  return line === "" ? "" : `<code>${line.replace(SIGNS, references)}</code>`;
}

/** Character references: unlike a sign after a backslash they are text everywhere, in a table cell too. */
function references(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join("");
}

/** One row of a table; the cells hold Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
