/** Runs a program like the engine would, but without a cloud account, and returns the stack state that it declares. */
import * as grpc from "@grpc/grpc-js";
import { LONGEST_TIMER } from "../processes/ending";
import { listen } from "../pulumi/runner";
import type { StackState } from "../pulumi/stack-state";
import { type AwsEnvironment, awsEnvironment } from "./aws/environment";
import { Budget, LARGEST_REQUEST } from "./budget";
import { Completion } from "./completion";
import { DeclaredProperties } from "./declared-properties";
import { EngineService, type ProgramLog, engineService, noteError } from "./engine-service";
import { ResourceMonitorService, monitorService } from "./monitor-service";
import { type GivenAnswer, GivenAnswers } from "./given-answers";
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
  /** Names of environment variables that the program gets besides the usual ones. @default none */
  readonly passEnv?: readonly string[];
  /** What functions answer, before anything else does. @default none */
  readonly answers?: readonly GivenAnswer[];
  /** Kills the program when aborted. */
  readonly signal?: AbortSignal;
}

export interface Preview {
  readonly state: StackState;
  readonly environment: AwsEnvironment;
  readonly hidden: readonly Hidden[];
  readonly warnings: readonly string[];
  /** Of the answers that were given, those that no call asked for. */
  readonly unusedAnswers: readonly GivenAnswer[];
  /** Whether it is certain that no process of the program is left. */
  readonly cleared: boolean;
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
  const answers = new GivenAnswers(options.answers ?? []);
  const recorder = new Recorder(
    { stack: project.stack, project: project.name, config: project.config },
    environment,
    new DeclaredProperties(project.folder),
    answers,
  );
  const completion = new Completion();
  const transforms = new Transforms();
  const server = new grpc.Server({ "grpc.max_receive_message_length": LARGEST_REQUEST });
  let program: RunningProgram | undefined;
  const refuse = (message: string): void => {
    // What fails because the program is gone says nothing that its end does not say.
    if (!completion.hasEnded) {
      noteError(log, message);
      program?.stop();
    }
  };
  const budget = new Budget(refuse);
  server.addService(
    budget.of(ResourceMonitorService),
    monitorService({ project, recorder, completion, transforms }, refuse),
  );
  let failing: NodeJS.Timeout | undefined;
  const afterError = (): void => {
    // The program has failed in any case, so do not wait for what keeps it alive, such as a server.
    failing ??= setTimeout(() => program?.stop(), AFTER_ERROR).unref();
  };
  server.addService(budget.of(EngineService), engineService(log, afterError));
  const listening = await listen(server);
  const { address } = listening;
  const timeout = Math.min(options.timeout ?? DEFAULT_TIMEOUT, LONGEST_TIMER);
  const stop = (): void => {
    program?.stop();
    transforms.close();
    server.forceShutdown();
    listening.close();
  };
  try {
    program = startProgram(project, address, { ...options, timeout, onExit: () => completion.end() });
  } catch (error) {
    stop();
    throw error;
  }
  const { ended } = program;
  const finish = async (): Promise<Preview> => {
    const end = await ended;
    stop();
    const failure = programFailure(project, end, { log, recorder, completion, timeout });
    if (failure !== undefined) {
      throw new ProgramError(failure);
    }
    return {
      state: recorder.state(),
      environment,
      hidden: recorder.hidden(),
      warnings: log.warnings,
      unusedAnswers: answers.unused,
      cleared: end.cleared === "all",
    };
  };
  return { address, finish, stop };
}
