/** What runbooks can be asked of: a folder of log files, the archive, log groups, and the event history. */
import * as fs from "node:fs";

import type { Answer } from "../../query/answer";
import { askable } from "../../query/engine";
import type { FileEngine } from "../../query/files/file-engine";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import type { Given } from "../../runbooks/parameters";
import type { Query } from "../../runbooks/queries/query";
import { valuesAsked } from "../../runbooks/queries/required-values";
import type { Window } from "../../runbooks/queries/window";
import { UsageError } from "../failure";
import type { Progress } from "../progress";

export interface SourceOptions {
  readonly logs?: string;
  readonly athena?: string;
  readonly database?: string;
  readonly insights?: boolean;
  readonly trailLogGroup?: string;
  readonly invocationLogGroup?: string;
  readonly clusterLogGroup?: readonly string[];
  readonly eventHistory?: boolean;
  readonly region?: string;
  readonly publicKeys?: string;
  readonly memory: string;
}

/** What is asked, of what time, and with which parameters. */
export interface Plan {
  readonly ids: readonly RunbookId[];
  readonly given: Given;
  readonly window: Window;
}

/** What is asked, and what of it is known when it has answered. */
export interface Source {
  readonly name: string;
  readonly source: string;
  readonly caller: string | null;
  /** Where log files are asked. */
  readonly files: FileEngine | undefined;
  /** The query in the engine's own language, or nothing where it cannot be asked. */
  textOf(id: RunbookId, query: Query): string | undefined;
  ask(id: RunbookId, query: Query, text: string): Promise<Answer>;
  close(): void;
}

/** @throws UsageError where it is not one of them, or something of it is missing */
export function checkSource(options: SourceOptions): void {
  const { logs, athena, insights = false, eventHistory = false, region, database } = options;
  const named = [logs !== undefined, athena !== undefined, insights, eventHistory].filter((one) => one).length;
  if (named !== 1) {
    throw new UsageError(
      "Say what is asked, one of: --logs FOLDER for log files, --athena WORKGROUP for the archive, --insights for log groups, --event-history for what CloudTrail remembers of 90 days.",
    );
  }
  if (logs === undefined && region === undefined) {
    throw new UsageError("--region is missing. Name the region of what is asked, such as eu-central-1.");
  }
  if (athena !== undefined && database === undefined) {
    throw new UsageError("--athena needs --database: the database with the baseline's tables.");
  }
  if (insights && Object.keys(logGroupsOf(options)).length === 0) {
    throw new UsageError(
      "--insights needs one or more of --trail-log-group, --invocation-log-group and --cluster-log-group.",
    );
  }
  if (logs !== undefined && fs.statSync(logs, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--logs is ${JSON.stringify(logs)}. Allowed: a folder that holds log files.`);
  }
}

/** @throws UsageError where it cannot be asked */
export async function openSource(plan: Plan, options: SourceOptions, status: Progress): Promise<Source> {
  if (options.logs !== undefined) {
    return openFiles(options.logs, plan, options, status);
  }
  try {
    return await openAccount(plan, options);
  } catch (error) {
    throw new UsageError(
      `The account cannot be asked: ${error instanceof Error ? error.message : String(error)}. Give credentials as AWS's own tools find them, and the names of what the baseline stood up.`,
    );
  }
}

async function openFiles(
  logs: string,
  { ids, given, window }: Plan,
  options: SourceOptions,
  status: Progress,
): Promise<Source> {
  // DuckDB takes long to load, and most commands do not need it.
  const { FileEngine } = await import("../../query/files/file-engine.js");
  const queries = ids
    .map((id) => runbookOf(id).query(given))
    .filter(({ tables }) => tables.includes("cloudtrail_events"));
  const engine = await FileEngine.over({
    folder: logs,
    memory: options.memory,
    queries: queries.length,
    eventNames: valuesAsked(queries, "eventName"),
    checksIntegrity: ids.includes("log-files-not-verified"),
    publicKeys: options.publicKeys === undefined ? undefined : publicKeysIn(options.publicKeys),
    onProgress: stages(status),
  });
  // However the run ends, nothing of the scan is left on the disk.
  const close = (): void => engine.close();
  process.once("exit", close);
  return {
    name: "DuckDB",
    source: logs,
    caller: null,
    files: engine,
    textOf: (_, query) => askable(engine, query, window),
    ask: (_, __, sql) => engine.ask(sql),
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

function publicKeysIn(file: string): string {
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

async function openAccount(plan: Plan, options: SourceOptions): Promise<Source> {
  const { region = "", athena, database = "", insights = false } = options;
  const { accountReader } = await import("../../account/reader.js");
  const { callerOf } = await import("../../account/caller.js");
  const { arn: caller, accountId } = await callerOf(accountReader({ homeRegion: region }));
  if (athena !== undefined) {
    const { AthenaEngine } = await import("../../query/athena-engine.js");
    const engine = await AthenaEngine.over({ region, workgroup: athena, database });
    return {
      name: "Athena",
      source: `${database} in ${region}`,
      caller,
      files: undefined,
      textOf: (id, query) => askable(engine, query, orDays(id, plan.window)),
      ask: (_, __, sql) => engine.ask(sql),
      close: () => void engine.cancel(),
    };
  }
  if (insights) {
    const { InsightsEngine } = await import("../../query/insights-engine.js");
    const engine = new InsightsEngine({ region, logGroups: logGroupsOf(options) });
    return {
      name: "CloudWatch Logs Insights",
      source: `log groups of ${accountId} in ${region}`,
      caller,
      files: undefined,
      textOf: (_, query) => engine.textOf(query),
      ask: (id, query) => engine.ask(query, orTimes(id, plan.window)),
      close: () => void engine.cancel(),
    };
  }
  const { EventHistoryEngine, HISTORY_DAYS, isOfHistory, lookupsOf } =
    await import("../../query/event-history-engine.js");
  const engine = new EventHistoryEngine(region);
  return {
    name: "CloudTrail event history",
    source: `management events of ${accountId} in ${region}`,
    caller,
    files: undefined,
    textOf: (_, query) =>
      isOfHistory(query) ? JSON.stringify({ lookups: lookupsOf(query.where), where: query.where }) : undefined,
    ask: async (id, query) =>
      isOfHistory(query) ? engine.ask(query, orTimes(id, plan.window, HISTORY_DAYS)) : { columns: [], rows: [] },
    close: () => undefined,
  };
}

/** Where nobody names a time, an account is asked of as many days as the saved query looks back. */
function orDays(id: RunbookId, window: Window): Window {
  return window.kind === "all" ? { kind: "days", days: runbookOf(id).days } : window;
}

const DAY_MS = 86_400_000;

function orTimes(id: RunbookId, window: Window, most = Infinity): { readonly from: string; readonly to: string } {
  if (window.kind === "between") {
    return window;
  }
  const now = Date.now();
  const days = Math.min(runbookOf(id).days, most);
  return { from: new Date(now - days * DAY_MS).toISOString(), to: new Date(now).toISOString() };
}

function logGroupsOf({ trailLogGroup, invocationLogGroup, clusterLogGroup = [] }: SourceOptions) {
  return {
    ...(trailLogGroup === undefined ? {} : { cloudtrail_events: [trailLogGroup] }),
    ...(invocationLogGroup === undefined ? {} : { model_invocations: [invocationLogGroup] }),
    ...(clusterLogGroup.length === 0 ? {} : { kubernetes_audit: clusterLogGroup }),
  };
}
