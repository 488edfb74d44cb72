/** A simulated AWS account of the caller's own: moto's services, in a process that ends with this one. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { resolveLocalhostNames } from "./localhost-names";
import { HOW_TO_GET_MOTO, findPython } from "./python";

/** The account could not be started. The message holds what the server printed. */
export class SimulatedAccountError extends Error {}

export interface SimulatedAccountOptions {
  /** Twelve digits. */
  readonly accountId: string;
  /** The region of clients that name none. @default "us-east-1" */
  readonly region?: string;
  /** How long the server may take to start, in milliseconds. @default 60000 */
  readonly startTimeout?: number;
}

export interface SimulatedAccount {
  readonly accountId: string;
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly processId: number;
  /** What makes AWS's SDKs and the Terraform provider call this account. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a client of an AWS SDK needs in order to call this account, and no other. */
  clientSettings(region?: string): ClientSettings;
  /** The end of what the server printed: one line a request, and the trace of each failure. */
  log(): string;
  /** Ends the process, and with it all that the account holds. */
  stop(): Promise<void>;
}

export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** moto accepts any. */
const CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" };

/** How many characters of the server's output are kept. */
const KEPT_OUTPUT = 20_000;

/**
 * Starts an empty account, with AWS's managed policies.
 * @throws {@link SimulatedAccountError} when there is no Python with moto, or the server does not start.
 */
export async function startSimulatedAccount(options: SimulatedAccountOptions): Promise<SimulatedAccount> {
  const python = findPython();
  if (python === undefined) {
    throw new SimulatedAccountError(`There is no Python with moto. ${HOW_TO_GET_MOTO}`);
  }
  // -B: no compiled files beside the sources.
  const child = spawn(python, ["-B", path.join(__dirname, "account.py")], {
    env: {
      ...process.env,
      PYTHONUNBUFFERED: "1",
      MOTO_ACCOUNT_ID: options.accountId,
      MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
    },
    // The server ends when its standard input does, so it cannot outlive this process.
    stdio: ["pipe", "pipe", "pipe"],
    killSignal: "SIGKILL",
  });
  const log = keepLog(child);
  try {
    const port = await announcedPort(child, options.startTimeout ?? 60_000, log);
    const endpoint = `http://127.0.0.1:${port}`;
    resolveLocalhostNames();
    const region = options.region ?? "us-east-1";
    return {
      accountId: options.accountId,
      endpoint,
      processId: child.pid ?? 0,
      environment: {
        AWS_ENDPOINT_URL: endpoint,
        // Control operations of S3 go to ACCOUNT.HOST, and no address can be below an address. Where the resolver of this machine
        // does not know names below localhost, a proxy need not ask it.
        AWS_ENDPOINT_URL_S3_CONTROL: `http://localhost:${port}`,
        HTTP_PROXY: endpoint,
        NO_PROXY: "127.0.0.1",
        AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_EC2_METADATA_DISABLED: "true",
      },
      clientSettings: (chosen = region) => ({ endpoint, region: chosen, credentials: CREDENTIALS }),
      log,
      stop: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** Reads what the server prints, without which it would stand still once the pipe is full. */
function keepLog(child: ChildProcess): () => string {
  let kept = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    kept = (kept + text).slice(-KEPT_OUTPUT);
  });
  return () => kept;
}

async function announcedPort(child: ChildProcess, patience: number, log: () => string): Promise<number> {
  const { stdout } = child;
  if (stdout === null) {
    throw new SimulatedAccountError("The server of the simulated account has no output to read.");
  }
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    const [line] = (await Promise.race([
      once(createInterface(stdout), "line", { signal: waiting.signal }),
      once(child, "exit", { signal: waiting.signal }),
    ])) as readonly unknown[]; // what an event carries has no type
    if (typeof line === "string" && /^\d+$/.test(line)) {
      return Number(line);
    }
    throw new SimulatedAccountError(
      `The server of the simulated account ended (${String(line)}). It printed:\n${log()}`,
    );
  } catch (error) {
    if (error instanceof SimulatedAccountError) {
      throw error;
    }
    const reason = waiting.signal.aborted
      ? `did not start within ${patience} ms`
      : `could not be started: ${String(error)}`;
    throw new SimulatedAccountError(`The server of the simulated account ${reason}. It printed:\n${log()}`);
  } finally {
    clearTimeout(timer);
    // Ends the waits that lost.
    waiting.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return;
  }
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}
