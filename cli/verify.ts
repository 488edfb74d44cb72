/** `baseline verify`: compares a deployed stack with its account and reports what differs. */
import type { CheckId } from "../account/checks";
import type { ReadError, Reader } from "../account/reader";
import type { CheckResult } from "../account/verification";
import { CONTROLS, type CataloguedControlId } from "../controls/catalogue";
import { coverage } from "../controls/coverage";
import { evaluate } from "../gate/evaluate";
import type { Evaluation, Finding, RuleInfo } from "../gate/finding";
import { verdictOf } from "../gate/verdict";
import { readProject } from "../preview/project";
import { Secrets } from "../pulumi/secrets";
import { declaredAt, type ResourceState } from "../pulumi/stack-state";
import { reportedControls } from "../reports/controls";
import type { Verified } from "../reports/report";
import { findingsWithoutSecrets } from "../reports/without-secrets";
import { type Configuration, type ConfigurationOptions, readConfiguration, startConfiguredPack } from "./configuration";
import { withReports } from "./endings";
import { UsageError, exitOf } from "./failure";
import { type Progress, SILENT, progress } from "./progress";
import type { ReportFolder } from "./report-folder";
import { folderInRepository } from "./repository-folder";
import { type Format, checkOutputs, publish } from "./reporting";
import { type Subject, endingWithThisProcess, subjectOfFile, subjectOfProgram } from "./subject";

export interface VerifyOptions extends ConfigurationOptions {
  readonly stack?: string;
  readonly program: string;
  readonly state?: string;
  readonly region?: string;
  readonly control?: string;
  readonly pack: string;
  readonly undecided: "report" | "fail";
  readonly concurrency: number;
  readonly timeout: number;
  readonly passEnv?: readonly string[];
  readonly format: Format;
  readonly tree?: boolean;
  readonly compact?: boolean;
  readonly quiet?: boolean;
  readonly out: string;
}

/** The room `account/`, loaded on first use: most runs of the command read no account and need no SDK. */
type Account = Awaited<ReturnType<typeof loadAccount>>;

async function loadAccount() {
  const [reader, caller, stack, verification, adopted, checks] = await Promise.all([
    import("../account/reader.js"),
    import("../account/caller.js"),
    import("../account/stack.js"),
    import("../account/verification.js"),
    import("../account/adopted.js"),
    import("../account/checks.js"),
  ]);
  return { ...reader, ...caller, ...stack, ...verification, ...adopted, ...checks };
}

/** @returns the exit code. */
export function verify(options: VerifyOptions): Promise<number> {
  const { program, state } = options;
  const inputs = { state, judged: state === undefined ? program : undefined };
  return withReports(options.out, checkOutputs(NAME), inputs, (reports) => verified(options, reports));
}

async function verified(options: VerifyOptions, reports: ReportFolder): Promise<number> {
  const started = performance.now();
  const status = options.quiet === true ? SILENT : progress(process.stderr);
  const signal = endingWithThisProcess();
  const wanted = wantedChecks(options.control);
  try {
    const { subject, configuration } = await subjectOf(options, status, signal);
    const account = await loadAccount();
    const reader = account.accountReader({ homeRegion: subject.region, concurrency: options.concurrency });
    const read = await verifiedAccount(account, reader, subject);
    status.stage(`Reading account ${read.accountId} as ${read.caller}`);
    const results = await account.verifyStack(reader, subject.state, {
      ...(options.region === undefined ? {} : { region: options.region }),
      ...(wanted === undefined ? {} : { wanted }),
      onProgress: (done, all) => status.detail(`Verified ${done} of ${all} resources`),
    });
    const adopted = await judgeAdopted(account, reader, subject, options, configuration, wanted, signal);
    status.done();
    requireAnswers([...results, ...adopted.results]);
    const evaluation = evaluationOf(account, subject, [...results, ...adopted.results], adopted.evaluation, wanted);
    const secrets = new Secrets(subject.state.deployment.resources, { texts: subject.secretSettings });
    const findings = findingsWithoutSecrets(evaluation.findings, evaluation.rules, secrets);
    const { project, stack, region, folder, opaque, state } = subject;
    const report = {
      project,
      stack,
      account: subject.account,
      region,
      projectFolder: folderInRepository(folder),
      verified: read,
      evaluation: { ...evaluation, findings },
      configuration: configuration.used,
      resources: state.deployment.resources,
      opaque,
      controls: reportedControls(coverage(findings, controlsOf(options.control)), findings),
      verdict: verdictOf(evaluation, state.deployment.resources, options.undecided),
      elapsedSeconds: (performance.now() - started) / 1000,
    };
    publish(report, subject, options, reports);
    return exitOf(report.verdict);
  } finally {
    status.done();
  }
}

async function subjectOf(
  options: VerifyOptions,
  status: Progress,
  signal: AbortSignal,
): Promise<{ readonly subject: Subject; readonly configuration: Configuration }> {
  if (options.state !== undefined) {
    const configuration = readConfiguration(options);
    return { subject: await subjectOfFile(options.state), configuration };
  }
  const project = readProject(options.program, options.stack);
  const configuration = readConfiguration(options, project);
  status.stage(`Previewing ${project.name}, stack ${project.stack}`);
  return { subject: await subjectOfProgram(project, { ...options, signal }), configuration };
}

/** The controls to verify. @throws UsageError if there is no such control. */
function controlsOf(id: string | undefined) {
  const controls = CONTROLS.filter((control) => id === undefined || control.id === id);
  if (controls.length === 0) {
    const ids: readonly CataloguedControlId[] = CONTROLS.map((control) => control.id);
    throw new UsageError(`--control is ${id ?? ""}; the controls are ${ids.join(", ")}.`);
  }
  return controls;
}

/** `undefined`: all of them. @throws UsageError if no check belongs to the control. */
function wantedChecks(id: string | undefined): ReadonlySet<CheckId> | undefined {
  if (id === undefined) {
    return undefined;
  }
  const checks = controlsOf(id).flatMap(({ detects }) => detects.checks);
  if (checks.length === 0) {
    const verifiable = CONTROLS.filter(({ detects }) => detects.checks.length > 0).map((control) => control.id);
    throw new UsageError(
      `--control is ${id}, of which an account shows nothing that is declared; those that it shows are ${verifiable.join(", ")}.`,
    );
  }
  return new Set(checks);
}

/** @throws UsageError if the account cannot be read, or is another one than the stack declares. */
async function verifiedAccount(account: Account, reader: Reader, subject: Subject): Promise<Verified> {
  try {
    const { arn, accountId } = await account.callerOf(reader);
    if (accountId !== subject.account.id || subject.account.placeholder) {
      const declared = subject.account.placeholder
        ? "names no account; set aws:allowedAccountIds"
        : `declares account ${subject.account.id}`;
      throw new UsageError(
        `The stack ${subject.stack} ${declared}, and the credentials are for account ${accountId} (${arn}). Use credentials for the stack's account.`,
      );
    }
    return { at: new Date().toISOString(), caller: arn, accountId };
  } catch (error) {
    if (error instanceof account.ReadError) {
      throw new UsageError(
        `The account cannot be read: ${error.message}. Set AWS credentials as for AWS's own command line: AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
      );
    }
    throw error;
  }
}

/** What the account says of what the stack adopts: the same rules apply as to what it declares. */
async function judgeAdopted(
  account: Account,
  reader: Reader,
  subject: Subject,
  options: VerifyOptions,
  configuration: Configuration,
  wanted: ReadonlySet<CheckId> | undefined,
  signal: AbortSignal,
): Promise<{ readonly results: readonly CheckResult[]; readonly evaluation: Evaluation | undefined }> {
  const adopted = account
    .adoptedBy(subject.state.deployment.resources)
    .filter(({ region }) => options.region === undefined || region === options.region);
  if (adopted.length === 0) {
    return { results: [], evaluation: undefined };
  }
  const { state, results } = await account.observeAdopted(
    reader,
    adopted,
    subject.state,
    (check) => wanted?.has(check) ?? true,
  );
  const pack = await startConfiguredPack(options.pack, configuration, { signal });
  try {
    const evaluation = await evaluate(pack, state, { ...configuration, opaque: [] });
    const rules = controlsOf(options.control).flatMap<string>(({ prevents }) => prevents);
    return { results, evaluation: ofResourceRules(evaluation, options.control === undefined ? undefined : rules) };
  } finally {
    pack.stop();
  }
}

/** A rule about the stack needs the whole of it, of which the adopted things are only a part. */
function ofResourceRules(evaluation: Evaluation, only: readonly string[] | undefined): Evaluation {
  const rules = evaluation.rules.filter(({ id, scope }) => scope === "resource" && (only?.includes(id) ?? true));
  const ids = new Set(rules.map(({ id }) => id));
  return { ...evaluation, rules, findings: evaluation.findings.filter(({ rule }) => ids.has(rule)) };
}

/** @throws UsageError if AWS refused every single question. */
function requireAnswers(results: readonly CheckResult[]): void {
  const errors = results.flatMap(({ unread }) => unread ?? []);
  if (results.length > 0 && errors.length === results.length) {
    throw new UsageError(
      `The account refused every call:\n${refusals(errors).join("\n")}\nGrant the caller the permissions in docs/permissions/verify.json.`,
    );
  }
}

/** How many refusals are quoted. */
const MOST_REFUSALS = 5;

function refusals(errors: readonly ReadError[]): readonly string[] {
  const all = [...new Set(errors.map(({ message }) => `  ${message}`))];
  const more = all.length - MOST_REFUSALS;
  return [...all.slice(0, MOST_REFUSALS), ...(more > 0 ? [`  and ${more} more`] : [])];
}

/** What the reports call the part that judges. */
const NAME = "baseline verify";

function evaluationOf(
  account: Account,
  subject: Subject,
  results: readonly CheckResult[],
  adopted: Evaluation | undefined,
  wanted: ReadonlySet<CheckId> | undefined,
): Evaluation {
  const byUrn = new Map(subject.state.deployment.resources.map((resource) => [resource.urn, resource]));
  const checks = account.CHECK_IDS.filter((id) => wanted?.has(id) ?? true).map((id) => ruleOf(account, id));
  const declared = new Set(results.map(({ urn }) => urn)).size;
  return {
    pack: { name: NAME, version: "" },
    rules: [...checks, ...(adopted?.rules ?? [])],
    weakened: adopted?.weakened ?? [],
    findings: [...results.map((result) => findingOf(account, result, byUrn)), ...(adopted?.findings ?? [])],
    notApplicable: adopted?.notApplicable ?? 0,
    resources: declared,
  };
}

function ruleOf(account: Account, id: CheckId): RuleInfo {
  const { title, severity, type, remediation, reference } = account.checkOf(id);
  return {
    id,
    title,
    description: title,
    severity,
    level: "mandatory",
    scope: "resource",
    types: [type],
    ownWording: true,
    property: "",
    relatedChecks: [],
    remediation: remediation ?? account.RESTORE,
    reference,
  };
}

function findingOf(
  account: Account,
  { check, urn, result, property, message }: CheckResult,
  byUrn: ReadonlyMap<string, ResourceState>,
): Finding {
  const row = check === account.UNREAD ? undefined : account.checkOf(check);
  const source = declaredAt(urn, byUrn);
  return {
    rule: check,
    urn,
    result,
    severity: row?.severity ?? "medium",
    level: row === undefined ? "advisory" : "mandatory",
    message: result === "pass" ? (row?.title ?? "") : message,
    ...(property === undefined ? {} : { property }),
    ...(source === undefined ? {} : { source }),
    relatedChecks: [],
  };
}
