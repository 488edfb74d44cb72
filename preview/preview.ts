/** Runs a program without a cloud account, as the engine would run it, and returns the stack state that it declares. */
import * as grpc from "@grpc/grpc-js";
import { STACK_TYPE, type StackState } from "../state/stack-state";
import { type AwsEnvironment, awsEnvironment } from "./aws/environment";
import { EngineService, type ProgramLog, engineService } from "./engine-service";
import { ResourceMonitorService, monitorService } from "./monitor-service";
import { ERROR_WAS_TOLD, type ProgramEnd, type RunningProgram, startProgram } from "./program-process";
import type { Project } from "./project";
import { type Hidden, Recorder } from "./recorder";
import { Transforms } from "./transforms";

/** The program under judgement fails, never ends, or declares nothing. The message is for its author. */
export class ProgramError extends Error {}

export interface PreviewOptions {
  /** Twelve digits; @default the first of `aws:allowedAccountIds`. */
  readonly account?: string;
  /** Milliseconds the program may take. @default 120000 */
  readonly timeout?: number;
  /** Ends the program when aborted, whatever it is doing. */
  readonly signal?: AbortSignal;
}

export interface Preview {
  readonly state: StackState;
  readonly environment: AwsEnvironment;
  readonly hidden: readonly Hidden[];
  readonly warnings: readonly string[];
}

/** A preview under way; the pack can be started beside it. */
export interface PreviewUnderWay {
  /** Address of the `Engine` and `ResourceMonitor` services. */
  readonly address: string;
  /** @throws {@link ProgramError} */
  finish(): Promise<Preview>;
  stop(): void;
}

/** The engine's own limit on one message. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

const DEFAULT_TIMEOUT = 120_000;

export async function startPreview(project: Project, options: PreviewOptions = {}): Promise<PreviewUnderWay> {
  const environment = awsEnvironment(project.config, options.account);
  const log: ProgramLog = { errors: [], warnings: [] };
  const recorder = new Recorder({ stack: project.stack, project: project.name, config: project.config }, environment);
  const transforms = new Transforms();
  const server = new grpc.Server({ "grpc.max_receive_message_length": LARGEST_MESSAGE });
  let program: RunningProgram | undefined;
  const refuse = (message: string): void => {
    log.errors.push(message);
    program?.stop();
  };
  server.addService(ResourceMonitorService, monitorService(project, recorder, transforms, refuse));
  server.addService(EngineService, engineService(log));
  const address = await listen(server);
  const timeout = options.timeout ?? DEFAULT_TIMEOUT;
  const stop = (): void => {
    program?.stop();
    transforms.close();
    server.forceShutdown();
  };
  try {
    program = startProgram(project, address, timeout, options.signal);
  } catch (error) {
    server.forceShutdown();
    throw error;
  }
  const { ended } = program;
  const finish = async (): Promise<Preview> => {
    const end = await ended;
    stop();
    refuseFailure(project, end, { log, recorder, timeout });
    return { state: recorder.state(), environment, hidden: recorder.hidden(), warnings: log.warnings };
  };
  return { address, finish, stop };
}

function listen(server: grpc.Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) {
        resolve(`127.0.0.1:${port}`);
      } else {
        reject(error);
      }
    });
  });
}

interface Circumstances {
  readonly log: ProgramLog;
  readonly recorder: Recorder;
  readonly timeout: number;
}

function refuseFailure(project: Project, end: ProgramEnd, { log, recorder, timeout }: Circumstances): void {
  const program = `The program in ${project.folder} (stack ${project.stack})`;
  if (end.exitCode === undefined) {
    throw new ProgramError(
      `${program} did not end within ${timeout / 1000} seconds. Look for a promise that never settles or a server that ` +
        "keeps running; give it longer with --timeout.",
    );
  }
  if (end.exitCode !== 0 || log.errors.length > 0) {
    const told = end.exitCode === ERROR_WAS_TOLD || log.errors.length > 0 ? log.errors.join("\n") : end.printed;
    const asked = recorder.unansweredFunctions;
    const hint =
      asked.length === 0
        ? ""
        : `\nIt called ${asked.join(", ")}, which only an account or a plugin can answer: in a preview without one the ` +
          "answer is empty. The form that returns an output (the name ending in Output) can be judged.";
    throw new ProgramError(`${program} failed:\n${withoutStack(told)}${hint}`);
  }
  if (recorder.duplicateUrns.length > 0) {
    throw new ProgramError(
      `${program} registers more than one resource as ${[...new Set(recorder.duplicateUrns)].join(", ")}. ` +
        "The name of a resource must be its own among those of its type and parent.",
    );
  }
  if (!recorder.state().deployment.resources.some(({ type }) => type === STACK_TYPE)) {
    throw new ProgramError(`${program} registered nothing, not even its stack. Is its entry point a Pulumi program?`);
  }
}

/** The lines that its author can use: the message, and where in the program it arose. */
function withoutStack(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s+at .*(node_modules|node:)/.test(line));
  const meant = lines.filter((line) => !/^\s+at /.test(line));
  const [place] = lines.filter((line) => /^\s+at /.test(line));
  return [...meant.slice(0, 40), ...(place === undefined ? [] : [place])].join("\n") || "(it gave no reason)";
}
