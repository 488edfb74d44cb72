/**
 * `npm run bench [-- --check]`: measures what a run of the gate costs, as ratios within one run, and writes
 * bench/results.md. With `--check`, it writes nothing, and the exit code is 1 if a target is missed or was not measured.
 *
 * The gate and the pack are built first and measured as installed. Idle machines give narrow ranges, but ratios of
 * pairs that are measured alternately are also valid on busy machines.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { evaluate } from "../gate/evaluate";
import { type PackProcess, startPack } from "../gate/pack-process";
import type { ResourceState } from "../pulumi/stack-state";
import type { VerdictReport } from "../reports/report";
import { terminalReport } from "../reports/terminal";
import { AIMS, type Measured } from "./aims";
import { findCheckov, writePlan } from "./checkov";
import { COMPILED, progress, run } from "./child";
import { type Installed, install } from "./installed";
import { compare, timed } from "./measure";
import { conclude, type Page, ratio } from "./results";
import { REPOSITORY, applicationStack, prodResources } from "./stacks";

const EMPTY_PACK = path.join(REPOSITORY, "bench", "empty-pack");

const PAGE: Page = {
  title: "What a run of the gate costs",
  about: [
    "Written by `npm run bench`, which measures the installed packages. A ratio is the median of pairs that are measured",
    "alternately in one run; the details are in parentheses. `npm run bench -- --check` fails if a target is missed.",
  ],
  file: path.join(REPOSITORY, "bench", "results.md"),
};

async function main(options: readonly string[]): Promise<number> {
  const unknown = options.filter((option) => option !== "--check");
  if (unknown.length > 0) {
    console.error(`bench: ${unknown.join(" ")} is not an option; the only one is --check.`);
    return 2;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-bench-"));
  try {
    const installed = await install(folder);
    const declared = await prodResources();
    const measured: Measured[] = [
      await startOfPack(installed),
      ...(await stateAgainstCheckov(installed, declared)),
      await wholeVerdict(installed),
      await costOfApplication(installed),
      ...(await growth(installed, declared)),
      await terminalTable(),
    ];
    return conclude(measured, AIMS, PAGE, options.includes("--check"));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function startOfPack({ pack }: Installed): Promise<Measured> {
  progress("pack startup");
  return ratio(AIMS.start, await compare(15, starting(pack), starting(EMPTY_PACK)));
}

function starting(folder: string): () => Promise<number> {
  return () =>
    timed(async () => {
      (await startPack({ folder, environment: {} })).stop();
    });
}

async function stateAgainstCheckov(
  { folder, command }: Installed,
  declared: readonly ResourceState[],
): Promise<readonly Measured[]> {
  const checkov = findCheckov();
  if (checkov === undefined) {
    console.error(
      "bench: NOT MEASURED against Checkov: it is not on PATH (pip install checkov), and CHECKOV is not set.",
    );
    return [];
  }
  progress("state of the prod stack, compared to Checkov");
  const state = path.join(folder, "state.json");
  fs.writeFileSync(
    state,
    JSON.stringify({ version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources: declared } }),
  );
  const plan = path.join(folder, "plan.json");
  const resources = writePlan(declared, plan);
  const out = path.join(folder, "report");
  const ours = () => timed(() => run([command, "check", "--state", state, "--out", out]));
  const theirs = () =>
    timed(() => run(["-f", plan, "--framework", "terraform_plan", "--compact", "--quiet", "--soft-fail"], checkov));
  return [ratio(AIMS.state, await compare(5, ours, theirs), `${resources} resources`)];
}

async function wholeVerdict({ folder, command }: Installed): Promise<Measured> {
  progress("complete verdict");
  const out = path.join(folder, "report");
  const verdict = () => timed(() => run([command, "check", "--program", REPOSITORY, "--stack", "prod", "--out", out]));
  const empty = starting(EMPTY_PACK);
  const parts = async (): Promise<number> =>
    Number(await run([...COMPILED, "bench/empty-monitor.ts"])) + (await empty());
  return ratio(AIMS.verdict, await compare(7, verdict, parts));
}

async function costOfApplication({ pack }: Installed): Promise<Measured> {
  progress("application stack of 5,000 resources");
  const state = applicationStack(5000);
  const [ours, empty] = await Promise.all([
    startPack({ folder: pack, environment: {} }),
    startPack({ folder: EMPTY_PACK, environment: {} }),
  ]);
  const asking = (asked: PackProcess) => () => timed(() => evaluate(asked, state, { policyConfig: {}, opaque: [] }));
  const comparison = await compare(7, asking(ours), asking(empty));
  ours.stop();
  empty.stop();
  return ratio(AIMS.application, comparison);
}

async function terminalTable(): Promise<Measured> {
  progress("terminal report");
  const rendering = (findings: number) => {
    const report = reportOf(findings);
    return () => timed(() => Promise.resolve(terminalReport(report, { width: 120, color: false })));
  };
  return ratio(AIMS.report, await compare(9, rendering(5000), rendering(2500)));
}

/** A report in which each finding is about another resource, and has a message of two lines. */
function reportOf(count: number): VerdictReport {
  const urnOf = (index: number): string => `urn:pulumi:prod::app::aws:s3/bucket:Bucket::bucket-${index}`;
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    project: "app",
    stack: "prod",
    account: { id: "111122223333", placeholder: false },
    region: "eu-central-1",
    evaluation: {
      pack: { name: "bench", version: "" },
      rules: [],
      weakened: [],
      findings: numbers.map((index) => ({
        rule: `rule-${index % 200}`,
        urn: urnOf(index),
        result: "fail",
        severity: "high",
        level: "mandatory",
        message: "is not what the rule asks for, which it explains in as many words as most of the rules take to do so",
        relatedChecks: [],
      })),
      notApplicable: 0,
      resources: count,
    },
    resources: numbers.map((index) => ({
      urn: urnOf(index),
      type: "aws:s3/bucket:Bucket",
      custom: true,
      inputs: {},
      outputs: {},
    })),
    opaque: [],
    controls: [],
    verdict: "fail",
    elapsedSeconds: 0,
  };
}

/** Printed by state-in-child.ts. */
interface Growth {
  readonly milliseconds: number;
  readonly gateMegabytes: number;
  readonly packMegabytes: number;
}

async function growth({ folder, pack }: Installed, declared: readonly ResourceState[]): Promise<readonly Measured[]> {
  const file = path.join(folder, "declared.json");
  fs.writeFileSync(file, JSON.stringify(declared));
  const measure = async (size: number): Promise<Growth> => {
    progress(`baseline stack of ${size} resources`);
    const child = [...COMPILED, "bench/state-in-child.ts", file, pack, String(size)];
    return JSON.parse(await run(child)) as Growth; // printed in this form
  };
  const [small, large] = [await measure(1250), await measure(10_000)];
  const each = (size: number, { milliseconds }: Growth): number => milliseconds / size;
  const megabytes = large.gateMegabytes + large.packMegabytes;
  return [
    {
      aim: AIMS.growth,
      figure: each(10_000, large) / each(1250, small),
      detail: `${each(10_000, large).toFixed(2)} ms and ${each(1250, small).toFixed(2)} ms per resource`,
    },
    {
      aim: AIMS.memory,
      figure: megabytes / 1024,
      detail: `gate ${Math.round(large.gateMegabytes)} MB, pack ${Math.round(large.packMegabytes)} MB`,
    },
  ];
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
