/** A program in its own process, started by Pulumi's runner like the CLI's language host starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { runnerOf } from "../pulumi/runner";
import { ORGANIZATION, PARALLEL } from "./monitor-service";
import { type Project, ProjectError } from "./project";

export interface ProgramEnd {
  /** `undefined` if the program timed out. */
  readonly exitCode: number | undefined;
  /** The end of what the program printed on standard error. */
  readonly printed: string;
}

export interface RunningProgram {
  readonly ended: Promise<ProgramEnd>;
  stop(): void;
}

/** The runner's exit code if it has already reported the error to the engine. */
export const ERROR_WAS_REPORTED = 32;

const KEPT_OUTPUT = 4000;

/**
 * Loaded first, so that errors are printed without colors; the file explains why. The build puts it next to the bundle.
 */
const PLAIN_ERRORS = [path.join(__dirname, "..", "pulumi"), __dirname]
  .map((folder) => path.join(folder, "plain-errors.js"))
  .find((file) => fs.existsSync(file));

/**
 * @param address where the `ResourceMonitor` and `Engine` services are served.
 * @param timeout milliseconds after which the program is killed. @param signal kills it when aborted.
 * @throws ProjectError if the program's dependencies are not installed.
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
    ...(PLAIN_ERRORS === undefined ? [] : ["-r", PLAIN_ERRORS]),
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

function programEnvironment(project: Project): Record<string, string> {
  const { typescript, tsconfig } = project.runtimeOptions;
  return {
    PULUMI_CONFIG: JSON.stringify(project.config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(project.secretKeys),
    // The program's authors check its types. Checking them here would cost seconds and change nothing.
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
    // The output is ignored, but an unread pipe would block the program.
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
