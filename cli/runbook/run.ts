/** `baseline runbook run`: asks runbooks of a folder of log files or of an account, and records that it did. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { controlsOf } from "../../controls/runbooks";
import { identified } from "../../query/answer";
import type { FileEngine } from "../../query/files/file-engine";
import { keepManifest, record } from "../../query/record";
import { jsonText } from "../../reports/json-text";
import { type AnsweredRunbook, rowsFoundBy, type RunReport } from "../../reports/runbooks/run-report";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import type { Query } from "../../runbooks/queries/query";
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
import type { Plan, Source, SourceOptions } from "./source";
import { checkSource, openSource } from "./sources";

export interface RunOptions extends TimeOptions, SourceOptions {
  readonly all?: boolean;
  readonly category?: Category;
  readonly parameter?: readonly string[];
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
  checkPublication(options);
  return withReports(options.out, RUN_OUTPUTS, { state: undefined, judged: undefined }, (reports) =>
    run(plan, options, reports),
  );
}

function given({ all, category }: RunOptions): { readonly all?: boolean; readonly category?: Category } {
  return { ...(all === undefined ? {} : { all }), ...(category === undefined ? {} : { category }) };
}

/** @throws UsageError where the account that is told is not named */
function checkPublication({ publish, region }: RunOptions): void {
  if (publish !== undefined && region === undefined) {
    throw new UsageError(
      "--publish needs --region: the home region of the baseline, whose dashboard shows the answers.",
    );
  }
}

async function run(plan: Plan, options: RunOptions, reports: ReportFolder): Promise<number> {
  const status = progress(process.stderr);
  endingWithThisProcess();
  const source = await openSource(plan, options, status);
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

async function answered(
  id: RunbookId,
  { given: parameters }: Plan,
  source: Source,
  queries: Map<string, string>,
): Promise<AnsweredRunbook> {
  const { category, severity, question, reading, response, keep: kept, query } = runbookOf(id);
  const asked = query(parameters);
  const asking = source.questionOf(id, asked);
  const described = { id, category, severity, question, reading, response, keep: kept, controls: controlsOf(id) };
  const notAsked = (): AnsweredRunbook => ({
    ...described,
    columns: [],
    rows: [],
    notAsked: whyNot(source, asked),
  });
  if (asking === undefined) {
    return notAsked();
  }
  queries.set(id, asking.text);
  try {
    const answer = await asking.answer();
    // The files that it is about may all have turned out to be damaged.
    return source.questionOf(id, asked) === undefined ? notAsked() : { ...described, ...identified(answer) };
  } catch (error) {
    if (source.files !== undefined) {
      throw error;
    }
    throw new UsageError(
      `${source.name} did not answer ${id}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function whyNot({ files, name }: Source, { tables, kind }: Query): string {
  return files === undefined && name !== "Athena"
    ? `${name} cannot be asked of ${tables.join(", ")}${kind === "records" ? "" : ", or not for counts and comparisons"}`
    : `there is nothing of ${tables.join(", ")}`;
}

function reportOf(runbooks: readonly AnsweredRunbook[], { window }: Plan, { name, source, files }: Source): RunReport {
  return {
    engine: name,
    source,
    at: new Date().toISOString(),
    window: window.kind === "between" ? { from: window.from, to: window.to } : undefined,
    runbooks,
    files: {
      read: files?.readCount ?? 0,
      unreadable: files?.unreadable ?? [],
      unreadableLines: files?.unreadableLines ?? [],
      passedOver: files?.passedOver.length ?? 0,
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
    const manifest = source.files === undefined ? null : keepManifest(folder, await hashes(source.files, status));
    for (const { id, rows, columns, more = 0, notAsked } of report.runbooks) {
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
            rows: rowsFoundBy({ rows, more }),
          },
          jsonText({ columns, rows, more }),
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
