/**
 * JSON in which every name counts. Where an object names a member twice, JSON.parse keeps the last, and another reader may keep the
 * first (RFC 8259, section 4), so that a check and AWS could read two documents.
 */
import type * as JsoncParser from "jsonc-parser";

/**
 * @param reviver what `JSON.parse` asks of each value
 * @throws Error that says what is wrong with the text, as the end of a sentence about it
 */
export function parseStrictJson(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text, reviver);
  } catch {
    throw new Error("it is not JSON");
  }
  const twice = firstRepeatedName(text);
  if (twice !== undefined) {
    throw new Error(`it names ${JSON.stringify(twice)} twice in one object, of which a reader may take either`);
  }
  return parsed;
}

function firstRepeatedName(text: string): string | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- every preview pays for what the pack loads as it starts
  const { visit } = require("jsonc-parser") as typeof JsoncParser;
  const open: Set<string>[] = [];
  let twice: string | undefined;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectProperty: (name) => {
      const names = open.at(-1);
      twice ??= names?.has(name) === true ? name : undefined;
      names?.add(name);
    },
    onObjectEnd: () => void open.pop(),
  });
  return twice;
}
