/** Files that are named on the command line, or that lie where the judged program put them. */
import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse as parseYaml } from "yaml";
import { OutputError, UsageError } from "./failure";

/** @param what the option, for the message. @throws UsageError if the file cannot be read. */
export function readText(file: string, what: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    const code = codeOf(error);
    const why = code === "ENOENT" ? "there is no such file" : code;
    throw new UsageError(`${what} ${file} cannot be read: ${why}.`);
  }
}

/** Writes a file in one step, and through no link. @param what the option, for the message. @throws OutputError if it cannot be written */
export function replaceFile(file: string, text: string, what: string): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    fs.writeFileSync(temporary, text, { flag: "wx" });
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw new OutputError(
      `${what} ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** No configuration is longer, in bytes. */
const LONGEST_PROGRAM_FILE = 1024 * 1024;

/**
 * Reads a file of the judged folder, which may be anything: a pipe that never ends, or a link to what the program is not
 * meant to see quoted.
 *
 * @returns `undefined` if it does not exist
 * @throws UsageError if it is no plain file of a sensible length
 */
export function readProgramText(file: string): string | undefined {
  const status = fs.lstatSync(file, { throwIfNoEntry: false });
  if (status === undefined) {
    return undefined;
  }
  if (!status.isFile()) {
    throw new UsageError(`${file} is not a plain file. Replace it by one, or remove it.`);
  }
  if (status.size > LONGEST_PROGRAM_FILE) {
    throw new UsageError(`${file} has ${status.size} bytes; a configuration has at most ${LONGEST_PROGRAM_FILE}.`);
  }
  return readText(file, "The program's");
}

/** Decodes JSON or YAML. @param what for the message. @throws UsageError if the text is neither */
export function decodedYaml(text: string, what: string): unknown {
  try {
    return parseYaml(withoutByteOrderMark(text)) as unknown; // typed `any` by the parser
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new UsageError(`${what} is neither JSON nor YAML: ${why}`);
  }
}

/** Some editors and shells begin a file with this mark, which no parser of JSON takes. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
