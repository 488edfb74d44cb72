/**
 * A policy pack in a process of its own, started by Pulumi's runner and spoken to over the `Analyzer` protocol, as the
 * engine does. The gate knows a pack by nothing else.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type * as protocol from "@pulumi/pulumi/proto/analyzer_pb";

/** The pack cannot be started, has died, or answers nonsense. The message is for the person who runs the gate. */
export class PackError extends Error {}

export interface PackOptions {
  /** The pack's folder, with `PulumiPolicy.yaml` and `package.json`. */
  readonly folder: string;
  /** Address of an `Engine` service, which a pack may log to. */
  readonly engineAddress: string;
  /** Added to the environment of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** How long the pack may take to start, in milliseconds. @default 60000 */
  readonly startTimeout?: number;
  /** How long it may think about one question, in milliseconds. @default 120000 */
  readonly answerTimeout?: number;
  /** Ends the process when aborted, whatever it is doing. */
  readonly signal?: AbortSignal;
}

export interface PackProcess {
  readonly processId: number;
  readonly info: protocol.AnalyzerInfo;
  configureStack(request: protocol.AnalyzerStackConfigureRequest): Promise<void>;
  configure(request: protocol.ConfigureAnalyzerRequest): Promise<void>;
  analyze(request: protocol.AnalyzeRequest): Promise<protocol.AnalyzeResponse>;
  analyzeStack(request: protocol.AnalyzeStackRequest): Promise<protocol.AnalyzeResponse>;
  stop(): void;
}

/** The engine's own limit on one message. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** How long a pack may think about one question, in milliseconds. A rule is a computation; minutes mean that it hangs. */
const LONGEST_ANSWER = 120_000;

/** What a pack prints before it dies is the best account of why; this much of it is kept. */
const KEPT_OUTPUT = 4000;

/**
 * Starts the pack.
 * @throws {@link PackError} when the folder is no Node.js pack, or the pack does not come up.
 */
export async function startPack(options: PackOptions): Promise<PackProcess> {
  const folder = path.resolve(options.folder);
  const child = spawn(process.execPath, [runnerOf(folder), options.engineAddress, folder], {
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
      analyzeStack: (request) => ask(analyzeStack, request),
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

function runnerOf(folder: string): string {
  if (!fs.existsSync(path.join(folder, "PulumiPolicy.yaml"))) {
    throw new PackError(`${folder} is no policy pack: it has no PulumiPolicy.yaml. Name the folder of a pack.`);
  }
  try {
    return createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  } catch {
    throw new PackError(
      `The pack in ${folder} does not find @pulumi/pulumi. Only packs for Node.js can be run; install its dependencies (npm install).`,
    );
  }
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

/** A pack's first line on standard output is the port of its server. */
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

/** The lines of an error that its reader can use. */
function withoutStack(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => !/^\s+at /.test(line) && line.trim() !== "");
  return lines.length === 0 ? "(nothing)" : lines.slice(0, 20).join("\n");
}

/** The pack that is asked. */
interface Asked {
  readonly child: ChildProcess;
  readonly output: Output;
  readonly folder: string;
  /** Milliseconds. */
  readonly patience: number;
}

function asker(client: grpc.Client, asked: Asked) {
  return <Request, Answer>(
    { path: method, requestSerialize, responseDeserialize }: grpc.MethodDefinition<Request, Answer>,
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

/** The connection ends before the process does, and before what it said last has arrived. */
const LAST_WORDS = 1000;

async function endOf(child: ChildProcess): Promise<void> {
  if (child.stderr?.readableEnded === false) {
    await Promise.race([once(child.stderr, "end"), pause(LAST_WORDS, undefined, { ref: false })]);
  }
}

/** How many distinct answers are kept: there are about as many as types of resources that few rules are about. */
const KEPT_ANSWERS = 512;

/**
 * Most answers only list the rules that do not concern a resource, and are the same, byte for byte, for all resources of
 * a type. Reading such a list costs more than finding out that it has been read before.
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
