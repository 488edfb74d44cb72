/** `baseline check`: checks a program or a state and reports a verdict. */
import * as path from "node:path";
import { CONTROLS } from "../controls/catalogue";
import { coverage } from "../controls/coverage";
import type { Evaluation, Finding } from "../gate/finding";
import { type EvaluateOptions, evaluate } from "../gate/evaluate";
import { knownOf, markKnown } from "../gate/known-findings";
import { type FoundIn, inAccount, inAnyOf, namedAccounts } from "../gate/unnamed-account";
import { verdictOf } from "../gate/verdict";
import { type PackProcess, requirePack } from "../gate/pack-process";
import { readProject } from "../preview/project";
import type { StackState } from "../pulumi/stack-state";
import { reportedControls } from "../reports/controls";
import type { Source, UsedConfiguration, VerdictReport } from "../reports/report";
import { type Answers, readAnswers } from "./answers-file";
import {
  type Configuration,
  type ConfigurationOptions,
  type PackRun,
  readConfiguration,
  startConfiguredPack,
} from "./configuration";
import { say } from "./console";
import { withReports } from "./endings";
import { UsageError, exitOf } from "./failure";
import { type KnownFindings, readKnown, writeKnown } from "./known-findings-file";
import { type Progress, SILENT, progress } from "./progress";
import { type SelectionOptions, selectionOf } from "./selection";
import type { ReportFolder } from "./report-folder";
import { folderInRepository } from "./repository-folder";
import { type Format, checkOutputs, publish } from "./reporting";
import { endingWithThisProcess, type Subject, subjectOfFile, subjectOfProgram } from "./subject";

export interface CheckOptions extends ConfigurationOptions, SelectionOptions {
  readonly stack?: string;
  readonly program: string;
  readonly state?: string;
  readonly pack: string;
  readonly answers?: string;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly undecided: "report" | "fail";
  readonly account?: string;
  readonly timeout: number;
  readonly passEnv?: readonly string[];
  readonly format: Format;
  readonly tree?: boolean;
  readonly compact?: boolean;
  readonly quiet?: boolean;
  readonly out: string;
}

/** What is checked, by what, and how that is configured. */
interface Prepared {
  readonly subject: Subject;
  readonly configuration: Configuration;
  readonly pack: PackProcess;
}

/** @returns the exit code. */
export function check(options: CheckOptions): Promise<number> {
  const { program, state } = options;
  const inputs = { state, judged: state === undefined ? program : undefined };
  return withReports(options.out, checkOutputs("baseline check"), inputs, (reports) => checked(options, reports));
}

async function checked(options: CheckOptions, reports: ReportFolder): Promise<number> {
  const started = performance.now();
  const status = options.quiet === true ? SILENT : progress(process.stderr);
  const known = readKnownFindings(options);
  const answers = readAnswersOf(options);
  const signal = endingWithThisProcess(options.timeout);
  const { subject, configuration, pack } = await prepare(options, answers, status, signal).finally(() => status.done());
  try {
    status.stage(`Checking ${subject.state.deployment.resources.length} resources`);
    const selection = selectionOf(options);
    const judged = await judge(
      pack,
      subject,
      { ...configuration, ...(selection === undefined ? {} : { selection }) },
      status,
    );
    status.done();
    const evaluation = { ...judged, findings: withKnown(judged, known, subject, configuration, options) };
    const report = reportOf(
      subject,
      [...configuration.used, ...known.used, ...answers.used],
      evaluation,
      options,
      (performance.now() - started) / 1000,
    );
    publish(report, subject, options, reports);
    return exitOf(report.verdict);
  } finally {
    status.done();
    pack.stop();
  }
}

/** Asks the pack; of a stack in no account that anybody names, in each that could be its own. */
async function judge(
  pack: PackProcess,
  { state, opaque, secretSettings, account }: Subject,
  configuration: Configuration & Pick<EvaluateOptions, "selection">,
  status: Progress,
): Promise<Evaluation> {
  const ask = (asked: StackState): Promise<Evaluation> =>
    evaluate(pack, asked, {
      ...configuration,
      opaque,
      secretSettings,
      onProgress: (done, all) => status.detail(`Checked ${done} of ${all} resources`),
    });
  const judged = await ask(state);
  const others: FoundIn[] = [];
  for (const other of account.placeholder ? namedAccounts(state, account.id) : []) {
    status.stage(`Checking as if in account ${other}`);
    others.push({ account: other, findings: (await ask(inAccount(state, account.id, other))).findings });
  }
  return others.length === 0 ? judged : { ...judged, findings: inAnyOf(account.id, judged.findings, others) };
}

/** What is known, as it was before the program ran, which could change it. @throws UsageError where it cannot be read */
function readKnownFindings({ baseline: file, writeBaseline = false }: CheckOptions): KnownFindings {
  if (file === undefined && writeBaseline) {
    throw new UsageError("--write-baseline needs a file to write. Name it with --baseline FILE.");
  }
  return file === undefined ? { findings: [], used: [] } : readKnown(file, writeBaseline);
}

/** The answers, as they were before the program ran, which could change them. @throws UsageError where nothing would ask for them */
function readAnswersOf({ answers: file, state }: CheckOptions): Answers {
  if (file !== undefined && state !== undefined) {
    throw new UsageError("--answers is for a program that calls functions, and --state runs none. Leave one out.");
  }
  return readAnswers(file);
}

/** Marks what is known, and brings the file up to date: what is mended is known no more. */
function withKnown(
  { findings, leftOut }: Evaluation,
  known: KnownFindings,
  { project, stack }: Subject,
  { organization }: Configuration,
  { baseline: file, writeBaseline = false }: CheckOptions,
): readonly Finding[] {
  if (file === undefined) {
    return findings;
  }
  const never = organization?.exemptions?.never ?? [];
  const limits = { never, leftOut: leftOut?.rules ?? [] };
  const before = markKnown(findings, known.findings, { project, stack }, limits);
  const now = writeBaseline
    ? markKnown(findings, [...before.ofOthers, ...knownOf(findings, never)], { project, stack }, limits)
    : before;
  if (writeBaseline || before.mended.length > 0) {
    writeKnown(file, [...now.ofOthers, ...now.remaining]);
    say(`${file}: ${now.remaining.length} known findings of ${project}/${stack}, ${before.mended.length} mended`);
  }
  return now.findings;
}

/** Gets the state and the pack. */
async function prepare(
  options: CheckOptions,
  { given }: Answers,
  status: Progress,
  signal: AbortSignal,
): Promise<Prepared> {
  // Report a wrong name before starting anything.
  requirePack(options.pack);
  if (options.state !== undefined) {
    const configuration = readConfiguration(options);
    // No program runs, so the pack can start while the state is read.
    const starting = startConfiguredPack(options.pack, configuration, started(options, signal));
    try {
      const subject = await subjectOfFile(options.state);
      return { subject, configuration, pack: await starting };
    } catch (error) {
      await starting.then(
        (pack) => pack.stop(),
        () => undefined, // a mistake in the state is told first
      );
      throw error;
    }
  }
  const project = readProject(options.program, options.stack);
  const configuration = readConfiguration(options, project);
  status.stage(`Previewing ${project.name}, stack ${project.stack}`);
  const subject = await subjectOfProgram(project, { ...options, given, signal });
  // The pack starts after the program has ended, so that the program cannot influence the check.
  return {
    subject,
    configuration,
    pack: await startConfiguredPack(options.pack, configuration, started(options, signal)),
  };
}

/** How long the pack may run: as long as the whole check, which is as old as this process. */
function started(options: CheckOptions, signal: AbortSignal): PackRun {
  return {
    signal,
    deadline: performance.timeOrigin + options.timeout * 1000,
    isPartial: selectionOf(options) !== undefined,
  };
}

function reportOf(
  subject: Subject,
  configuration: readonly UsedConfiguration[],
  evaluation: Evaluation,
  options: CheckOptions,
  elapsedSeconds: number,
): VerdictReport {
  const { findings, rules, unasked = [] } = evaluation;
  const { project, stack, account, region, folder, opaque } = subject;
  const { resources } = subject.state.deployment;
  const types = new Set(resources.map(({ type }) => type));
  return {
    project,
    stack,
    account,
    region,
    projectFolder: folderInRepository(folder),
    evaluation,
    sources: sourcesOf(subject, configuration, options),
    configuration,
    resources,
    opaque,
    controls: reportedControls(coverage(findings, CONTROLS, { rules, types, unasked }), findings),
    verdict: verdictOf(evaluation, resources, options.undecided),
    elapsedSeconds,
  };
}

/** What the run took from where; the files that configured it are named elsewhere, with their digests. */
function sourcesOf(
  { settingsFile }: Subject,
  configuration: readonly UsedConfiguration[],
  { pack, program, state }: CheckOptions,
): readonly Source[] {
  const isUsed = (wanted: UsedConfiguration["kind"]): boolean => configuration.some(({ kind }) => kind === wanted);
  return [
    ...(state === undefined
      ? ([
          { what: "Program", from: program },
          { what: "Settings", from: settingsFile === undefined ? "none" : path.join(program, settingsFile) },
        ] as const)
      : ([{ what: "State", from: state }] as const)),
    { what: "Pack", from: path.relative(process.cwd(), pack) || "." },
    ...(isUsed("policy configuration") ? [] : ([{ what: "Policy configuration", from: "none" }] as const)),
    ...(isUsed("exemptions") ? [] : ([{ what: "Exemptions", from: "none" }] as const)),
  ];
}
