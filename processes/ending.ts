/** How a process ends: by itself, in time or not, and with what last words. */
import type { ChildProcess } from "node:child_process";
import { constants } from "node:os";

export interface Ending {
  /** `undefined` if a signal ended it. */
  readonly exitCode: number | undefined;
  /** The signal that ended it. */
  readonly signal: NodeJS.Signals | undefined;
  /** Why it could not be started. */
  readonly failure: Error | undefined;
}

/** Resolves when the process itself has ended, whatever still holds its pipes. */
export function endOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once("error", (failure) => {
      resolve({ exitCode: undefined, signal: undefined, failure });
    });
    child.once("exit", (code, signal) => {
      const told = signal ?? signalOf(code ?? 0);
      resolve({ exitCode: told === undefined ? (code ?? undefined) : undefined, signal: told, failure: undefined });
    });
  });
}

/** Shells tell that a signal ended a command by an exit code of 128 and the signal's number. */
function signalOf(code: number): NodeJS.Signals | undefined {
  // Reason for the cast: the keys of the table are the signals of this platform.
  const names = Object.keys(constants.signals) as NodeJS.Signals[];
  return names.find((name) => constants.signals[name] === code - 128);
}

/** How many characters of an output are kept: the last, because they explain best why a process ended. */
const KEPT = 4000;

/** The end of an output. Reading it also keeps the process from waiting for a reader. */
export class LastWords {
  private kept = "";
  private readonly finished: Promise<void>;

  /** @param stream `null` where no output is read */
  constructor(stream: NodeJS.ReadableStream | null) {
    stream?.on("data", (chunk: Buffer) => {
      this.kept = (this.kept + chunk.toString("utf8")).slice(-KEPT);
    });
    this.finished = new Promise((resolve) => {
      for (const last of ["close", "end", "error"]) {
        stream?.once(last, resolve);
      }
    });
  }

  get text(): string {
    return this.kept;
  }

  /** What there is to read is read, but not waited for longer than this: another process may hold the pipe open. */
  async end(milliseconds: number): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.finished, waited]);
    clearTimeout(timer);
    return this.kept;
  }
}

/** The longest time that a timer can be set to, in milliseconds: a longer one would ring at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;
