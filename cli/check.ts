/** `baseline check`: checks a program or a state and reports a verdict. */
import * as path from "node:path";
import { coverage } from "../controls/coverage";
import type { Evaluation } from "../gate/finding";
import { evaluate } from "../gate/evaluate";
import type { PolicyConfig } from "../gate/policy-config";
import { verdictOf } from "../gate/verdict";
import { type PackProcess, requirePack, startPack } from "../gate/pack-process";
import { readProject } from "../preview/project";
import { reportedControls } from "../reports/controls";
import type { VerdictReport } from "../reports/report";
import { withReports } from "./endings";
import { EXIT_FAIL, EXIT_PASS } from "./failure";
import { readPolicyConfig, readText, usualPolicyConfig } from "./named-files";
import { type Progress, progress } from "./progress";
import type { ReportFolder } from "./report-folder";
import { type Format, checkOutputs, publish } from "./reporting";
import { endingWithThisProcess, type Subject, subjectOfFile, subjectOfProgram } from "./subject";

export interface CheckOptions {
  readonly stack?: string;
  readonly program: string;
  readonly state?: string;
  readonly pack: string;
  readonly policyConfig?: string;
  readonly exemptions?: string;
  readonly undecided: "report" | "fail";
  readonly account?: string;
  readonly timeout: number;
  readonly format: Format;
  readonly out: string;
}

/** What is checked, and how the pack is configured for it. */
type CheckedSubject = Subject & { readonly policyConfig: PolicyConfig };

/** @returns the exit code. */
export function check(options: CheckOptions): Promise<number> {
  const judged = options.state === undefined ? options.program : undefined;
  return withReports(options.out, checkOutputs("baseline check"), judged, (reports) => checked(options, reports));
}

async function checked(options: CheckOptions, reports: ReportFolder): Promise<number> {
  const started = performance.now();
  const status = progress(process.stderr);
  const { subject, pack } = await prepare(options, status, endingWithThisProcess());
  try {
    status.stage(`Checking ${subject.state.deployment.resources.length} resources`);
    const evaluation = await evaluate(pack, subject.state, {
      policyConfig: subject.policyConfig,
      opaque: subject.opaque,
      secretSettings: subject.secretSettings,
      onProgress: (done, all) => status.detail(`Checked ${done} of ${all} resources`),
    });
    status.done();
    const report = reportOf(subject, evaluation, options, (performance.now() - started) / 1000);
    publish(report, subject, options.format, reports);
    return report.verdict === "fail" ? EXIT_FAIL : EXIT_PASS;
  } finally {
    status.done();
    pack.stop();
  }
}

/** Gets the state and the pack. */
async function prepare(
  options: CheckOptions,
  status: Progress,
  signal: AbortSignal,
): Promise<{ subject: CheckedSubject; pack: PackProcess }> {
  // Report a wrong name before starting anything.
  requirePack(options.pack);
  if (options.exemptions !== undefined) {
    // Only the pack reads the file's content; this checks that it can be read.
    readText(options.exemptions, "--exemptions");
  }
  if (options.state !== undefined) {
    // No program runs, so the pack can start while the state is read.
    const starting = startPack(packOptions(options, signal));
    try {
      const subject = { ...(await subjectOfFile(options.state)), policyConfig: readPolicyConfig(options.policyConfig) };
      return { subject, pack: await starting };
    } catch (error) {
      await starting.then(
        (pack) => pack.stop(),
        () => undefined, // a mistake in the state or the configuration is told first
      );
      throw error;
    }
  }
  const project = readProject(options.program, options.stack);
  const configFile = options.policyConfig ?? usualPolicyConfig(project.folder, project.stack);
  const policyConfig = readPolicyConfig(configFile);
  const configured = configFile === undefined ? "" : `, with policy configuration ${path.basename(configFile)}`;
  status.stage(`Previewing ${project.name}, stack ${project.stack}${configured}`);
  const subject = { ...(await subjectOfProgram(project, { ...options, signal })), policyConfig };
  // The pack starts after the program has ended, so that the program cannot influence the check.
  return { subject, pack: await startPack(packOptions(options, signal)) };
}

function packOptions({ pack, exemptions }: CheckOptions, signal: AbortSignal): Parameters<typeof startPack>[0] {
  return {
    folder: pack,
    signal,
    environment: exemptions === undefined ? {} : { BASELINE_EXEMPTIONS: path.resolve(exemptions) },
  };
}

function reportOf(
  subject: Subject,
  evaluation: Evaluation,
  options: CheckOptions,
  elapsedSeconds: number,
): VerdictReport {
  const { findings } = evaluation;
  const { project, stack, account, region, opaque } = subject;
  return {
    project,
    stack,
    account,
    region,
    evaluation,
    resources: subject.state.deployment.resources,
    opaque,
    controls: reportedControls(coverage(findings), findings),
    verdict: verdictOf(findings, options.undecided),
    elapsedSeconds,
  };
}
