/**
 * The settings that a stack takes from Pulumi ESC environments. Only Pulumi Cloud can open them, so the Pulumi CLI is asked.
 *
 * Source: https://www.pulumi.com/docs/esc/integrations/infrastructure/pulumi-iac/
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { stringify } from "yaml";
import { UNKNOWN_VALUE } from "../pulumi/wire";

/** The environments cannot be opened. The message is for the person who runs the command. */
export class EnvironmentError extends Error {}

export interface StackEnvironments {
  readonly project: string;
  readonly stack: string;
  /** The stack file's `environment`: names of environments, or an environment of its own. */
  readonly environment: unknown;
}

/** Settings, as the CLI lists them. */
export interface OpenedSettings {
  /** `namespace:key` -> the value as a program reads it. Secrets are unknown: whoever wrote the program may not read them. */
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
}

/** Milliseconds. */
const LONGEST = 60_000;

/**
 * Asks the CLI in a folder of its own. The project file of the program under check could name another backend, and the CLI would
 * send it the operator's access token.
 *
 * @throws {@link EnvironmentError}
 */
export function openEnvironments({ project, stack, environment }: StackEnvironments): OpenedSettings {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-environments-"));
  try {
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), stringify({ name: project, runtime: "nodejs" }));
    fs.writeFileSync(path.join(folder, `Pulumi.${stack}.yaml`), stringify({ environment }));
    const { error, status, stdout, stderr } = spawnSync(
      "pulumi",
      ["config", "--open", "--json", "--stack", stack, "--non-interactive", "--color", "never", "--cwd", folder],
      // In the folder too, so that a relative entry of the PATH finds nothing of the program.
      {
        cwd: folder,
        encoding: "utf8",
        timeout: LONGEST,
        env: { ...process.env, PATH: trustedPath(process.env["PATH"] ?? "") },
      },
    );
    if (error !== undefined) {
      throw new EnvironmentError(refusal(stack, whyNotStarted(error)));
    }
    if (status !== 0) {
      throw new EnvironmentError(refusal(stack, `the Pulumi CLI says: ${firstLine(stderr)}`));
    }
    return settingsIn(stdout, stack);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Without the folders that `npx` and npm's scripts add: there, the program's packages could bring a CLI of their own. */
export function trustedPath(searched: string): string {
  return searched
    .split(path.delimiter)
    .filter((folder) => !folder.split(path.sep).includes("node_modules"))
    .join(path.delimiter);
}

function whyNotStarted(error: NodeJS.ErrnoException): string {
  return error.code === "ENOENT"
    ? "there is no Pulumi CLI on the PATH"
    : error.code === "ETIMEDOUT"
      ? `the Pulumi CLI gave no answer in ${LONGEST / 1000} seconds`
      : `the Pulumi CLI cannot be started: ${error.message}`;
}

function refusal(stack: string, why: string): string {
  return (
    `The stack ${stack} takes settings from Pulumi ESC (environment:), which only the Pulumi CLI can open, and ${why}. ` +
    "Install the CLI and log in to Pulumi Cloud (PULUMI_ACCESS_TOKEN), or check an exported state with --state."
  );
}

function firstLine(text: string): string {
  const [line = "nothing"] = text.split("\n").filter((one) => one.trim() !== "");
  return line.replace(/^error: /, "").replace(/\.$/, "");
}

function settingsIn(output: string, stack: string): OpenedSettings {
  const entries = Object.entries(parsed(output, stack));
  const isSecret = (listed: Listed): boolean => listed.secret === true;
  return {
    config: Object.fromEntries(
      entries.map(([key, listed]) => [key, isSecret(listed) ? UNKNOWN_VALUE : (listed.value ?? "")]),
    ),
    secretKeys: entries.filter(([, listed]) => isSecret(listed)).map(([key]) => key),
  };
}

/** One setting in the CLI's list. */
interface Listed {
  readonly value?: string;
  readonly secret?: boolean;
}

function parsed(output: string, stack: string): Readonly<Record<string, Listed>> {
  try {
    return JSON.parse(output) as Readonly<Record<string, Listed>>; // the form of `pulumi config --json`
  } catch {
    throw new EnvironmentError(refusal(stack, "what the Pulumi CLI answered is no JSON"));
  }
}
