/** A program in a process of its own, started by Pulumi's runner as the CLI's language host starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import * as path from "node:path";
import { ORGANIZATION, PARALLEL } from "./monitor-service";
import { type Project, ProjectError } from "./project";

export interface ProgramEnd {
  /** `undefined` when the time ran out. */
  readonly exitCode: number | undefined;
  /** The end of what the program printed on standard error. */
  readonly printed: string;
}

export interface RunningProgram {
  readonly ended: Promise<ProgramEnd>;
  stop(): void;
}

/** The runner's exit status when it has told the engine of the error already. */
export const ERROR_WAS_TOLD = 32;

const KEPT_OUTPUT = 4000;

/**
 * Loaded first, so that errors are told without colours (the file says why). The command is run from a bundle in a
 * folder beside this one.
 */
const PLAIN_ERRORS = path.resolve(__dirname, "..", "preview", "plain-errors.js");

/**
 * @param address where the `ResourceMonitor` and `Engine` services are served.
 * @param timeout milliseconds after which the program is ended. @param signal ends it when aborted.
 * @throws ProjectError when the program's dependencies are not installed.
 */
export function startProgram(
  project: Project,
  address: string,
  timeout: number,
  signal: AbortSignal | undefined,
): RunningProgram {
  const child = spawn(process.execPath, programArguments(project, address), {
    cwd: project.folder,
    env: { ...process.env, ...programEnvironment(project) },
    stdio: ["ignore", "pipe", "pipe"],
    killSignal: "SIGKILL",
    ...(signal === undefined ? {} : { signal }),
  });
  return { ended: awaitEnd(child, timeout), stop: () => child.kill("SIGKILL") };
}

function programArguments(project: Project, address: string): string[] {
  return [
    ...(project.runtimeOptions.nodeargs?.split(/\s+/).filter((part) => part !== "") ?? []),
    ...["-r", PLAIN_ERRORS],
    runnerOf(project.folder),
    ...["--monitor", address, "--engine", address],
    ...["--project", project.name, "--stack", project.stack, "--organization", ORGANIZATION],
    ...["--root-directory", project.folder, "--pwd", project.folder],
    ...["--dry-run", "--parallel", String(PARALLEL)],
    project.main,
  ];
}

function runnerOf(folder: string): string {
  try {
    return createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    throw new ProjectError(
      `The program in ${folder} does not find @pulumi/pulumi. Install its dependencies (npm install) and try again.`,
    );
  }
}

function programEnvironment(project: Project): Record<string, string> {
  const { typescript, tsconfig } = project.runtimeOptions;
  return {
    PULUMI_CONFIG: JSON.stringify(project.config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(project.secretKeys),
    // Types are checked by whoever writes the program; here they would cost seconds and change nothing.
    ...(typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true", PULUMI_NODEJS_TRANSPILE_ONLY: "true" } : {}),
    ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}

function awaitEnd(child: ChildProcess, timeout: number): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    let printed = "";
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, timeout);
    // What a program prints is its own affair, but an unread pipe would stop it.
    child.stdout?.resume();
    child.stderr?.on("data", (chunk: Buffer) => {
      printed = (printed + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      resolve({ exitCode: 1, printed: error.message });
    });
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      const killed = signal === null ? "" : `\nIts process was ended by the signal ${signal}.`;
      resolve({ exitCode: timedOut ? undefined : (code ?? 1), printed: printed + killed });
    });
  });
}
