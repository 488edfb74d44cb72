/**
 * The folder of a run's reports. What another run left there is removed before anything starts, and the run's own reports
 * are written as a whole when it ends, however it ends. Nothing is written through a link that the judged program could
 * have laid.
 */
import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { NOT_CHECKED_FORMATS } from "../reports/not-checked";
import { OutputError, UsageError } from "./failure";

/** What a command writes. */
export interface Outputs {
  /** `baseline check` */
  readonly command: string;
  /** Each file, and the format in which it says that there is no result; `undefined` if it is then left out. */
  readonly files: Readonly<Record<string, keyof typeof NOT_CHECKED_FORMATS | undefined>>;
}

/** What a run reads. */
export interface Inputs {
  /** The folder of the program under check, if there is one. */
  readonly judged: string | undefined;
  /** The file of a state, which can be a report of another run. */
  readonly state: string | undefined;
}

/** Flags of a file that is not there yet, and that is no link. */
const NEW_FILE = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

export class ReportFolder {
  /** @param folder free of links. @param identity of the folder as it was prepared. */
  private constructor(
    private readonly folder: string,
    private readonly outputs: Outputs,
    private readonly identity: string,
    private readonly kept: string | undefined,
  ) {}

  /**
   * Makes the folder and removes the reports of another run from it, and nothing else: not the state that this run reads.
   *
   * @param out as the user named it
   * @throws UsageError if nothing can be written there. @throws OutputError if the disk is full.
   */
  static prepare(out: string, outputs: Outputs, { judged, state }: Inputs): ReportFolder {
    const named = path.resolve(out);
    return explained(named, () => {
      [".", judged].filter((root) => root !== undefined).forEach((root) => refuseLinks(path.resolve(root), named));
      fs.mkdirSync(named, { recursive: true });
      const folder = fs.realpathSync(named);
      const kept = state !== undefined && fs.existsSync(state) ? path.resolve(state) : undefined;
      const prepared = new ReportFolder(folder, outputs, identityOf(folder), kept);
      prepared.others().forEach((file) => {
        fs.rmSync(file, { force: true });
      });
      const probe = prepared.temporary("probe");
      writeNew(probe, "");
      fs.unlinkSync(probe);
      return prepared;
    });
  }

  /** Relative to where the command runs. */
  get shown(): string {
    return path.relative(process.cwd(), this.folder) || ".";
  }

  /**
   * Writes the reports.
   *
   * @param texts by the name of the file
   * @throws UsageError if they cannot be written, or the folder is not the one that was prepared
   * @throws OutputError if the disk is full
   */
  write(texts: Readonly<Record<string, string>>): void {
    explained(this.folder, () => {
      if (identityOf(this.folder) !== this.identity) {
        throw new UsageError(
          `The folder of the reports, ${this.folder}, was replaced during the run. Name one with --out that the program cannot reach.`,
        );
      }
      this.replace(texts, this.all());
    });
  }

  /**
   * Writes reports that say that there is no result. A link or a file that has taken the place of the folder is removed.
   * Does what it can: the run has failed already, and a full disk or another's folder may be in the way.
   */
  writeNotChecked(reason: string, exitCode: number): void {
    const { command, files } = this.outputs;
    const texts = Object.entries(files).flatMap(([name, format]) =>
      format === undefined ? [] : [[name, NOT_CHECKED_FORMATS[format]({ command, reason, exitCode })] as const],
    );
    try {
      const parent = path.dirname(this.folder);
      if (fs.realpathSync(parent) !== parent) {
        return;
      }
      if (fs.lstatSync(this.folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
        fs.rmSync(this.folder, { force: true });
        fs.mkdirSync(this.folder);
      }
      this.replace(Object.fromEntries(texts), this.others());
    } catch {
      // What ended the run is told on standard error and by the exit code.
    }
  }

  /** All of them are there before the first is put in its place, where none of another run or of the program is left. */
  private replace(texts: Readonly<Record<string, string>>, removed: readonly string[]): void {
    const written = Object.entries(texts).map(([name, text]) => ({ name, text, temporary: this.temporary(name) }));
    try {
      written.forEach(({ temporary, text }) => writeNew(temporary, text));
      for (const file of removed) {
        // There was none of the name when the run began. If it is a folder now, the program has made it.
        fs.rmSync(file, { recursive: true, force: true });
      }
      written.forEach(({ name, temporary }) => fs.renameSync(temporary, path.join(this.folder, name)));
    } finally {
      written.forEach(({ temporary }) => fs.rmSync(temporary, { force: true }));
    }
  }

  private all(): readonly string[] {
    return Object.keys(this.outputs.files).map((name) => path.join(this.folder, name));
  }

  /** All but what the run reads. */
  private others(): readonly string[] {
    return this.all().filter((file) => !isSame(file, this.kept));
  }

  private temporary(name: string): string {
    return path.join(this.folder, `.${name}.${randomUUID()}`);
  }
}

/** Below the judged folder, or below where the command runs, a link can be the program's: its author commits what he likes. */
function refuseLinks(root: string, folder: string): void {
  const below = path.relative(root, folder);
  if (below.startsWith("..") || path.isAbsolute(below)) {
    return;
  }
  let place = root;
  for (const part of below.split(path.sep)) {
    place = path.join(place, part);
    if (fs.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      throw new UsageError(
        `The reports are not written to ${folder}, because ${place} is a link. Name the folder that is meant with --out.`,
      );
    }
  }
}

function isSame(file: string, other: string | undefined): boolean {
  const [one, two] = [file, other].map((name) =>
    name === undefined ? undefined : fs.lstatSync(name, { bigint: true, throwIfNoEntry: false }),
  );
  return one !== undefined && one.ino === two?.ino && one.dev === two.dev;
}

/** What tells the folder from another in its place, or behind a link in its place. */
function identityOf(folder: string): string {
  const { dev, ino } = fs.lstatSync(folder, { bigint: true });
  return [fs.realpathSync(folder), dev, ino].join(" ");
}

/** Writes a file through to the disk. */
function writeNew(file: string, text: string): void {
  const descriptor = fs.openSync(file, NEW_FILE, 0o644);
  try {
    fs.writeFileSync(descriptor, text);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What is nobody's mistake. */
const FULL: readonly unknown[] = ["ENOSPC", "EDQUOT", "EFBIG", "EIO"];

function explained<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) {
      throw error;
    }
    const message = `The reports cannot be written to ${folder}: ${error.message}.`;
    throw "code" in error && FULL.includes(error.code)
      ? new OutputError(message)
      : new UsageError(`${message} Name another folder with --out.`);
  }
}
