/** Breaks text into lines of a width, as a terminal counts it: by the library that the table is laid out with. */
import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that the text takes. */
export function textWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : clusters(text).reduce((sum, cluster) => sum + stringWidth(cluster), 0);
}

function clusters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * The text's lines, none wider than `width` (but for one character that is wider by itself). Breaks at spaces, and
 * within a word only when the word alone is too wide. Never without a line.
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

/** After the signs that names are made of where that helps, else anywhere. */
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
