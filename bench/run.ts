/**
 * `npm run bench`: what a verdict costs, as ratios measured in one run, written to bench/results.md.
 *
 * Quiet machines give narrow ranges; the ratio of pairs measured in turn holds on busy ones as well.
 */
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { judge } from "../gate/judge";
import { type PackProcess, startPack } from "../gate/pack-process";
import type { StackState } from "../state/stack-state";
import { type Comparison, compare, timed } from "./measure";
import { REPOSITORY, applicationStack, baselineStack, prodResources } from "./stacks";

const OUR_PACK = path.join(REPOSITORY, "policies");
const EMPTY_PACK = path.join(REPOSITORY, "bench", "empty-pack");

interface Row {
  readonly what: string;
  readonly aim: string;
  readonly comparison: Comparison;
}

async function main(): Promise<void> {
  const declared = await prodResources();
  const rows: Row[] = [await startOfPack()];
  for (const size of [500, 5000]) {
    rows.push(await costOfResources(`application stack, ${size} resources`, applicationStack(size)));
    rows.push(await costOfResources(`baseline stack, ${size} resources`, baselineStack(declared, size)));
  }
  rows.push(await wholeVerdict());
  const growth = await growthTable(declared);
  const text = document(rows, growth);
  fs.writeFileSync(path.join(REPOSITORY, "bench", "results.md"), text);
  process.stdout.write(text);
}

function pack(folder: string): Promise<PackProcess> {
  return startPack({ folder, engineAddress: "127.0.0.1:1", environment: {} });
}

async function startOfPack(): Promise<Row> {
  const start = (folder: string) => () =>
    timed(async () => {
      (await pack(folder)).stop();
    });
  progress("start of the pack");
  return {
    what: "start of the pack / of an empty pack",
    aim: "1.15",
    comparison: await compare(11, start(OUR_PACK), start(EMPTY_PACK)),
  };
}

async function costOfResources(what: string, state: StackState): Promise<Row> {
  progress(what);
  const [ours, empty] = await Promise.all([pack(OUR_PACK), pack(EMPTY_PACK)]);
  const ask = (asked: PackProcess) => () => timed(() => judge(asked, state, { policyConfig: {}, opaque: [] }));
  const comparison = await compare(5, ask(ours), ask(empty));
  ours.stop();
  empty.stop();
  return { what: `judging / with an empty pack: ${what}`, aim: "1.25", comparison };
}

async function wholeVerdict(): Promise<Row> {
  progress("whole verdict");
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-bench-"));
  const verdict = () => timed(() => run(["cli/baseline.js", "check", "--out", out]));
  const bare = async () => Number(await run(["-r", "ts-node/register/transpile-only", "bench/empty-monitor.ts"]));
  const comparison = await compare(7, verdict, bare);
  fs.rmSync(out, { recursive: true });
  return { what: "whole verdict on prod / the bare program with an empty monitor", aim: "1.4", comparison };
}

interface Growth {
  readonly size: number;
  readonly milliseconds: number;
  readonly gateMegabytes: number;
  readonly packMegabytes: number;
}

async function growthTable(declared: Awaited<ReturnType<typeof prodResources>>): Promise<readonly Growth[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-bench-"));
  const file = path.join(folder, "declared.json");
  fs.writeFileSync(file, JSON.stringify(declared));
  const table: Growth[] = [];
  for (const size of [1250, 2500, 5000, 10_000]) {
    progress(`state of ${size} resources`);
    const printed = await run(["-r", "ts-node/register/transpile-only", "bench/state-in-child.ts", file, String(size)]);
    table.push({ size, ...(JSON.parse(printed) as Omit<Growth, "size">) }); // printed by state-in-child.ts
  }
  fs.rmSync(folder, { recursive: true });
  return table;
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString("utf8")));
    child.once("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${args.join(" ")}: ${told}`))));
  });
}

function progress(what: string): void {
  process.stderr.write(`measuring: ${what}\n`);
}

function document(rows: readonly Row[], growth: readonly Growth[]): string {
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const ratio = (value: number): string => value.toFixed(2);
  return [
    "# What a verdict costs",
    "",
    "Written by `npm run bench`. Each ratio is the median of pairs measured in turn in one run.",
    "",
    `Node.js ${process.version}, ${os.cpus().length} processors.`,
    "",
    "| what | ours | reference | ratio (least to greatest) | aim | met |",
    "|---|---|---|---|---|---|",
    ...rows.map(({ what, aim, comparison: { ours, reference, ratio: median, least, greatest } }) => {
      const met = median <= Number(aim) ? "yes" : "no";
      return `| ${what} | ${ms(ours)} | ${ms(reference)} | ${ratio(median)} (${ratio(least)} to ${ratio(greatest)}) | ${aim} | ${met} |`;
    }),
    "",
    "| resources in the state | time | time a resource | peak memory of the gate | of the pack |",
    "|---|---|---|---|---|",
    ...growth.map(
      ({ size, milliseconds, gateMegabytes, packMegabytes }) =>
        `| ${size} | ${ms(milliseconds)} | ${(milliseconds / size).toFixed(2)} ms | ${Math.round(gateMegabytes)} MB | ${Math.round(packMegabytes)} MB |`,
    ),
    "",
  ].join("\n");
}

void main();
