/** `baseline preflight`: reads an account before a stack is deployed, and says what stands in the way. */
import { type Caller, callerOf } from "../account/caller";
import type { Collision } from "../account/collisions/collision";
import { collisionsOf } from "../account/collisions/collisions";
import { declaredResources, notYetOwned, regionsOf } from "../account/collisions/declared";
import { resolvingSettings } from "../account/collisions/settings";
import { ReadError, type Reader, accountReader } from "../account/reader";
import { observeAccount, sawAnything } from "../account/sightings/observe-account";
import { type Project, readProject } from "../preview/project";
import { Secrets } from "../pulumi/secrets";
import type { StackState } from "../pulumi/stack-state";
import { type PreflightReport, outcomeOf } from "../reports/preflight/report";
import { maskTexts } from "../reports/without-secrets";
import { withReports } from "./endings";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "./failure";
import { PREFLIGHT_OUTPUTS, type PreflightFormat, publishPreflight } from "./preflight-reporting";
import { settingsOf, withoutIgnored } from "./preflight-settings";
import { progress } from "./progress";
import type { ReportFolder } from "./report-folder";
import { type Subject, endingWithThisProcess, subjectOfFile, subjectOfProgram } from "./subject";

export interface PreflightOptions {
  readonly stack?: string;
  readonly program: string;
  readonly state?: string;
  readonly account?: string;
  readonly region?: string;
  /** Seconds, for the program and for the account each. */
  readonly timeout: number;
  readonly passEnv?: readonly string[];
  readonly concurrency: number;
  readonly format: PreflightFormat;
  readonly out: string;
}

/** @returns the exit code. */
export function preflight(options: PreflightOptions): Promise<number> {
  const inputs = { state: options.state, judged: options.program };
  return withReports(options.out, PREFLIGHT_OUTPUTS, inputs, (reports) => looked(options, reports));
}

async function looked(options: PreflightOptions, reports: ReportFolder): Promise<number> {
  const started = performance.now();
  const status = progress(process.stderr);
  const signal = endingWithThisProcess();
  try {
    const project = readProject(options.program, options.stack);
    const owned = options.state === undefined ? undefined : await subjectOfFile(options.state);
    status.stage(`Previewing ${project.name}, stack ${project.stack}`);
    const subject = await subjectOfProgram(project, { ...options, signal });
    const home = options.region ?? subject.region;
    const timeout = AbortSignal.timeout(options.timeout * 1000);
    let calls = 0;
    const reader = accountReader({
      homeRegion: home,
      concurrency: options.concurrency,
      signal: timeout,
      onCall: (done) => {
        calls = done;
        status.detail(`Read the account with ${done} calls`);
      },
    });
    const caller = await identify(reader, subject, options, timeout);
    const all = declaredResources(subject.state, home);
    const declared = notYetOwned(all, owned === undefined ? [] : declaredResources(owned.state, home));
    const regions = regionsOf(declared);
    status.stage(`Reading account ${caller.accountId}, ${regions.join(", ")}`);
    const observed = await observeAccount(reader, caller, declared, all);
    requireInTime(timeout, options);
    if (!sawAnything(observed)) {
      throw new UsageError(
        `Nothing of account ${caller.accountId} could be read as ${caller.arn}. Give it the permissions in docs/permissions/preflight.json.`,
      );
    }
    const { collisions, undecided } = collisionsOf(declared, all, observed, home);
    const secrets = new Secrets(subject.state.deployment.resources, { texts: subject.secretSettings });
    const report: PreflightReport = {
      project: project.name,
      stack: project.stack,
      account: caller.accountId,
      caller: caller.arn,
      regions,
      resources: declared.length,
      collisions: maskTexts(collisions, secrets),
      undecided: maskTexts(undecided, secrets),
      ...(isBaseline(subject.state) ? await resolve(project, collisions, regions, home) : NO_SETTINGS),
      knowsDeployed: owned !== undefined,
      calls,
      elapsedSeconds: (performance.now() - started) / 1000,
    };
    status.done();
    publishPreflight(report, options.format, reports);
    return outcomeOf(report) === "clear" ? EXIT_PASS : EXIT_FAIL;
  } finally {
    status.done();
  }
}

/** @throws UsageError if nobody can be asked, or it is another account. */
async function identify(
  reader: Reader,
  subject: Subject,
  options: PreflightOptions,
  timeout: AbortSignal,
): Promise<Caller> {
  const caller = await callerOf(reader).catch((error: unknown) => {
    requireInTime(timeout, options);
    throw error instanceof ReadError
      ? new UsageError(
          `The account cannot be read: ${error.message}. Give credentials as AWS's own tools find them, such as AWS_PROFILE.`,
        )
      : error;
  });
  const wanted = options.account ?? (subject.account.placeholder ? undefined : subject.account.id);
  if (wanted !== undefined && wanted !== caller.accountId) {
    throw new UsageError(
      `The credentials are those of account ${caller.accountId} (${caller.arn}), and the stack is for account ${wanted}. Use credentials of that account, or name another stack.`,
    );
  }
  return caller;
}

function requireInTime({ aborted }: AbortSignal, { timeout }: PreflightOptions): void {
  if (aborted) {
    throw new UsageError(`The account was not read within ${timeout} s. Give it more time with --timeout.`);
  }
}

const NO_SETTINGS = { settings: {}, unset: [] };

/** The settings that resolve the collisions, and those that they disable. */
async function resolve(
  project: Project,
  collisions: readonly Collision[],
  regions: readonly string[],
  home: string,
): Promise<Pick<PreflightReport, "settings" | "unset">> {
  const resolving = resolvingSettings(collisions, { current: settingsOf(project), regions, home });
  return Object.keys(resolving).length === 0 ? NO_SETTINGS : withoutIgnored(project, resolving);
}

/** Whether the settings of this project's own program are what decides. */
function isBaseline({ deployment }: StackState): boolean {
  return deployment.resources.some(({ type }) => type === "ai-governance-baseline:index:AccountBaseline");
}
