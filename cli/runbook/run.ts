/** `baseline runbook run`: asks runbooks of a folder of log files, or of the archive by Athena. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { controlsOf } from "../../controls/runbooks";
import { identified } from "../../query/answer";
import { askable, type SqlEngine } from "../../query/engine";
import type { FileEngine } from "../../query/files/file-engine";
import { keepManifest, record } from "../../query/record";
import { jsonText } from "../../reports/json-text";
import type { AnsweredRunbook, RunReport } from "../../reports/runbooks/run-report";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import type { Given } from "../../runbooks/parameters";
import type { Window } from "../../runbooks/queries/window";
import { type Category, SEVERITIES, type Severity } from "../../runbooks/runbook";
import { withReports } from "../endings";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "../failure";
import { version } from "../package.json";
import { type Progress, progress } from "../progress";
import type { ReportFolder } from "../report-folder";
import { endingWithThisProcess } from "../subject";
import { chosenRunbooks, givenParameters, type TimeOptions, windowOf } from "./choice";
import type { Publication } from "./publication-kinds";
import { publishRun, RUN_OUTPUTS, type RunFormat } from "./reporting";

export interface RunOptions extends TimeOptions {
  readonly all?: boolean;
  readonly category?: Category;
  readonly logs?: string;
  readonly athena?: string;
  readonly database?: string;
  readonly region?: string;
  readonly parameter?: readonly string[];
  readonly publicKeys?: string;
  readonly memory: string;
  readonly publish?: readonly Publication[];
  readonly failOn?: Severity;
  readonly record: string | false;
  readonly format: RunFormat;
  readonly out: string;
}

/** @returns the exit code. */
export function runRunbooks(ids: readonly string[], options: RunOptions): Promise<number> {
  const plan = {
    ids: chosenRunbooks({ ids, ...given(options) }),
    given: givenParameters(options.parameter),
    window: windowOf(options, new Date()),
  };
  checkSource(options);
  return withReports(options.out, RUN_OUTPUTS, { state: undefined, judged: undefined }, (reports) =>
    run(plan, options, reports),
  );
}

interface Plan {
  readonly ids: readonly RunbookId[];
  readonly given: Given;
  readonly window: Window;
}

function given({ all, category }: RunOptions): { readonly all?: boolean; readonly category?: Category } {
  return { ...(all === undefined ? {} : { all }), ...(category === undefined ? {} : { category }) };
}

function checkSource({ logs, athena, region, database, publish: published }: RunOptions): void {
  if ((logs === undefined) === (athena === undefined)) {
    throw new UsageError("Say what is asked: --logs FOLDER for log files, or --athena WORKGROUP for the archive.");
  }
  if (athena !== undefined && (region === undefined || database === undefined)) {
    throw new UsageError(
      "--athena needs --region and --database: the region of the archive, and the database with the baseline's tables.",
    );
  }
  if (published !== undefined && region === undefined) {
    throw new UsageError(
      "--publish needs --region: the home region of the baseline, whose dashboard shows the answers.",
    );
  }
  if (logs !== undefined && fs.statSync(logs, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--logs is ${JSON.stringify(logs)}. Allowed: a folder that holds log files.`);
  }
}

/** What is asked, and what of it is known when it has answered. */
interface Source {
  readonly engine: SqlEngine;
  readonly name: string;
  readonly source: string;
  readonly caller: string | null;
  readonly isFiles: FileEngine | undefined;
  /** Where nobody names a time, Athena looks as far back as the saved query. */
  windowFor(id: RunbookId): Window;
  close(): void;
}

async function run(plan: Plan, options: RunOptions, reports: ReportFolder): Promise<number> {
  const status = progress(process.stderr);
  endingWithThisProcess();
  const source = await open(plan, options, status);
  try {
    const runbooks: AnsweredRunbook[] = [];
    const queries = new Map<string, string>();
    for (const [index, id] of plan.ids.entries()) {
      status.detail(`Asking ${id} (${index + 1} of ${plan.ids.length})`);
      runbooks.push(await answered(id, plan, source, queries));
    }
    status.done();
    const report = reportOf(runbooks, plan, source);
    const recorded =
      options.record === false
        ? undefined
        : await keep(report, { plan, source, queries, folder: options.record, status });
    if (options.publish !== undefined) {
      const { publish } = await import("./publication.js");
      await publish(report, options.publish, options.region ?? "", status);
    }
    publishRun({ ...report, record: recorded }, options.format, reports);
    return isAccepted(report, options.failOn) ? EXIT_PASS : EXIT_FAIL;
  } finally {
    status.done();
    source.close();
  }
}

async function open(plan: Plan, options: RunOptions, status: Progress): Promise<Source> {
  const { logs, athena, region = "", database = "" } = options;
  if (logs === undefined) {
    return openAthena({ region, workgroup: athena ?? "", database }, plan);
  }
  // DuckDB takes long to load, and most commands do not need it.
  const { FileEngine } = await import("../../query/files/file-engine.js");
  const engine = await FileEngine.over({
    folder: logs,
    memory: options.memory,
    queries: plan.ids.filter((id) => runbookOf(id).query(plan.given).tables.includes("cloudtrail_events")).length,
    checksIntegrity: plan.ids.includes("log-files-not-verified"),
    publicKeys: options.publicKeys === undefined ? undefined : readText(options.publicKeys),
    onProgress: stages(status),
  });
  // However the run ends, nothing of the scan is left on the disk.
  const close = (): void => engine.close();
  process.once("exit", close);
  return {
    engine,
    name: "DuckDB",
    source: logs,
    caller: null,
    isFiles: engine,
    windowFor: () => plan.window,
    close: () => {
      process.off("exit", close);
      close();
    },
  };
}

/** A stage is told when it begins, and how far it is on a terminal only. */
function stages(status: Progress): (phase: string, done?: number) => void {
  let current: string | undefined;
  return (phase, done) => {
    if (phase !== current) {
      status.stage(phase);
      current = phase;
    }
    if (done !== undefined) {
      status.detail(`${phase}: ${done}`);
    }
  };
}

async function openAthena(
  options: { readonly region: string; readonly workgroup: string; readonly database: string },
  { window }: Plan,
): Promise<Source> {
  const { AthenaEngine } = await import("../../query/athena-engine.js");
  const { accountReader } = await import("../../account/reader.js");
  const { callerOf } = await import("../../account/caller.js");
  try {
    const { arn } = await callerOf(accountReader({ homeRegion: options.region }));
    const engine = await AthenaEngine.over(options);
    return {
      engine,
      name: "Athena",
      source: `${options.database} in ${options.region}`,
      caller: arn,
      isFiles: undefined,
      windowFor: (id) => (window.kind === "all" ? { kind: "days", days: runbookOf(id).days } : window),
      close: () => void engine.cancel(),
    };
  } catch (error) {
    throw new UsageError(
      `The archive cannot be asked: ${error instanceof Error ? error.message : String(error)}. Give credentials as AWS's own tools find them, and the workgroup and the database of the baseline's EvidenceQueries.`,
    );
  }
}

function readText(file: string): string {
  try {
    const text = fs.readFileSync(file, "utf8");
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new UsageError(
      `--public-keys names ${file}, which cannot be read: ${error instanceof Error ? error.message : String(error)}. Allowed: what \`aws cloudtrail list-public-keys\` prints.`,
    );
  }
}

async function answered(
  id: RunbookId,
  { given: parameters }: Plan,
  source: Source,
  queries: Map<string, string>,
): Promise<AnsweredRunbook> {
  const { category, severity, question, reading, response, keep: kept, query } = runbookOf(id);
  const asked = query(parameters);
  const sql = askable(source.engine, asked, source.windowFor(id));
  const described = { id, category, severity, question, reading, response, keep: kept, controls: controlsOf(id) };
  if (sql === undefined) {
    return { ...described, columns: [], rows: [], notAsked: `there is nothing of ${asked.tables.join(", ")}` };
  }
  queries.set(id, sql);
  return { ...described, ...identified(await source.engine.ask(sql)) };
}

function reportOf(
  runbooks: readonly AnsweredRunbook[],
  { window }: Plan,
  { name, source, isFiles }: Source,
): RunReport {
  return {
    engine: name,
    source,
    at: new Date().toISOString(),
    window: window.kind === "between" ? { from: window.from, to: window.to } : undefined,
    runbooks,
    files: {
      read: isFiles?.readCount ?? 0,
      unreadable: isFiles?.unreadable ?? [],
      unreadableLines: isFiles?.unreadableLines ?? [],
      passedOver: isFiles?.passedOver.length ?? 0,
    },
  };
}

interface Kept {
  readonly plan: Plan;
  readonly source: Source;
  readonly queries: ReadonlyMap<string, string>;
  readonly folder: string;
  readonly status: Progress;
}

/** @returns where the record is. @throws UsageError where it cannot be kept */
async function keep(report: RunReport, { plan, source, queries, folder, status }: Kept): Promise<string> {
  try {
    fs.mkdirSync(folder, { recursive: true });
    const manifest = source.isFiles === undefined ? null : keepManifest(folder, await hashes(source.isFiles, status));
    for (const { id, rows, columns, notAsked } of report.runbooks) {
      if (notAsked === undefined) {
        record(
          folder,
          {
            at: report.at,
            by: { user: os.userInfo().username, host: os.hostname(), caller: source.caller },
            version,
            runbook: id,
            engine: report.engine,
            source: report.source,
            query: queries.get(id) ?? "",
            parameters: plan.given,
            window: report.window ?? null,
            inputs: { files: report.files.read, unreadable: report.files.unreadable.length, manifest },
            rows: rows.length,
          },
          jsonText({ columns, rows }),
        );
      }
    }
    return path.join(folder, "record.jsonl");
  } catch (error) {
    throw new UsageError(
      `The record cannot be kept in ${folder}: ${error instanceof Error ? error.message : String(error)} Name another folder with --record, or keep none with --no-record.`,
    );
  }
}

async function hashes({ files }: FileEngine, status: Progress): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { path: file, size } of files) {
    status.detail(`Hashing what was read: ${lines.length + 1} of ${files.length}`);
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer); // of a stream without an encoding
    }
    lines.push(`${hash.digest("hex")}  ${size}  ${file}`);
  }
  status.done();
  return lines;
}

/** Whether nothing was found of the severity that fails, or of a worse one. */
function isAccepted({ runbooks }: RunReport, failOn: Severity | undefined): boolean {
  const failing = failOn === undefined ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return !runbooks.some(({ severity, rows }) => rows.length > 0 && failing.includes(severity));
}
