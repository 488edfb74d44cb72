/**
 * `npm run bench [-- --check]`: measures what a run of the gate costs, as ratios within one run, and writes
 * bench/results.md. With `--check`, it writes nothing, and the exit code is 1 if a target is missed or was not measured.
 *
 * The gate and the pack are built first and measured as installed. Idle machines give narrow ranges, but ratios of
 * pairs that are measured alternately are also valid on busy machines.
 */
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { evaluate } from "../gate/evaluate";
import { type PackProcess, startPack } from "../gate/pack-process";
import type { ResourceState } from "../pulumi/stack-state";
import type { VerdictReport } from "../reports/report";
import { terminalReport } from "../reports/terminal";
import { AIMS, type AimName, type Measured, isHeld } from "./aims";
import { findCheckov, writePlan } from "./checkov";
import { type Comparison, compare, timed } from "./measure";
import { REPOSITORY, applicationStack, prodResources } from "./stacks";

const EMPTY_PACK = path.join(REPOSITORY, "bench", "empty-pack");

/** The installed packages, created by {@link install}. */
interface Installed {
  readonly folder: string;
  readonly pack: string;
  readonly command: string;
}

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
    const text = document(measured);
    process.stdout.write(text);
    if (!options.includes("--check")) {
      fs.writeFileSync(path.join(REPOSITORY, "bench", "results.md"), text);
      return 0;
    }
    const held = measured.filter(isHeld).map(({ aim }) => aim as string);
    const missed = Object.entries(AIMS).filter(([aim]) => !held.includes(aim));
    for (const [, { what, limit }] of missed) {
      console.error(`bench: target missed or not measured: ${what} <= ${limit}`);
    }
    return missed.length === 0 ? 0 : 1;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Builds the pack and the CLI and installs them like npm would, with the dependencies of this checkout. */
async function install(folder: string): Promise<Installed> {
  progress("building the packages");
  await run(["tools/build.js", "policies", "cli"]);
  const modules = path.join(folder, "node_modules");
  fs.mkdirSync(modules);
  for (const name of fs.readdirSync(path.join(REPOSITORY, "node_modules"))) {
    if (!name.startsWith(".") && !name.startsWith("ai-governance-baseline")) {
      fs.symlinkSync(path.join(REPOSITORY, "node_modules", name), path.join(modules, name));
    }
  }
  const lay = (name: string, files: readonly string[]): string => {
    const target = path.join(modules, `ai-governance-baseline-${name}`);
    for (const file of files) {
      fs.cpSync(path.join(REPOSITORY, name, file), path.join(target, file), { recursive: true });
    }
    return target;
  };
  const pack = lay("policies", ["dist", "start.js", "PulumiPolicy.yaml", "package.json"]);
  const command = path.join(lay("cli", ["dist", "baseline.js", "package.json"]), "baseline.js");
  return { folder, pack, command };
}

async function startOfPack({ pack }: Installed): Promise<Measured> {
  progress("pack startup");
  return ratio("start", await compare(15, starting(pack), starting(EMPTY_PACK)));
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
  return [ratio("state", await compare(5, ours, theirs), `${resources} resources`)];
}

async function wholeVerdict({ folder, command }: Installed): Promise<Measured> {
  progress("complete verdict");
  const out = path.join(folder, "report");
  const verdict = () => timed(() => run([command, "check", "--program", REPOSITORY, "--stack", "prod", "--out", out]));
  const empty = starting(EMPTY_PACK);
  const parts = async (): Promise<number> =>
    Number(await run(["-r", "ts-node/register/transpile-only", "bench/empty-monitor.ts"])) + (await empty());
  return ratio("verdict", await compare(7, verdict, parts));
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
  return ratio("application", comparison);
}

async function terminalTable(): Promise<Measured> {
  progress("terminal report");
  const rendering = (findings: number) => {
    const report = reportOf(findings);
    return () => timed(() => Promise.resolve(terminalReport(report, { width: 120, color: false })));
  };
  return ratio("report", await compare(9, rendering(5000), rendering(2500)));
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
    const child = ["-r", "ts-node/register/transpile-only", "bench/state-in-child.ts", file, pack, String(size)];
    return JSON.parse(await run(child)) as Growth; // printed in this form
  };
  const [small, large] = [await measure(1250), await measure(10_000)];
  const each = (size: number, { milliseconds }: Growth): number => milliseconds / size;
  const megabytes = large.gateMegabytes + large.packMegabytes;
  return [
    {
      aim: "growth",
      figure: each(10_000, large) / each(1250, small),
      detail: `${each(10_000, large).toFixed(2)} ms and ${each(1250, small).toFixed(2)} ms per resource`,
    },
    {
      aim: "memory",
      figure: megabytes / 1024,
      detail: `gate ${Math.round(large.gateMegabytes)} MB, pack ${Math.round(large.packMegabytes)} MB`,
    },
  ];
}

function ratio(aim: AimName, { ours, reference, ratio: figure, least, greatest }: Comparison, more = ""): Measured {
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const range = `${least.toFixed(2)} to ${greatest.toFixed(2)}`;
  return { aim, figure, detail: `${ms(ours)} / ${ms(reference)}; ${range}${more === "" ? "" : `; ${more}`}` };
}

function run(args: readonly string[], command = process.execPath): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: REPOSITORY, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${args.join(" ")}: ${errors}`))));
  });
}

function progress(what: string): void {
  process.stderr.write(`measuring: ${what}\n`);
}

function document(measured: readonly Measured[]): string {
  return [
    "# What a run of the gate costs",
    "",
    "Written by `npm run bench`, which measures the installed packages. A ratio is the median of pairs that are measured",
    "alternately in one run; the details are in parentheses. `npm run bench -- --check` fails if a target is missed.",
    "",
    `Node.js ${process.version}, ${os.cpus().length} processors.`,
    "",
    "| What | Measured | Target | Met | Why this target |",
    "|---|---|---|---|---|",
    ...measured.map((one) => {
      const { what, limit, unit, reason } = AIMS[one.aim];
      const suffix = unit === "ratio" ? "" : ` ${unit}`;
      return `| ${what} | ${one.figure.toFixed(2)}${suffix} (${one.detail}) | ${limit}${suffix} | ${isHeld(one) ? "yes" : "no"} | ${reason} |`;
    }),
    "",
  ].join("\n");
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
