/** What a command looks at: a previewed program or an exported state. */
import type { Opaque } from "../gate/finding";
import type { GivenAnswer } from "../preview/given-answers";
import { type Preview, ProgramError, startPreview } from "../preview/preview";
import { type Project, secretSettingsOf } from "../preview/project";
import { Secrets } from "../pulumi/secrets";
import type { StackState } from "../pulumi/stack-state";
import { maskTexts } from "../reports/without-secrets";
import { sayUnused } from "./answers-file";
import { say } from "./console";
import { EXIT_USAGE, UsageError } from "./failure";
import { watchInstallation } from "./installation";
import { readText } from "./named-files";
import { settingsMistakes } from "./settings-mistakes";
import { accountOfState } from "./state-account";

/** A stack's state, and whose it is. */
export interface Subject {
  readonly state: StackState;
  readonly project: string;
  readonly stack: string;
  readonly account: { readonly id: string; readonly placeholder: boolean };
  readonly region: string;
  /** The project's folder. Places in the program are relative to it. */
  readonly folder: string;
  /** The file of the stack's settings, relative to the folder. @default - there is none, or a state is looked at */
  readonly settingsFile?: string;
  readonly opaque: readonly Opaque[];
  /** Secrets among the stack's settings, which are none of a resource's. */
  readonly secretSettings: readonly string[];
}

/** How a program is run. */
export interface ProgramRun {
  /** Folder of the pack that is to judge it, which the program must not change. @default - none */
  readonly pack?: string;
  readonly account?: string;
  /** Seconds. */
  readonly timeout: number;
  /** Names of environment variables that the program gets besides the usual ones. @default none */
  readonly passEnv?: readonly string[];
  /** What functions answer that only an account can answer. @default none */
  readonly given?: readonly GivenAnswer[];
  readonly signal: AbortSignal;
}

/**
 * Runs the program.
 *
 * @throws UsageError if its settings are wrong
 * @throws ProgramError if it fails
 */
export async function subjectOfProgram(project: Project, run: ProgramRun): Promise<Subject> {
  const { account, timeout, passEnv = [], given = [], signal } = run;
  requirePassed(passEnv);
  const installation = watchInstallation(run.pack);
  const preview = await startPreview(project, {
    timeout: timeout * 1000,
    passEnv,
    answers: given,
    signal,
    ...(account === undefined ? {} : { account }),
  });
  try {
    const [finished] = await Promise.all([
      preview.finish().finally(() => installation.requireUnchanged()),
      Promise.resolve().then(() => installation.list()),
    ]);
    if (!finished.cleared) {
      say(UNCERTAIN);
    }
    sayUnused(finished.unusedAnswers);
    return subjectOfPreview(project, finished);
  } catch (error) {
    preview.stop();
    const mistakes = error instanceof ProgramError ? await settingsMistakes(project) : undefined;
    throw mistakes === undefined ? error : new UsageError(mistakes);
  }
}

const UNCERTAIN =
  "Warning: this machine offers no way to be certain that every process of the program has ended, and one that is left could " +
  "interfere. Install util-linux (unshare, setpriv, prlimit), or run the gate in a container.";

/** @throws UsageError for a variable that is not set: it would be passed in vain */
function requirePassed(names: readonly string[]): void {
  for (const name of names) {
    if (process.env[name] === undefined) {
      throw new UsageError(
        `--pass-env ${name}: there is no such environment variable. Set it, or leave the option out.`,
      );
    }
  }
}

function subjectOfPreview(project: Project, { state, environment, hidden }: Preview): Subject {
  const secretSettings = secretSettingsOf(project);
  return {
    state,
    project: project.name,
    stack: project.stack,
    account: { id: environment.accountId, placeholder: environment.accountIsPlaceholder },
    region: environment.region,
    folder: project.folder,
    ...(project.settingsFile === undefined ? {} : { settingsFile: project.settingsFile }),
    opaque: maskTexts(hidden, new Secrets(state.deployment.resources, { texts: secretSettings })),
    secretSettings,
  };
}

/** @throws UsageError or StateFileError if the file is no state of a deployed stack */
export async function subjectOfFile(file: string): Promise<Subject> {
  // Reading a state needs a validator that running a program does not need.
  const { parseStackState } = await import("../pulumi/read-state.js");
  const state = parseStackState(readText(file, "--state"), file);
  if (state.deployment.resources.length === 0) {
    throw new UsageError(
      `--state ${file} contains no resources, so there is nothing to check. Export a stack that is deployed.`,
    );
  }
  // A state does not say where its program lies: where the command is called, most likely.
  return { state, folder: process.cwd(), opaque: [], secretSettings: [], ...accountOfState(state) };
}

/** The signals that people and CI systems use to end a command, with the exit codes that shells use for them. */
const ENDING_SIGNALS = { SIGINT: 130, SIGQUIT: 131, SIGTERM: 143, SIGHUP: 129 } as const;

/** Seconds by which a run may exceed its time, in which it says what took so long. */
const GRACE = 10;

/**
 * Aborted when this process ends, so that whatever it started ends with it.
 *
 * @param timeout seconds within which the process has to end. @default - it ends when it is through
 */
export function endingWithThisProcess(timeout?: number): AbortSignal {
  const controller = new AbortController();
  process.once("exit", () => {
    controller.abort();
  });
  for (const [signal, code] of Object.entries(ENDING_SIGNALS)) {
    process.once(signal, () => process.exit(code));
  }
  // Nobody listens, so Node.js would start its debugger, by which any process of this user could take part in the check.
  process.on("SIGUSR1", () => undefined);
  if (timeout !== undefined) {
    setTimeout(
      () => {
        console.error(`The run did not end within ${timeout} seconds. Give it longer with --timeout.`);
        process.exit(EXIT_USAGE);
      },
      (timeout + GRACE) * 1000,
    ).unref();
  }
  return controller.signal;
}
