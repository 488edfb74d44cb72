/**
 * The record of what was asked of logs: one line a question, each with the hash of the one before, so that none can be changed, left out
 * or put between others unseen. Nothing is ever replaced.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";

/** What is recorded of one question. */
export interface Asked {
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** Who asked: the user of the machine, and the identity in AWS where there was one. */
  readonly by: { readonly user: string; readonly host: string; readonly caller: string | null };
  readonly version: string;
  readonly runbook: string;
  readonly engine: string;
  readonly source: string;
  readonly query: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly window: { readonly from: string; readonly to: string } | null;
  /** What was read: the number of files, and the file with the hash of each, by its own hash. */
  readonly inputs: { readonly files: number; readonly unreadable: number; readonly manifest: string | null };
  readonly rows: number;
  /** The file with the answer, and its hash. */
  readonly answer: { readonly file: string; readonly sha256: string };
}

/** A line of the record. */
export interface Entry extends Asked {
  readonly sequence: number;
  /** The hash of the line before; zeros for the first. */
  readonly previous: string;
  /** Of everything else in the line, as it is written. */
  readonly hash: string;
}

export const RECORD_FILE = "record.jsonl";
const FIRST = "0".repeat(64);
const LOCK = ".lock";
const LOCK_PATIENCE_MS = 10_000;

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Keeps a text by its own hash. @returns the hash */
export function keepManifest(folder: string, lines: readonly string[]): string {
  const content = lines.map((line) => `${line}\n`).join("");
  const hash = sha256(content);
  fs.mkdirSync(path.join(folder, "inputs"), { recursive: true });
  const file = path.join(folder, "inputs", `${hash}.txt`);
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, content);
  }
  return hash;
}

/**
 * Adds a question with its answer.
 *
 * @throws Error where the record's last line cannot be read, or somebody else writes to it all the time
 */
export function record(folder: string, asked: Omit<Asked, "answer">, answer: string): Entry {
  fs.mkdirSync(path.join(folder, "answers"), { recursive: true });
  return locked(folder, () => {
    const place = path.join(folder, RECORD_FILE);
    const last = lastEntry(place);
    const sequence = (last?.sequence ?? 0) + 1;
    const file = `answers/${String(sequence).padStart(6, "0")}-${asked.runbook}.json`;
    fs.writeFileSync(path.join(folder, file), answer, { flag: "wx" });
    const entry = { sequence, ...asked, answer: { file, sha256: sha256(answer) }, previous: last?.hash ?? FIRST };
    const written: Entry = { ...entry, hash: sha256(JSON.stringify(entry)) };
    const descriptor = fs.openSync(place, "a");
    try {
      fs.writeSync(descriptor, `${JSON.stringify(written)}\n`);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    return written;
  });
}

function lastEntry(place: string): Entry | undefined {
  const lines = fs.existsSync(place) ? fs.readFileSync(place, "utf8").trimEnd().split("\n") : [];
  const last = lines.at(-1);
  if (last === undefined || last === "") {
    return undefined;
  }
  try {
    return JSON.parse(last) as Entry; // what record wrote; verifyRecord finds what somebody else did
  } catch (error) {
    throw new Error(
      `The last line of ${place} is no entry: somebody wrote to it, or a run was killed as it wrote. Start a new record in another folder, and keep this one.`,
      { cause: error },
    );
  }
}

/** Two runs at once add one after the other. */
function locked<Result>(folder: string, act: () => Result): Result {
  const lock = path.join(folder, LOCK);
  const until = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      fs.closeSync(fs.openSync(lock, "wx"));
      break;
    } catch (error) {
      if (Date.now() > until) {
        throw new Error(
          `The record in ${folder} is locked by another run, or by one that was killed: delete ${lock} if none runs.`,
          { cause: error },
        );
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  try {
    return act();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** What is wrong with a record, line by line. */
export interface RecordMistake {
  readonly line: number;
  readonly mistake: string;
}

export interface VerifiedRecord {
  readonly entries: number;
  /** The hash of the last line: whoever noted it elsewhere knows whether later lines were cut off. */
  readonly head: string;
  readonly mistakes: readonly RecordMistake[];
}

/** Reads a record from its beginning. @throws NodeJS.ErrnoException where there is none */
export function verifyRecord(folder: string): VerifiedRecord {
  const text = fs.readFileSync(path.join(folder, RECORD_FILE), "utf8");
  const lines = text === "" ? [] : text.trimEnd().split("\n");
  const mistakes: RecordMistake[] = [];
  let previous = FIRST;
  lines.forEach((line, index) => {
    const wrong = (mistake: string): void => void mistakes.push({ line: index + 1, mistake });
    const entry = entryOf(line);
    if (entry === undefined) {
      wrong("is no entry");
      return;
    }
    const { hash, ...others } = entry;
    if (hash !== sha256(JSON.stringify(others))) {
      wrong("was changed: its hash is not that of its content");
    }
    if (entry.previous !== previous) {
      wrong("does not follow the line before it: a line was changed, left out or put between them");
    }
    if (entry.sequence !== index + 1) {
      wrong(`says that it is number ${entry.sequence}`);
    }
    fileMistakes(folder, entry).forEach(wrong);
    previous = hash;
  });
  return { entries: lines.length, head: previous, mistakes };
}

function fileMistakes(folder: string, { answer, inputs }: Entry): readonly string[] {
  const files = [
    { file: answer.file, hash: answer.sha256, what: "answer" },
    ...(inputs.manifest === null
      ? []
      : [{ file: `inputs/${inputs.manifest}.txt`, hash: inputs.manifest, what: "list of inputs" }]),
  ];
  return files.flatMap(({ file, hash, what }) => {
    const place = path.join(folder, file);
    if (path.relative(folder, place).startsWith("..") || !fs.existsSync(place)) {
      return [`has no ${what} in ${file}`];
    }
    return sha256(fs.readFileSync(place)) === hash ? [] : [`has another ${what} in ${file} than was recorded`];
  });
}

function entryOf(line: string): Entry | undefined {
  try {
    const entry = JSON.parse(line) as Partial<Entry>; // checked in the next line
    return typeof entry.hash === "string" && typeof entry.answer?.file === "string" && entry.inputs !== undefined
      ? (entry as Entry) // what record wrote
      : undefined;
  } catch {
    return undefined;
  }
}
