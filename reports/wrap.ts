/** Wraps text to the width of a terminal. */
import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The number of columns that the text takes up. */
export function textWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : clusters(text).reduce((sum, cluster) => sum + stringWidth(cluster), 0);
}

function clusters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * The text's lines, none wider than `width`, except for a single character that is wider. Breaks at spaces, and within
 * a word only if the word is too wide for a line. Always returns at least one line.
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ").filter((part) => part !== "")) {
    if (current !== "" && textWidth(current) + 1 + textWidth(word) <= width) {
      current += ` ${word}`;
      continue;
    }
    if (current !== "") {
      lines.push(current);
    }
    const pieces = textWidth(word) <= width ? [word] : breakWord(word, width);
    current = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  return [...lines, current];
}

/** Breaks after separators in names where possible, and otherwise anywhere. */
function breakWord(word: string, width: number): string[] {
  const parts = word.split(/(?<=[-_/:.,$])/).flatMap((part) => (textWidth(part) <= width ? [part] : clusters(part)));
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const part of parts) {
    const more = textWidth(part);
    if (piece !== "" && used + more > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += part;
    used += more;
  }
  return [...pieces, piece];
}
