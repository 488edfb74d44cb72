/** Runs a program like the engine would, but without a cloud account, and returns the stack state that it declares. */
import * as grpc from "@grpc/grpc-js";
import { LARGEST_MESSAGE, listen } from "../pulumi/runner";
import type { StackState } from "../pulumi/stack-state";
import { type AwsEnvironment, awsEnvironment } from "./aws/environment";
import { DeclaredProperties } from "./declared-properties";
import { EngineService, type ProgramLog, engineService } from "./engine-service";
import { ResourceMonitorService, monitorService } from "./monitor-service";
import { programFailure } from "./program-failure";
import { type RunningProgram, startProgram } from "./program-process";
import type { Project } from "./project";
import { type Hidden, Recorder } from "./recorder";
import { Transforms } from "./transforms";

/** The program under check fails, does not end, or declares nothing. The message is for its author. */
export class ProgramError extends Error {}

export interface PreviewOptions {
  /** 12 digits. @default the first of `aws:allowedAccountIds` */
  readonly account?: string;
  /** Time limit for the program, in milliseconds. @default 120000 */
  readonly timeout?: number;
  /** Kills the program when aborted. */
  readonly signal?: AbortSignal;
}

export interface Preview {
  readonly state: StackState;
  readonly environment: AwsEnvironment;
  readonly hidden: readonly Hidden[];
  readonly warnings: readonly string[];
}

/** A running preview. */
export interface PreviewUnderWay {
  /** Address of the `Engine` and `ResourceMonitor` services. */
  readonly address: string;
  /** @throws {@link ProgramError} */
  finish(): Promise<Preview>;
  stop(): void;
}

const DEFAULT_TIMEOUT = 120_000;

/** How long a program keeps running after it reports an error, in milliseconds, because more errors may follow. */
const AFTER_ERROR = 3000;

export async function startPreview(project: Project, options: PreviewOptions = {}): Promise<PreviewUnderWay> {
  const environment = awsEnvironment(project.config, options.account);
  const log: ProgramLog = { errors: [], warnings: [] };
  const recorder = new Recorder(
    { stack: project.stack, project: project.name, config: project.config },
    environment,
    new DeclaredProperties(project.folder),
  );
  const transforms = new Transforms();
  const server = new grpc.Server({ "grpc.max_receive_message_length": LARGEST_MESSAGE });
  let program: RunningProgram | undefined;
  const refuse = (message: string): void => {
    log.errors.push(message);
    program?.stop();
  };
  server.addService(ResourceMonitorService, monitorService(project, recorder, transforms, refuse));
  const afterError = (): void => {
    // The program has failed in any case, so do not wait for what keeps it alive, such as a server.
    setTimeout(() => program?.stop(), AFTER_ERROR).unref();
  };
  server.addService(EngineService, engineService(log, afterError));
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
    const failure = programFailure(project, end, { log, recorder, timeout });
    if (failure !== undefined) {
      throw new ProgramError(failure);
    }
    return { state: recorder.state(), environment, hidden: recorder.hidden(), warnings: log.warnings };
  };
  return { address, finish, stop };
}
