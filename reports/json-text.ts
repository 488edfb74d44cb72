/** JSON as a file and as a log show it: the data are exact, and nothing in them is invisible or a command. */
import { withoutLogCommands } from "./log-commands";
import { replaceInvisible } from "./text";

/** One document, ending with a newline. */
export function jsonText(document: unknown): string {
  return `${withoutLogCommands(replaceInvisible(JSON.stringify(document, undefined, 2), reference), reference)}\n`;
}

/** Inside a string, as which JSON has every text, this is the same character. */
function reference(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => {
    const code = character.charCodeAt(unit).toString(16);
    return `\\u${code.padStart(4, "0")}`;
  }).join("");
}
