/**
 * Escapes user text for GitHub's Markdown: it shows literally, creates no links, mentions or pictures, commands no bot,
 * and stays in its table cell.
 *
 * Sources: https://github.github.com/gfm/ and
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls.
 */
import { nameText, oneLine } from "./text";

/** Characters with a meaning in Markdown or HTML, and text that is turned into links. */
const SPECIAL = /[\\`*_{}[\]<>#|~&@$!%^]|:\/\/|www\.|(?:mailto|xmpp):/gi;

/**
 * What is made a link, a mention or a command after Markdown has been read, when character references no longer help:
 * the mark before a name or number, a commit, an issue of another system (`GH-12`), a bot's command.
 */
const REFERENCE =
  /[@#!~&%$^](?=[\w"])|\b(?=\d*[a-fA-F])[\da-fA-F]{7,40}\b|(?<![\w-])(?:[Gg][Hh]|[A-Z][A-Z0-9]{1,9})-\d+\b|^\//g;

/**
 * Characters of the longest word that stays whole. A table is as wide as its longest words, and a comment about 900 pixels.
 */
const LONGEST_WORD = 30;

/** A word with an emoji in it (`:warning:`), as many ARNs are. */
const EMOJI = /:(?:[\w+-]*[a-z][\w+-]*|100|1234|[+-]1):/i;

/**
 * The text on one line. What would become more than text stands apart from its words as code, in which nothing does.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(/\S+/g, (word, index: number) =>
    EMOJI.test(word) || word.length > LONGEST_WORD ? code(word) : markdownWord(word, index === 0),
  );
}

function markdownWord(word: string, isFirst: boolean): string {
  let shown = "";
  let from = 0;
  for (const { 0: reference, index } of word.matchAll(REFERENCE)) {
    if (reference === "/" && !isFirst) {
      continue;
    }
    shown += literally(word.slice(from, index)) + code(reference);
    from = index + reference.length;
  }
  return shown + literally(word.slice(from));
}

/** The name on one line as code, which creates no references; empty for an empty name. */
export function markdownCode(name: string): string {
  const line = nameText(name);
  return line === "" ? "" : code(line);
}

function code(text: string): string {
  return `<code>${text.replace(UNBROKEN, breakable)}</code>`;
}

/** What a browser keeps on one line: it goes on after a space, and after a hyphen before a letter. */
const UNBROKEN = /(?:[^\s-]|-(?![a-z]))+/gi;

/** Names and ARNs that are long may go on in the next line where a part of them ends, and are still copied as one. */
function breakable(word: string): string {
  const lines: string[] = [];
  for (const part of word.split(/(?<=[:/._-])(?![:/._-])/).flatMap(chunks)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + part.length > LONGEST_WORD) {
      lines.push(part);
    } else {
      lines[lines.length - 1] = line + part;
    }
  }
  return lines.map(literally).join("<wbr>");
}

function chunks(part: string): readonly string[] {
  const characters = Array.from(part);
  const count = Math.ceil(characters.length / LONGEST_WORD);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * LONGEST_WORD, (index + 1) * LONGEST_WORD).join(""),
  );
}

function literally(text: string): string {
  return text.replace(SPECIAL, characterReferences);
}

/** Unlike backslash escapes, they are literal text everywhere, including in table cells. */
function characterReferences(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join("");
}

/** One row of a table; the cells contain Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
