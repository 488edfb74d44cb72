/** Reads a settings file of a stranger: YAML, in a time that grows with its size. */
import { isScalar, parseDocument, visit } from "yaml";
import { readBounded } from "../pulumi/bounded-file";

/** The file cannot be used. The message says why, without the file's name. */
export class SettingsFileError extends Error {}

/** In bytes; a hundred times the settings of a large stack. */
const LARGEST = 1024 * 1024;

/** @throws {@link SettingsFileError} */
export function readSettingsFile(file: string): unknown {
  const text = readBounded(file, LARGEST);
  if (text === undefined) {
    throw new SettingsFileError(
      `cannot be read: it has to be a readable, regular file of at most ${LARGEST / 1024 / 1024} MiB`,
    );
  }
  try {
    return parse(text);
  } catch (error) {
    throw new SettingsFileError(
      `is not YAML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
    );
  }
}

function parse(text: string): unknown {
  // The library compares each key with each other one, which takes minutes for a file of a hundred kilobytes.
  const document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw error;
  }
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) {
          throw new SettingsFileError(`the key ${JSON.stringify(name)} is there twice`);
        }
        seen.add(name);
      }
    },
  });
  return document.toJS() as unknown; // typed `any` by the parser
}
