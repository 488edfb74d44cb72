/**
 * A program in its own process, started by Pulumi's runner like the CLI's language host starts it, and enclosed so that
 * nothing that it started outlives it.
 */
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { enclose } from "../processes/enclosure";
import { LastWords, endOf } from "../processes/ending";
import { type Cleared, clear, killAtOnce } from "../processes/survivors";
import { runnerOf } from "../pulumi/runner";
import { ORGANIZATION, PARALLEL } from "./monitor-service";
import { programEnvironment } from "./program-environment";
import { type Project, ProjectError } from "./project";

export interface ProgramEnd {
  /** `undefined` if the program timed out. */
  readonly exitCode: number | undefined;
  /** The end of what the program printed on standard error. */
  readonly printed: string;
  /** What became of the processes that it started. */
  readonly cleared: Cleared;
}

export interface RunningProgram {
  /** Resolves after the program's process and every process that it started have ended. */
  readonly ended: Promise<ProgramEnd>;
  stop(): void;
}

export interface ProgramOptions {
  /** Milliseconds after which the program is killed; at most 2^31 - 1. */
  readonly timeout: number;
  /** Names of environment variables that the program gets besides the usual ones. @default none */
  readonly passEnv?: readonly string[];
  /** Kills the program when aborted. */
  readonly signal?: AbortSignal;
  /** Called at once when the program's own process has ended; what it started may still live. */
  readonly onExit?: () => void;
}

/** The runner's exit code if it has already reported the error to the engine. */
export const ERROR_WAS_REPORTED = 32;

/** Milliseconds to wait for the last output of a program that has ended: another process may hold its pipe open. */
const LAST_WORDS = 1000;

/**
 * Loaded first, so that errors are printed without colors, promises are not traced, unknown answers can be taken apart and ES modules have lines; the files
 * explain why. The build puts them next to the bundle.
 */
const PRELOADED = ["plain-errors.js", "untraced-promises.js", "unknown-answers.js", "module-lines.js"].flatMap((name) =>
  [path.join(__dirname, "..", "pulumi", name), path.join(__dirname, name)].filter((file) => fs.existsSync(file)),
);

/**
 * @param address where the `ResourceMonitor` and `Engine` services are served.
 * @throws ProjectError if the program's dependencies are not installed.
 */
export function startProgram(project: Project, address: string, options: ProgramOptions): RunningProgram {
  const { enclosure, command, args } = enclose(process.execPath, programArguments(project, address), project.folder);
  const child = spawn(command, args, {
    cwd: project.folder,
    env: programEnvironment(project, process.env, options.passEnv ?? []),
    stdio: ["ignore", "pipe", "pipe"],
    // The leader of a group and a session of its own, by which what it starts is found.
    detached: true,
  });
  const { pid } = child;
  let isRunning = pid !== undefined;
  const stop = (): void => {
    if (isRunning && pid !== undefined) {
      killAtOnce(pid, enclosure);
    }
  };
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, options.timeout);
  options.signal?.addEventListener("abort", stop, { once: true });
  // The standard output is ignored, but an unread pipe would block the program.
  child.stdout.resume();
  const printed = new LastWords(child.stderr);
  const awaitEnd = async (): Promise<ProgramEnd> => {
    const { exitCode, signal, failure } = await endOf(child);
    options.onExit?.();
    const cleared = pid === undefined ? "all" : await clear(pid, enclosure);
    isRunning = false;
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", stop);
    const said = await printed.end(LAST_WORDS);
    child.stdout.destroy();
    child.stderr.destroy();
    if (failure !== undefined) {
      return { exitCode: 1, printed: failure.message, cleared };
    }
    const killed = signal === undefined ? "" : `\nIts process was ended by the signal ${signal}.`;
    return { exitCode: timedOut ? undefined : (exitCode ?? 1), printed: said + killed, cleared };
  };
  return { ended: awaitEnd(), stop };
}

function programArguments(project: Project, address: string): string[] {
  return [
    ...project.runtimeOptions.nodeargs,
    ...PRELOADED.flatMap((file) => ["-r", file]),
    requiredRunner(project.folder),
    ...["--monitor", address, "--engine", address],
    ...["--project", project.name, "--stack", project.stack, "--organization", ORGANIZATION],
    ...["--root-directory", project.folder, "--pwd", project.folder],
    ...["--dry-run", "--parallel", String(PARALLEL)],
    project.main,
  ];
}

function requiredRunner(folder: string): string {
  const runner = runnerOf(folder, "run");
  if (runner === undefined) {
    throw new ProjectError(
      `The program in ${folder} does not find @pulumi/pulumi. Install its dependencies (npm install) and try again.`,
    );
  }
  return runner;
}
