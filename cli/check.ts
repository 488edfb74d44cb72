/** `baseline check`: a program or a state in, a verdict out. */
import * as path from "node:path";
import { coverage } from "../controls/coverage";
import type { Judgement, Opaque } from "../gate/finding";
import { judge } from "../gate/judge";
import type { PolicyConfig } from "../gate/policy-config";
import { type PackProcess, startPack } from "../gate/pack-process";
import { type Preview, ProgramError, startPreview } from "../preview/preview";
import { type Project, readProject } from "../preview/project";
import { reportedControls } from "../reports/controls";
import type { VerdictReport } from "../reports/report";
import type { StackState } from "../state/stack-state";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "./failure";
import { readPolicyConfig, readText, usualPolicyConfig } from "./judged-files";
import { type Progress, progress } from "./progress";
import { type Format, render, writeReports } from "./reporting";
import { settingsMistakes } from "./settings-mistakes";
import { accountOfState } from "./state-account";

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

/** What is judged, wherever it came from. */
interface Subject {
  readonly state: StackState;
  readonly policyConfig: PolicyConfig;
  readonly project: string;
  readonly stack: string;
  readonly account: { readonly id: string; readonly standIn: boolean };
  readonly region: string;
  readonly opaque: readonly Opaque[];
}

/** @returns the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const started = performance.now();
  const tell = progress(process.stderr);
  const { subject, pack } = await prepare(options, tell, endingWithThisProcess());
  try {
    tell.stage(`Judging ${subject.state.deployment.resources.length} resources`);
    const judgement = await judge(pack, subject.state, {
      policyConfig: subject.policyConfig,
      opaque: subject.opaque,
      onProgress: (done, all) => tell.detail(`Judged ${done} of ${all} resources`),
    });
    tell.done();
    const report = reportOf(subject, judgement, options, (performance.now() - started) / 1000);
    const folder = path.resolve(options.out);
    writeReports(report, subject.state, folder);
    process.stdout.write(render(report, options.format, path.relative(process.cwd(), folder) || "."));
    return report.outcome === "fail" ? EXIT_FAIL : EXIT_PASS;
  } finally {
    tell.done();
    pack.stop();
  }
}

/** Gets the state and the pack; a program and its pack start side by side. */
async function prepare(
  options: CheckOptions,
  tell: Progress,
  signal: AbortSignal,
): Promise<{ subject: Subject; pack: PackProcess }> {
  if (options.exemptions !== undefined) {
    // The pack reads the file; a name that is wrong is told before anything is started.
    readText(options.exemptions, "--exemptions");
  }
  if (options.state !== undefined) {
    const subject = { ...(await subjectOfFile(options.state)), policyConfig: readPolicyConfig(options.policyConfig) };
    return { subject, pack: await startPack(packOptions(options, "127.0.0.1:0", signal)) };
  }
  const project = readProject(options.program, options.stack);
  const configFile = options.policyConfig ?? usualPolicyConfig(project.folder, project.stack);
  const policyConfig = readPolicyConfig(configFile);
  const configured = configFile === undefined ? "" : `, with the policies configured by ${path.basename(configFile)}`;
  tell.stage(`Previewing ${project.name}, stack ${project.stack}${configured}`);
  const preview = await startPreview(project, {
    timeout: options.timeout * 1000,
    signal,
    ...(options.account === undefined ? {} : { account: options.account }),
  });
  const packStarting = startPack(packOptions(options, preview.address, signal));
  try {
    const [finished, pack] = await Promise.all([preview.finish(), packStarting]);
    return { subject: { ...subjectOfPreview(project, finished), policyConfig }, pack };
  } catch (error) {
    // Whichever of the two failed, the other is ended, so that nothing outlives the command.
    preview.stop();
    packStarting.then(
      (pack) => pack.stop(),
      () => undefined,
    );
    const mistakes = error instanceof ProgramError ? await settingsMistakes(project) : undefined;
    throw mistakes === undefined ? error : new UsageError(mistakes);
  }
}

/** Signals by which a person or a CI system ends a command, and the exit codes that shells give them. */
const ENDING_SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** However this process ends, the program and the pack end with it. */
function endingWithThisProcess(): AbortSignal {
  const controller = new AbortController();
  process.once("exit", () => {
    controller.abort();
  });
  for (const [signal, code] of Object.entries(ENDING_SIGNALS)) {
    process.once(signal, () => process.exit(code));
  }
  return controller.signal;
}

function packOptions(
  { pack, exemptions }: CheckOptions,
  engineAddress: string,
  signal: AbortSignal,
): Parameters<typeof startPack>[0] {
  return {
    folder: pack,
    engineAddress,
    signal,
    environment: exemptions === undefined ? {} : { BASELINE_EXEMPTIONS: path.resolve(exemptions) },
  };
}

function subjectOfPreview(project: Project, preview: Preview): Omit<Subject, "policyConfig"> {
  const { environment } = preview;
  return {
    state: preview.state,
    project: project.name,
    stack: project.stack,
    account: { id: environment.accountId, standIn: environment.accountIsStandIn },
    region: environment.region,
    opaque: preview.hidden,
  };
}

async function subjectOfFile(file: string): Promise<Omit<Subject, "policyConfig">> {
  // Reading a state needs a validator that judging a program does not.
  const { parseStackState } = await import("../state/read-state.js");
  const state = parseStackState(readText(file, "--state"), file);
  if (state.deployment.resources.length === 0) {
    throw new UsageError(
      `--state ${file} holds no resource, so there is nothing to judge. Export a stack that is deployed.`,
    );
  }
  return { state, opaque: [], ...accountOfState(state) };
}

function reportOf(
  subject: Subject,
  judgement: Judgement,
  options: CheckOptions,
  elapsedSeconds: number,
): VerdictReport {
  const { findings } = judgement;
  const failed = findings.some(({ verdict, level }) => verdict === "fail" && level === "mandatory");
  const undecided = options.undecided === "fail" && findings.some(({ verdict }) => verdict === "undecided");
  const { project, stack, account, region, opaque } = subject;
  return {
    project,
    stack,
    account,
    region,
    judgement,
    resources: subject.state.deployment.resources,
    opaque,
    controls: reportedControls(coverage(findings), findings),
    outcome: failed || undecided ? "fail" : "pass",
    elapsedSeconds,
  };
}
