/**
 * `npm run bench:runbooks [-- --check] [-- --events N]`: measures what it costs to ask runbooks of log files, as ratios within one run,
 * and writes bench/runbooks/results.md. With `--check`, it writes nothing, and the exit code is 1 if a target is missed.
 *
 * Ten million events take a gigabyte of disk and half an hour. The shell is measured on a tenth of the files, for which it takes a tenth
 * of its time: it reads one file after the other.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";

import { type Measured, RUNBOOK_AIMS } from "../aims";
import { COMPILED, progress, run } from "../child";
import { install } from "../installed";
import { median, timed } from "../measure";
import { peakMegabytes } from "../peak-memory";
import { conclude } from "../results";
import { REPOSITORY } from "../stacks";
import { type QuestionName, QUESTIONS } from "./questions";
import { RECORDS_PER_FILE } from "./trail";

const EVENTS = 10_000_000;
const SHELL_SHARE = 10;
const ROUNDS = 2;
const MEMORY_LOOKS_MS = 200;

/** What a question took. */
interface Took {
  readonly seconds: number;
  readonly megabytes: number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { check: { type: "boolean", default: false }, events: { type: "string", default: String(EVENTS) } },
  });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < SHELL_SHARE * RECORDS_PER_FILE) {
    console.error(
      `bench: --events is ${values.events}. Allowed: whole numbers from ${SHELL_SHARE * RECORDS_PER_FILE} on.`,
    );
    return 2;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-bench-runbooks-"));
  try {
    const { command } = await install(folder);
    const [logs, share] = await written(folder, Math.round(events / RECORDS_PER_FILE));
    const asked = { command, logs, share, out: path.join(folder, "report") };
    const rare = await measured("rare", asked);
    const all = await measured("all", asked);
    return conclude(
      [
        ratioOf(RUNBOOK_AIMS.rareAgainstDuckdb, rare.ours, rare.duckdb),
        ratioOf(RUNBOOK_AIMS.allAgainstDuckdb, all.ours, all.duckdb),
        ratioOf(RUNBOOK_AIMS.rareAgainstJq, rare.ours, rare.shell),
        ratioOf(RUNBOOK_AIMS.allAgainstJq, all.ours, all.shell),
        {
          aim: RUNBOOK_AIMS.memory,
          figure: Math.max(...all.ours.map(({ megabytes }) => megabytes)) / 1024,
          detail: `plain DuckDB ${megabytesOf(all.duckdb)}, the rare question ${megabytesOf(rare.ours)}`,
        },
      ],
      RUNBOOK_AIMS,
      {
        title: "What it costs to ask runbooks of log files",
        about: [
          `Written by \`npm run bench:runbooks\`, which asks the installed package about ${events.toLocaleString("en")} events. A ratio is that of medians;`,
          `the shell is measured on a ${SHELL_SHARE}th of the files. \`npm run bench:runbooks -- --check\` fails if a target is missed.`,
        ],
        file: path.join(REPOSITORY, "bench", "runbooks", "results.md"),
      },
      values.check,
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Writes the events, on all processors. @returns the folder with all, and that with the shell's share */
async function written(folder: string, files: number): Promise<readonly [logs: string, share: string]> {
  progress(`writing ${files * RECORDS_PER_FILE} events`);
  const [logs, share] = [path.join(folder, "logs"), path.join(folder, "share")];
  const write = (to: string, first: number, last: number): Promise<string> =>
    run([...COMPILED, "bench/runbooks/trail.ts", to, String(first), String(last)]);
  const processors = os.availableParallelism();
  const each = Math.ceil(files / processors);
  await Promise.all([
    ...Array.from({ length: processors }, (_, of) => write(logs, of * each, Math.min(files, (of + 1) * each))),
    write(share, 0, Math.round(files / SHELL_SHARE)),
  ]);
  return [logs, share];
}

/** The command, the folders that it and the shell are asked about, and that of its reports. */
interface Measurable {
  readonly command: string;
  readonly logs: string;
  readonly share: string;
  readonly out: string;
}

interface Measurements {
  readonly ours: readonly Took[];
  readonly duckdb: readonly Took[];
  readonly shell: readonly Took[];
}

async function measured(name: QuestionName, { command, logs, share, out }: Measurable): Promise<Measurements> {
  const { runbook, shell } = QUESTIONS[name];
  const asked = [command, "runbook", "run", runbook, "--logs", logs, "--no-record", "--out", out, "--format", "csv"];
  const ours: Took[] = [];
  const duckdb: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    progress(`${runbook}, round ${round + 1} of ${ROUNDS}`);
    ours.push(await took(asked));
    progress(`the same in plain DuckDB, round ${round + 1} of ${ROUNDS}`);
    duckdb.push(await took([...COMPILED, "bench/runbooks/plain-duckdb.ts", name, logs]));
  }
  progress("the same in the shell, of its share");
  const { seconds, megabytes } = await took(["-c", shell, "bash", share], "bash");
  return { ours, duckdb, shell: [{ seconds: seconds * SHELL_SHARE, megabytes }] };
}

/** Runs a command, and sees what it takes. @throws Error where it fails */
async function took(args: readonly string[], command?: string): Promise<Took> {
  let megabytes = 0;
  let looking: NodeJS.Timeout | undefined;
  const look = (processId: number): void => {
    looking = setInterval(() => {
      megabytes = Math.max(megabytes, peakMegabytes(processId) || 0);
    }, MEMORY_LOOKS_MS);
  };
  try {
    const milliseconds = await timed(() => run(args, command, look));
    return { seconds: milliseconds / 1000, megabytes };
  } finally {
    clearInterval(looking);
  }
}

function ratioOf(aim: Measured["aim"], ours: readonly Took[], reference: readonly Took[]): Measured {
  const [one, other] = [ours, reference].map((of) => median(of.map(({ seconds }) => seconds))) as [number, number]; // one of each
  return { aim, figure: one / other, detail: `${one.toFixed(0)} s / ${other.toFixed(0)} s` };
}

function megabytesOf(of: readonly Took[]): string {
  return `${Math.round(Math.max(...of.map(({ megabytes }) => megabytes)))} MB`;
}

void main().then((code) => {
  process.exitCode = code;
});
