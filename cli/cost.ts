/** `baseline cost`: estimates what a program or a state costs in a month. */
import { estimate } from "../cost/estimate";
import { parseVolumes } from "../cost/parse-volumes";
import type { Volumes } from "../cost/volumes";
import { readProject } from "../preview/project";
import { Secrets } from "../pulumi/secrets";
import type { CostReport } from "../reports/cost-report";
import { maskTexts } from "../reports/without-secrets";
import { say } from "./console";
import { COST_OUTPUTS, type CostFormat, publishCost } from "./cost-reporting";
import { withReports } from "./endings";
import { EXIT_PASS, EXIT_USAGE, UsageError } from "./failure";
import { decodedYaml, readText } from "./named-files";
import { progress } from "./progress";
import type { ReportFolder } from "./report-folder";
import { endingWithThisProcess, type Subject, subjectOfFile, subjectOfProgram } from "./subject";

export interface CostOptions {
  readonly stack?: string;
  readonly program: string;
  readonly state?: string;
  readonly volumes?: string;
  readonly account?: string;
  readonly timeout: number;
  readonly passEnv?: readonly string[];
  readonly format: CostFormat;
  readonly out: string;
}

/** @returns the exit code: that of wrong usage also when the stack uses what has no confirmed price. */
export function cost(options: CostOptions): Promise<number> {
  const { program, state } = options;
  const inputs = { state, judged: state === undefined ? program : undefined };
  return withReports(options.out, COST_OUTPUTS, inputs, (reports) => estimateOf(options, reports));
}

async function estimateOf(options: CostOptions, reports: ReportFolder): Promise<number> {
  const volumes = options.volumes === undefined ? {} : readVolumes(options.volumes);
  const { state, project, stack, account, region, secretSettings } = await subjectOf(options);
  const secrets = new Secrets(state.deployment.resources, { texts: secretSettings });
  const estimated = maskTexts(estimate(state, region, volumes), secrets);
  const report: CostReport = { project, stack, account, region, estimate: estimated };
  publishCost(report, options.format, reports);
  const unpriced = report.estimate.lines.filter(({ price }) => price === null);
  for (const { service, what, region: where } of unpriced) {
    say(`${service}, ${what} (${where}): no source confirms a price, so the totals are too low.`);
  }
  return unpriced.length === 0 ? EXIT_PASS : EXIT_USAGE;
}

async function subjectOf(options: CostOptions): Promise<Subject> {
  if (options.state !== undefined) {
    return subjectOfFile(options.state);
  }
  const project = readProject(options.program, options.stack);
  const status = progress(process.stderr);
  status.stage(`Previewing ${project.name}, stack ${project.stack}`);
  try {
    return await subjectOfProgram(project, { ...options, signal: endingWithThisProcess() });
  } finally {
    status.done();
  }
}

/** @throws UsageError with every mistake in the file */
function readVolumes(file: string): Partial<Volumes> {
  const parsed = parseVolumes(decodedYaml(readText(file, "--volumes"), `--volumes ${file}`));
  if (parsed.ok) {
    return parsed.volumes;
  }
  throw new UsageError([`--volumes ${file}:`, ...parsed.mistakes.map((mistake) => `  ${mistake}`)].join("\n"));
}
