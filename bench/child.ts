/** Commands that are measured, and what is being measured. */
import { spawn } from "node:child_process";
import { REPOSITORY } from "./stacks";

/** The options of Node.js that run a file of TypeScript. */
export const COMPILED = ["-r", "ts-node/register/transpile-only"] as const;

/**
 * What a command prints.
 *
 * @param onStart is told its process
 * @throws Error with what it says where it fails
 */
export function run(
  args: readonly string[],
  command = process.execPath,
  onStart: (processId: number) => void = () => undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: REPOSITORY, stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid !== undefined) {
      onStart(child.pid);
    }
    let printed = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${args.join(" ")}: ${errors}`))));
  });
}

export function progress(what: string): void {
  process.stderr.write(`measuring: ${what}\n`);
}
