/**
 * Runbooks asked of log groups one page of events after the other, for the minutes that Insights does not show yet, and where it cannot
 * be used.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import { filterPatternOf } from "../runbooks/queries/filter-pattern";
import { loggedTableOf } from "../runbooks/queries/insights";
import type { RecordsQuery } from "../runbooks/queries/query";
import { onlyRecords } from "../runbooks/queries/tables";
import type { Answer } from "./answer";
import type { LogGroups } from "./log-groups";
import { answerFrom } from "./records-at-hand";

export interface LogEventsEngineOptions {
  readonly region: string;
  readonly logGroups: LogGroups;
}

/** What is asked for a query. */
export interface Asked {
  readonly logGroups: readonly string[];
  readonly table: keyof LogGroups;
  /** @default - every event */
  readonly filterPattern?: string;
}

export class LogEventsEngine {
  readonly #client: CloudWatchLogsClient;

  constructor(private readonly options: LogEventsEngineOptions) {
    this.#client = new CloudWatchLogsClient({ region: options.region, maxAttempts: 10, retryMode: "adaptive" });
  }

  /** What is asked for a query, or nothing where the log group is not known. */
  askedFor(query: RecordsQuery): Asked | undefined {
    const table = loggedTableOf(query);
    const logGroups = table === undefined ? [] : (this.options.logGroups[table] ?? []);
    if (table === undefined || logGroups.length === 0) {
      return undefined;
    }
    const filterPattern = filterPatternOf(onlyRecords(table, query.where));
    return { logGroups, table, ...(filterPattern === undefined ? {} : { filterPattern }) };
  }

  /** @throws what AWS's SDK throws */
  ask(query: RecordsQuery, asked: Asked, window: { readonly from: string; readonly to: string }): Promise<Answer> {
    return answerFrom(this.#records(asked, window), query, asked.table);
  }

  async *#records(
    { logGroups, filterPattern }: Asked,
    { from, to }: { readonly from: string; readonly to: string },
  ): AsyncGenerator {
    for (const logGroupName of logGroups) {
      let nextToken: string | undefined;
      // A page may be empty, and more follow it.
      do {
        const page = await this.#client.send(
          new FilterLogEventsCommand({
            logGroupName,
            filterPattern,
            startTime: Date.parse(from),
            // Both ends are taken in.
            endTime: Date.parse(to) - 1,
            nextToken,
          }),
        );
        yield* (page.events ?? []).flatMap(({ message }) => recordIn(message ?? ""));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
    }
  }
}

/** Whatever is no record in JSON is none that is asked for. */
function recordIn(message: string): readonly unknown[] {
  try {
    return [JSON.parse(message)];
  } catch {
    return [];
  }
}
