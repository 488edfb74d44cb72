/**
 * A policy pack in its own process, started by Pulumi's runner and called over the `Analyzer` protocol, like the engine
 * does. The gate has no other interface to a pack.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { LARGEST_MESSAGE, runnerOf } from "../pulumi/runner";

/** The pack cannot be started, died, or returned an invalid answer. The message is for the person who runs the gate. */
export class PackError extends Error {}

export interface PackOptions {
  /** The pack's folder, with `PulumiPolicy.yaml` and `package.json`. */
  readonly folder: string;
  /** Added to this process's environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** How long the pack may take to start, in milliseconds. @default 60000 */
  readonly startTimeout?: number;
  /** How long the pack may take to answer one request, in milliseconds. @default 120000 */
  readonly answerTimeout?: number;
  /** Kills the process when aborted. */
  readonly signal?: AbortSignal;
}

export interface PackProcess {
  readonly processId: number;
  readonly info: protocol.AnalyzerInfo;
  configureStack(request: protocol.AnalyzerStackConfigureRequest): Promise<void>;
  configure(request: protocol.ConfigureAnalyzerRequest): Promise<void>;
  analyze(request: protocol.AnalyzeRequest): Promise<protocol.AnalyzeResponse>;
  /** @param request a serialized `AnalyzeStackRequest` */
  analyzeStack(request: Uint8Array): Promise<protocol.AnalyzeResponse>;
  stop(): void;
}

/** The address of the `Engine` service, to which a pack can log. There is no such service. */
const NO_ENGINE = "127.0.0.1:1";

/**
 * How long a pack may take to answer one request, in milliseconds. Rules only compute, so minutes mean that it hangs.
 */
const LONGEST_ANSWER = 120_000;

/** How many characters of a pack's output are kept, because the last output before it dies explains best why. */
const KEPT_OUTPUT = 4000;

/**
 * Starts the pack.
 * @throws {@link PackError} if the folder is not a Node.js pack, or the pack does not start.
 */
export async function startPack(options: PackOptions): Promise<PackProcess> {
  const folder = path.resolve(options.folder);
  const child = spawn(process.execPath, [requirePack(folder), NO_ENGINE, folder], {
    cwd: folder,
    env: { ...process.env, ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
    killSignal: "SIGKILL",
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  try {
    const output = captureOutput(child);
    const port = await announcedPort(child, output, options.startTimeout ?? 60_000, folder);
    const client = connect(port);
    const ask = asker(client, { child, output, folder, patience: options.answerTimeout ?? LONGEST_ANSWER });
    const { getAnalyzerInfo, configureStack, configure, analyze, analyzeStack } = AnalyzerService;
    const rememberingAnalyze = remembering(analyze);
    const info = await ask(getAnalyzerInfo, new Empty());
    return {
      processId: child.pid ?? 0,
      info,
      configureStack: async (request) => {
        await ask(configureStack, request);
      },
      configure: async (request) => {
        await ask(configure, request);
      },
      analyze: (request) => ask(rememberingAnalyze, request),
      analyzeStack: (bytes) => ask({ ...analyzeStack, requestSerialize: asBuffer }, bytes),
      stop: () => {
        client.close();
        child.kill("SIGKILL");
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

/**
 * Returns the runner of the pack in the folder.
 * @throws {@link PackError} if the folder is not a Node.js pack, or its packages are not installed.
 */
export function requirePack(folder: string): string {
  if (!fs.existsSync(path.join(folder, "PulumiPolicy.yaml"))) {
    throw new PackError(`${folder} is not a policy pack: it has no PulumiPolicy.yaml. Name the folder of a pack.`);
  }
  const runner = runnerOf(folder, "run-policy-pack");
  if (runner === undefined) {
    throw new PackError(
      `The pack in ${folder} does not find @pulumi/pulumi. Only Node.js packs are supported; install its dependencies (npm install).`,
    );
  }
  return runner;
}

function connect(port: number): grpc.Client {
  return new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
}

interface Output {
  text: string;
}

function captureOutput(child: ChildProcess): Output {
  const output: Output = { text: "" };
  const keep = (chunk: Buffer): void => {
    output.text = (output.text + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
  };
  child.stderr?.on("data", keep);
  return output;
}

/** The first line that a pack prints to standard output is the port of its server. */
function announcedPort(child: ChildProcess, output: Output, timeout: number, folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => {
      reject(new PackError(`The pack in ${folder} did not start within ${timeout / 1000} seconds.`));
    }, timeout);
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const port = /^(\d+)\r?\n/m.exec(printed)?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(new PackError(`The pack in ${folder} could not be started: ${error.message}`));
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      const said = withoutStack(output.text.trim() === "" ? printed : output.text);
      reject(new PackError(`The pack in ${folder} ended before it was ready (exit code ${code}). It said:\n${said}`));
    });
  });
}

/** The lines of an error that are useful to the reader. */
function withoutStack(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => !/^\s+at /.test(line) && line.trim() !== "");
  return lines.length === 0 ? "(nothing)" : lines.slice(0, 20).join("\n");
}

/** The pack that receives a request. */
interface Asked {
  readonly child: ChildProcess;
  readonly output: Output;
  readonly folder: string;
  /** Milliseconds. */
  readonly patience: number;
}

/** The same memory: a copy of a large stack's request would cost as much again. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

type Method<Request, Answer> = Pick<
  grpc.MethodDefinition<Request, Answer>,
  "path" | "requestSerialize" | "responseDeserialize"
>;

function asker(client: grpc.Client, asked: Asked) {
  return <Request, Answer>(
    { path: method, requestSerialize, responseDeserialize }: Method<Request, Answer>,
    request: Request,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + asked.patience };
      const metadata = new grpc.Metadata();
      client.makeUnaryRequest(
        method,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        options,
        (error, answer) => {
          if (error === null && answer !== undefined) {
            resolve(answer);
            return;
          }
          void whatWentWrong(path.basename(method), error, asked).then((what) => {
            reject(new PackError(`The pack in ${asked.folder} ${what}`));
          });
        },
      );
    });
}

async function whatWentWrong(method: string, error: grpc.ServiceError | null, asked: Asked): Promise<string> {
  if (error?.code === grpc.status.DEADLINE_EXCEEDED) {
    return `gave no answer to ${method} in ${asked.patience / 1000} seconds.`;
  }
  if (error?.code === grpc.status.UNAVAILABLE || hasEnded(asked.child)) {
    await endOf(asked.child);
    return `died while it was asked ${method}. It said:\n${withoutStack(asked.output.text)}`;
  }
  return `failed at ${method}: ${withoutStack(error?.details ?? "")}`;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** How long to wait for the last output, in milliseconds: the connection ends before the process and its output do. */
const LAST_WORDS = 1000;

async function endOf(child: ChildProcess): Promise<void> {
  if (child.stderr?.readableEnded === false) {
    await Promise.race([once(child.stderr, "end"), pause(LAST_WORDS, undefined, { ref: false })]);
  }
}

/** How many distinct answers are cached: about one for each resource type that few rules apply to. */
const KEPT_ANSWERS = 512;

/**
 * Most answers only list the rules that do not apply to a resource, and are identical, byte for byte, for all resources
 * of a type. Parsing such a list costs more than looking it up in a cache.
 */
function remembering<Request, Answer>(
  definition: grpc.MethodDefinition<Request, Answer>,
): grpc.MethodDefinition<Request, Answer> {
  const known = new Map<string, Answer>();
  return {
    ...definition,
    responseDeserialize: (bytes) => {
      const key = bytes.toString("latin1");
      const answer = known.get(key) ?? definition.responseDeserialize(bytes);
      if (known.size < KEPT_ANSWERS) {
        known.set(key, answer);
      }
      return answer;
    },
  };
}
