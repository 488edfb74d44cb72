/** The command `baseline` as a person or a CI system runs it: a process of its own. */
import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { JsonDocument } from "../../reports/json";
import { fixtureProgram } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The folder of one of the programs in tests/cli/programs. */
export function program(name: string): string {
  return fixtureProgram(path.join(__dirname, "programs", name));
}

/** The arguments for a program that declares an application's log group badly, judged as if it held evidence. */
export const BAD: readonly string[] = ["--program", program("bad"), "--preset", "strict"];

export interface RunOptions {
  /** The checkout whose command is run. @default this one */
  readonly home?: string;
  /** Variables of the environment, besides those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called once the process runs. */
  readonly meanwhile?: (child: ChildProcessWithoutNullStreams) => void;
}

/** Runs `baseline` with these arguments, and makes sure that no process that it started outlives it. */
export async function baseline(
  args: readonly string[],
  { home = REPOSITORY, environment = {}, meanwhile }: RunOptions = {},
): Promise<Ended> {
  // As in CI, which some libraries take for a terminal with colours.
  const env: NodeJS.ProcessEnv = { ...process.env, CI: "true", ...environment };
  delete env["BASELINE_EXEMPTIONS"];
  delete env["NO_COLOR"];
  const child = spawn(process.execPath, [path.join(home, "cli/baseline.js"), ...args], {
    cwd: home,
    env,
    // A group of its own, by which whatever it starts can be found afterwards.
    detached: true,
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  meanwhile?.(child);
  const hung = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), LONGEST_RUN_MS);
  const result = await ended;
  clearTimeout(hung);
  await nothingLeft(
    child.pid ?? 0,
    args.filter((arg) => path.isAbsolute(arg)),
  );
  return result;
}

/** A command that hangs is ended with all that it started, so that the test fails and those after it run. */
const LONGEST_RUN_MS = 100_000;

/** Processes that were killed may take a moment to go. */
const PATIENCE_MS = 3000;

/** @param folders what it was told to run, which the command lines of program and pack name: they are in other groups. */
async function nothingLeft(group: number, folders: readonly string[]): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let left = processesOf(group, folders);
  while (left.length > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    left = processesOf(group, folders);
  }
  assert.deepEqual(left, [], "processes outlived the command");
}

/** The living processes, as lines of text. One that has ended and waits to be collected is not living. */
function processesOf(group: number, folders: readonly string[]): string[] {
  return fs.existsSync("/proc/self/stat") ? processesInProc(group, folders) : processesByPs(group);
}

function processesInProc(group: number, folders: readonly string[]): string[] {
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
        // The name, in brackets, may hold anything; the state, the parent and the group follow it.
        const [state, , processGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const words = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        const isOfRun = Number(processGroup) === group || words.some((word) => folders.includes(word));
        return isOfRun && state !== "Z" && Number(pid) !== process.pid ? [`${stat} ${words.join(" ")}`] : [];
      } catch {
        return [];
      }
    });
}

function processesByPs(group: number): string[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pgid=,stat=,command="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => Number.parseInt(line, 10) === group && !/^\s*\d+\s+Z/.test(line));
}

/** `baseline check` with its reports in a new folder. */
export async function check(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended & { readonly out: string }> {
  const out = path.join(temporaryFolder(), "reports");
  return { ...(await baseline(["check", "--out", out, ...args], options)), out };
}

/** `baseline check --format json`, whose standard output must be one JSON document and nothing else. */
export async function evaluation(args: readonly string[]): Promise<Ended & JsonDocument & { readonly out: string }> {
  const ended = await check([...args, "--format", "json"]);
  // The cast says what the report's own tests hold: its form.
  return { ...ended, ...(JSON.parse(ended.stdout) as JsonDocument) };
}

const folders: string[] = [];

/** A new folder, which {@link removeTemporaryFolders} removes. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-cli-"));
  folders.push(folder);
  return folder;
}

/** For `after`. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a file into a new folder. @returns its path. */
export function temporaryFile(name: string, content: unknown): string {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** Nothing was checked: nothing looks like a verdict, and what is said is for a person. */
export function assertRefused(ended: Ended, code: number, ...said: readonly RegExp[]): void {
  assert.equal(ended.code, code, ended.stderr);
  assert.equal(ended.stdout, "", "standard output");
  assert.doesNotMatch(ended.stderr, /\bPASS\b|nothing mandatory fails/);
  assertPlain(ended.stderr);
  for (const words of said) {
    assert.match(ended.stderr, words);
  }
}

/** No stack trace, though a failed program's own line may be named, and no colour where nobody sees it. */
export function assertPlain(text: string): void {
  const frames = text.split("\n").filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  assert.ok(frames.length <= 1 && !/node_modules|node:/.test(frames.join()), text);
  assert.ok(!text.includes("\u001B["), "escape sequences");
}

/** What a checkout consists of, besides its packages. */
const NOT_COPIED = new Set(["node_modules", ".git", "baseline-report", "coverage", "dist", "tests", "bench"]);

/** A copy of this checkout with the same packages, in which a test may change any file. */
export function copyOfCheckout(): string {
  const copy = temporaryFolder();
  for (const name of fs.readdirSync(REPOSITORY).filter((entry) => !NOT_COPIED.has(entry))) {
    fs.cpSync(path.join(REPOSITORY, name), path.join(copy, name), {
      recursive: true,
      filter: (source) => path.basename(source) !== "node_modules",
    });
  }
  fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(copy, "node_modules"), "dir");
  return copy;
}
