/** A folder to which evidence is added, and in which nothing is ever replaced. */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { EvidenceFile } from "../reports/artifact/report";
import { OutputError, UsageError } from "./failure";

/** Flags of a file that is not there yet, and that is no link. */
const NEW_FILE = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

export class EvidenceFolder {
  private constructor(readonly folder: string) {}

  /** @throws UsageError if the folder cannot be made */
  static open(out: string): EvidenceFolder {
    try {
      fs.mkdirSync(out, { recursive: true });
      return new EvidenceFolder(fs.realpathSync(out));
    } catch (error) {
      throw new UsageError(`No evidence can be kept in ${out}: ${reasonOf(error)}. Name another folder with --out.`);
    }
  }

  /** Relative to where the command runs. */
  get shown(): string {
    return path.relative(process.cwd(), this.folder) || ".";
  }

  /**
   * Adds a file. One that has the name stays, and is taken if it has the same bytes.
   *
   * @returns `undefined` where other bytes have the name
   * @throws OutputError if it cannot be written
   */
  add(file: string, bytes: Buffer): EvidenceFile | undefined {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const place = path.join(this.folder, file);
    const added = { file, bytes: bytes.length, sha256 };
    const there = fs.lstatSync(place, { throwIfNoEntry: false });
    if (there !== undefined) {
      const isSame = there.isFile() && createHash("sha256").update(fs.readFileSync(place)).digest("hex") === sha256;
      return isSame ? { ...added, wasThere: true } : undefined;
    }
    try {
      const descriptor = fs.openSync(place, NEW_FILE, 0o644);
      try {
        fs.writeFileSync(descriptor, bytes);
        fs.fsyncSync(descriptor);
      } finally {
        fs.closeSync(descriptor);
      }
    } catch (error) {
      throw new OutputError(`The evidence cannot be written to ${place}: ${reasonOf(error)}.`);
    }
    return { ...added, wasThere: false };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
