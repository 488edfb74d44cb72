/**
 * A policy pack in its own process, started by Pulumi's runner and called over the `Analyzer` protocol, like the engine
 * does. The gate has no other interface to a pack.
 */
import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { stripVTControlCharacters } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { endingWithUs } from "../processes/enclosure";
import { LONGEST_TIMER, LastWords, endOf } from "../processes/ending";
import { killAtOnce } from "../processes/survivors";
import { LARGEST_MESSAGE, LOCAL_CLIENT, runnerOf } from "../pulumi/runner";

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
  /** When the pack has to be through with everything, as milliseconds since 1970. @default - never */
  readonly deadline?: number;
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

/**
 * Loaded first in the pack's process: it ends the pack with this process, and keeps Node's debugger off. The build puts it
 * next to the bundle.
 */
const PACK_GUARD = [path.join(__dirname, "..", "pulumi"), __dirname]
  .map((folder) => path.join(folder, "pack-guard.js"))
  .find((file) => fs.existsSync(file));

/** Newer versions of Node.js can leave the signal that starts the debugger alone from the very start. */
const NO_DEBUGGER = process.allowedNodeEnvironmentFlags.has("--disable-sigusr1") ? ["--disable-sigusr1"] : [];

/**
 * Starts the pack.
 * @throws {@link PackError} if the folder is not a Node.js pack, or the pack does not start.
 */
export async function startPack(options: PackOptions): Promise<PackProcess> {
  const folder = path.resolve(options.folder);
  const { command, args } = endingWithUs(process.execPath, [
    ...NO_DEBUGGER,
    ...(PACK_GUARD === undefined ? [] : ["-r", PACK_GUARD]),
    ...[requirePack(folder), NO_ENGINE, folder],
  ]);
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...options.environment },
    // The guard watches the fourth, which closes when this process ends, however it ends.
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    // The leader of a group of its own, so that what the pack starts ends with it.
    detached: true,
  });
  const [, , , watched] = child.stdio;
  watched?.on("error", () => undefined); // the pack may end first
  const stop = (): void => {
    if (child.pid !== undefined && !hasEnded(child)) {
      killAtOnce(child.pid, { kind: "group" });
    }
    // What left the group may hold them open, and this process would wait for it.
    [watched, child.stdout, child.stderr].forEach((pipe) => pipe?.destroy());
  };
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    const output = new LastWords(child.stderr);
    const deadline = options.deadline ?? Number.POSITIVE_INFINITY;
    const start = Math.min(options.startTimeout ?? 60_000, remaining(deadline));
    const port = await announcedPort(child, output, start, folder);
    const client = connect(port);
    const patience = options.answerTimeout ?? LONGEST_ANSWER;
    const ask = asker(client, { child, output, folder, patience, deadline });
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
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Milliseconds to the deadline, as many as a timer can be set to. */
function remaining(deadline: number): number {
  return Math.max(0, Math.min(deadline - Date.now(), LONGEST_TIMER));
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
    ...LOCAL_CLIENT,
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
}

/** The first line that a pack prints to standard output is the port of its server. */
function announcedPort(child: ChildProcess, output: LastWords, timeout: number, folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => {
      reject(new PackError(`The pack in ${folder} did not start within ${timeout / 1000} seconds.`));
    }, timeout);
    child.stdout?.on("data", (chunk: Buffer) => {
      // A port is announced in a line of its own, of which no more than the last need be kept.
      printed = (printed + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
      const port = /^(\d+)\r?\n/m.exec(printed)?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
    void endOf(child).then(async ({ exitCode, failure }) => {
      clearTimeout(timer);
      if (failure !== undefined) {
        reject(new PackError(`The pack in ${folder} could not be started: ${failure.message}`));
        return;
      }
      const words = await output.end(LAST_WORDS);
      const said = withoutStack(words.trim() === "" ? printed : words);
      reject(
        new PackError(
          `The pack in ${folder} ended before it was ready (exit code ${exitCode ?? null}). It said:\n${said}`,
        ),
      );
    });
  });
}

/** How many characters of a pack's standard output are kept while it starts. */
const KEPT_OUTPUT = 4000;

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
  readonly output: LastWords;
  readonly folder: string;
  /** Milliseconds. */
  readonly patience: number;
  /** Milliseconds since 1970. */
  readonly deadline: number;
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
      const options = { deadline: Math.min(Date.now() + asked.patience, asked.deadline) };
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
    return Date.now() < asked.deadline
      ? `gave no answer to ${method} in ${asked.patience / 1000} seconds.`
      : `was not through when the time of the run was over: it was asked ${method}. Give it longer with --timeout.`;
  }
  if (error?.code === grpc.status.UNAVAILABLE || hasEnded(asked.child)) {
    const words = await asked.output.end(LAST_WORDS);
    return `died while it was asked ${method}. It said:\n${withoutStack(words)}`;
  }
  return `failed at ${method}: ${withoutStack(error?.details ?? "")}`;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** How long to wait for the last output, in milliseconds: the connection ends before the process and its output do. */
const LAST_WORDS = 1000;

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
