/**
 * Which of CloudTrail's files may hold calls of some names. Most questions are about calls that hardly anybody makes, and to take every
 * record of an archive apart for them takes several times as long as to look for the names in it.
 */
import { readFile } from "node:fs/promises";
import * as os from "node:os";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** A compressed file, and what it is believed to hold uncompressed, in bytes. */
export interface Sieved {
  readonly link: string;
  readonly bytes: number;
}

export type Sifted<File extends Sieved> =
  | { readonly file: File; readonly result: "may-hold" | "holds-none" }
  | { readonly file: File; readonly result: "damaged"; readonly reason: string };

/** Names that a search for their letters finds: with others, JSON may write them in another way. */
const PLAIN_NAME = /^[A-Za-z0-9]+$/;

/** After how many files it is seen whether it is worth the time, which it is where most of them hold none. */
const TRIED = 32;

/** Uncompressed bytes of a file that is looked into. */
const LARGEST_IN_MEMORY = 64 * 1024 * 1024;

const inflate = promisify(gunzip);

/**
 * Looks into files, several at once, and gives up where most of the first hold such calls.
 *
 * @returns of the files that were looked into, what they hold
 */
export async function sift<File extends Sieved>(
  files: readonly File[],
  names: readonly string[],
  onFile: (count: number) => void = () => undefined,
): Promise<readonly Sifted<File>[]> {
  if (!names.every((name) => PLAIN_NAME.test(name))) {
    return [];
  }
  const wanted = new Set(names);
  const sifted: Sifted<File>[] = [];
  let withoutAny = 0;
  const isInVain = (): boolean => sifted.length >= TRIED && withoutAny * 2 < sifted.length;
  const waiting = files.filter(({ bytes }) => bytes <= LARGEST_IN_MEMORY)[Symbol.iterator]();
  const look = async (): Promise<void> => {
    for (const file of waiting) {
      if (isInVain()) {
        return;
      }
      const one = await siftedOf(file, wanted);
      sifted.push(one);
      withoutAny += one.result === "holds-none" ? 1 : 0;
      onFile(sifted.length);
    }
  };
  // Files are uncompressed beside this thread, one a processor, while it looks into another.
  await Promise.all(Array.from({ length: os.availableParallelism() + 1 }, look));
  return sifted;
}

async function siftedOf<File extends Sieved>(file: File, wanted: ReadonlySet<string>): Promise<Sifted<File>> {
  try {
    // In one piece, where the file says its length truly.
    const content = await inflate(await readFile(file.link), { chunkSize: Math.max(file.bytes + 1, 65_536) });
    return { file, result: mayHold(content, wanted) ? "may-hold" : "holds-none" };
  } catch (error) {
    return { file, result: "damaged", reason: error instanceof Error ? error.message : String(error) };
  }
}

const KEY = Buffer.from('"eventName"');
const ESCAPE = Buffer.from("\\u00");
const [SPACE, TAB, LINE, RETURN] = [0x20, 0x09, 0x0a, 0x0d] as const;
const [QUOTE, COLON, OPEN, CLOSE, END_OF_LIST] = [0x22, 0x3a, 0x7b, 0x7d, 0x5d] as const;

/**
 * Whether a text in JSON may hold a record with one of the names as its `eventName`. What is not whole may hold anything, and so may
 * what writes letters as escapes.
 */
export function mayHold(content: Buffer, names: ReadonlySet<string>): boolean {
  return !isWhole(content) || hasEscapedLetters(content) || hasName(content, names);
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === LINE || byte === RETURN;
}

function pastSpaces(content: Buffer, from: number): number {
  let at = from;
  while (isSpace(content[at])) {
    at += 1;
  }
  return at;
}

function beforeSpaces(content: Buffer, from: number): number {
  let at = from;
  while (isSpace(content[at])) {
    at -= 1;
  }
  return at;
}

/** Whether a text begins and ends as an object does whose last part is a list. One that was cut off may end with a record. */
function isWhole(content: Buffer): boolean {
  const last = beforeSpaces(content, content.length - 1);
  return (
    content[pastSpaces(content, 0)] === OPEN &&
    content[last] === CLOSE &&
    content[beforeSpaces(content, last - 1)] === END_OF_LIST
  );
}

/** Letters and digits: those of `<`, `=`, `>` and `&` are common, and in no name. */
const ESCAPED_LETTER = /^(3[0-9]|[46][1-9a-f]|[57][0-9a])$/i;

function hasEscapedLetters(content: Buffer): boolean {
  for (let at = content.indexOf(ESCAPE); at !== -1; at = content.indexOf(ESCAPE, at + ESCAPE.length)) {
    if (ESCAPED_LETTER.test(content.toString("latin1", at + ESCAPE.length, at + ESCAPE.length + 2))) {
      return true;
    }
  }
  return false;
}

function hasName(content: Buffer, names: ReadonlySet<string>): boolean {
  for (let at = content.indexOf(KEY); at !== -1; at = content.indexOf(KEY, at + KEY.length)) {
    const colon = pastSpaces(content, at + KEY.length);
    const quote = pastSpaces(content, colon + 1);
    if (content[colon] === COLON && content[quote] === QUOTE) {
      const end = content.indexOf(QUOTE, quote + 1);
      if (end === -1 || names.has(content.toString("latin1", quote + 1, end))) {
        return true;
      }
    }
  }
  return false;
}
