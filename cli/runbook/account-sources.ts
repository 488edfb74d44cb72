/** What of an account runbooks are asked of, each by the service that has it. */
import type { Caller } from "../../account/caller";
import type { LogGroups } from "../../query/log-groups";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import { isOfRecords } from "../../runbooks/queries/query";
import type { Window } from "../../runbooks/queries/window";
import type { Plan, Source, SourceOptions } from "./source";
import { sqlQuestion } from "./sql-question";

/** Opens what the options name. @throws what AWS's SDK throws */
export async function accountSource(plan: Plan, options: SourceOptions): Promise<Source> {
  const { region = "" } = options;
  const { accountReader } = await import("../../account/reader.js");
  const { callerOf } = await import("../../account/caller.js");
  const caller = await callerOf(accountReader({ homeRegion: region }));
  return { files: undefined, caller: caller.arn, ...(await opened(plan, options, region, caller)) };
}

type Opened = Pick<Source, "name" | "source" | "questionOf" | "close">;

function opened(plan: Plan, options: SourceOptions, region: string, caller: Caller): Promise<Opened> {
  const { athena, insights = false, logEvents = false } = options;
  if (athena !== undefined) {
    return archive(plan, { region, workgroup: athena, database: options.database ?? "" }, options.mostRows);
  }
  if (insights) {
    return logGroups(plan, options, region, caller);
  }
  return logEvents ? newestEvents(plan, options, region, caller) : eventHistory(plan, region, caller);
}

async function archive(
  { window }: Plan,
  names: { readonly region: string; readonly workgroup: string; readonly database: string },
  mostRows: number,
): Promise<Opened> {
  const { AthenaEngine } = await import("../../query/athena-engine.js");
  const engine = await AthenaEngine.over(names);
  return {
    name: "Athena",
    source: `${names.database} in ${names.region}`,
    questionOf: (id, query) => sqlQuestion(engine, query, orDays(id, window), mostRows),
    close: () => void engine.cancel(),
  };
}

async function logGroups(
  { window }: Plan,
  options: SourceOptions,
  region: string,
  { accountId }: Caller,
): Promise<Opened> {
  const { InsightsEngine } = await import("../../query/insights-engine.js");
  const engine = new InsightsEngine({ region, logGroups: logGroupsOf(options) });
  return {
    name: "CloudWatch Logs Insights",
    source: `log groups of ${accountId} in ${region}`,
    questionOf: (id, query) => {
      const asked = engine.queryOf(query);
      return asked === undefined
        ? undefined
        : { text: asked.text, answer: () => engine.ask(asked, orTimes(id, window)) };
    },
    close: () => void engine.cancel(),
  };
}

async function newestEvents(
  { window }: Plan,
  options: SourceOptions,
  region: string,
  { accountId }: Caller,
): Promise<Opened> {
  const { LogEventsEngine } = await import("../../query/log-events-engine.js");
  const engine = new LogEventsEngine({ region, logGroups: logGroupsOf(options) });
  return {
    name: "CloudWatch Logs",
    source: `log groups of ${accountId} in ${region}`,
    questionOf: (id, query) => {
      if (!isOfRecords(query)) {
        return undefined;
      }
      const asked = engine.askedFor(query);
      return asked === undefined
        ? undefined
        : {
            text: JSON.stringify({ ...asked, where: query.where }),
            answer: () => engine.ask(query, asked, orTimes(id, window)),
          };
    },
    close: () => undefined,
  };
}

async function eventHistory({ window }: Plan, region: string, { accountId }: Caller): Promise<Opened> {
  const { EventHistoryEngine, HISTORY_DAYS, isOfHistory, lookupsOf } =
    await import("../../query/event-history-engine.js");
  const engine = new EventHistoryEngine(region);
  return {
    name: "CloudTrail event history",
    source: `management events of ${accountId} in ${region}`,
    questionOf: (id, query) =>
      isOfHistory(query)
        ? {
            text: JSON.stringify({ lookups: lookupsOf(query.where), where: query.where }),
            answer: () => engine.ask(query, orTimes(id, window, HISTORY_DAYS)),
          }
        : undefined,
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

/** The log groups that are named, by the tables whose records they hold. */
export function logGroupsOf({ trailLogGroup, invocationLogGroup, clusterLogGroup = [] }: SourceOptions): LogGroups {
  return {
    ...(trailLogGroup === undefined ? {} : { cloudtrail_events: [trailLogGroup] }),
    ...(invocationLogGroup === undefined ? {} : { model_invocations: [invocationLogGroup] }),
    ...(clusterLogGroup.length === 0 ? {} : { kubernetes_audit: clusterLogGroup }),
  };
}
