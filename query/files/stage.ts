/**
 * Files laid out for DuckDB: by kind, under names of our own, since its lists of files read brackets and stars in a name as patterns;
 * and only such as can be read to their end.
 */
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  closeSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  fstatSync,
} from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createGunzip } from "node:zlib";

import type { Kind, LogFile, Unreadable } from "./log-file";

/** Uncompressed bytes of one object or one line that are read. */
export const LARGEST_BYTES = 512 * 1024 * 1024;

/** A file under the name that DuckDB reads it by. */
export interface Staged {
  readonly file: LogFile;
  readonly link: string;
  /** Of the largest object in it, uncompressed. */
  readonly bytes: number;
}

/** A folder of links, which is removed with {@link Stage.remove}. */
export class Stage {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "baseline-runbook-"));
  readonly unreadable: Unreadable[] = [];
  readonly #staged = new Map<string, Staged>();
  readonly #leftOut = new Set<string>();
  readonly #folders = new Set<Kind>();

  /** Kinds with one object a file are told damaged by DuckDB itself; the others are read to their end here. */
  static async of(files: readonly LogFile[], onFile: (count: number) => void): Promise<Stage> {
    const stage = new Stage();
    let count = 0;
    for (const file of files) {
      await stage.#add(file);
      onFile(++count);
    }
    return stage;
  }

  /** Whether there are files of a kind, though all were left out. */
  holds(kind: Kind): boolean {
    return [...this.#staged.values()].some(({ file }) => file.kind === kind);
  }

  /** The files of a kind that DuckDB reads. */
  of(kind: Kind): readonly Staged[] {
    return [...this.#staged.values()].filter(({ file, link }) => file.kind === kind && !this.#leftOut.has(link));
  }

  get readCount(): number {
    return this.#staged.size;
  }

  get files(): readonly LogFile[] {
    return [...this.#staged.values()].map(({ file }) => file);
  }

  /** All files of a kind, as DuckDB is told of them. */
  patternOf(kind: Kind): string {
    return path.join(this.folder, kind, "*");
  }

  /** The bytes that one object or line has at most. */
  largestOf(kind: Kind): number {
    return this.of(kind).reduce((most, { bytes }) => Math.max(most, bytes), 0);
  }

  /** Leaves a file out that was read here, and holds nothing that is asked about. */
  leaveOut(link: string): void {
    unlinkSync(link);
    this.#leftOut.add(link);
  }

  /** Takes a file out that turned out to be damaged. */
  exclude(link: string, reason: string): void {
    const staged = this.#staged.get(link);
    if (staged !== undefined) {
      unlinkSync(link);
      this.#staged.delete(link);
      this.unreadable.push({ path: staged.file.path, reason });
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #add(file: LogFile): Promise<void> {
    const ending = ENDINGS[file.kind] + (file.isCompressed ? ".gz" : "");
    const folder = path.join(this.folder, file.kind);
    try {
      const bytes = IN_LINES.has(file.kind) ? await longestLine(file) : uncompressedBytes(file);
      if (bytes > LARGEST_BYTES) {
        throw new Error(`holds an object of ${bytes} bytes, and ${LARGEST_BYTES} are read at most`);
      }
      if (!this.#folders.has(file.kind)) {
        mkdirSync(folder);
        this.#folders.add(file.kind);
      }
      const link = path.join(folder, `${String(this.#staged.size).padStart(8, "0")}${ending}`);
      symlinkSync(path.resolve(file.path), link);
      this.#staged.set(link, { file, link, bytes });
    } catch (error) {
      this.unreadable.push({ path: file.path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

const IN_LINES: ReadonlySet<Kind> = new Set<Kind>([
  "cloudtrail-lines",
  "invocations",
  "kubernetes",
  "access",
  "application",
]);

const ENDINGS: Readonly<Record<Kind, string>> = {
  cloudtrail: ".json",
  "cloudtrail-lines": ".json",
  digest: ".json",
  config: ".json",
  invocations: ".json",
  body: ".json",
  kubernetes: ".json",
  access: ".csv",
  application: ".json",
};

/** Reads a file to its end. @throws Error where it is truncated or damaged */
async function longestLine({ path: file, isCompressed }: LogFile): Promise<number> {
  const raw = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const bytes: NodeJS.ReadableStream = isCompressed ? raw.pipe(createGunzip()) : raw;
  let longest = 0;
  let current = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
        longest = Math.max(longest, current + end - from);
        current = 0;
        from = end + 1;
      }
      current += chunk.length - from;
    }
  } catch (error) {
    throw new Error(`is truncated or damaged: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return Math.max(longest, current);
}

/** What a file holds uncompressed: a gzip file says so in its last four bytes. */
function uncompressedBytes({ path: file, isCompressed, size }: LogFile): number {
  if (!isCompressed) {
    return size;
  }
  const descriptor = openSync(file, "r");
  try {
    const { size: length } = fstatSync(descriptor);
    const trailer = Buffer.alloc(4);
    readSync(descriptor, trailer, 0, 4, Math.max(0, length - 4));
    const said = trailer.readUInt32LE(0);
    // That of a truncated file says anything. Deflate makes a text a thousandth of its length at best.
    return said > length * 1032 + 1024 ? size * 32 : Math.max(said, size);
  } finally {
    closeSync(descriptor);
  }
}
