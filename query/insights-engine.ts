/**
 * Runbooks asked of log groups, by CloudWatch Logs Insights.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html
 */
import {
  CloudWatchLogsClient,
  GetQueryResultsCommand,
  type ResultField,
  StartQueryCommand,
  StopQueryCommand,
} from "@aws-sdk/client-cloudwatch-logs";

import { INSIGHTS_ROWS, type InsightsQuery, insightsOf } from "../runbooks/queries/insights";
import type { Query } from "../runbooks/queries/query";
import { LOGGED_TABLES } from "../runbooks/queries/table-name";
import type { Answer, Row } from "./answer";
import type { LogGroups } from "./log-groups";

export interface InsightsEngineOptions {
  readonly region: string;
  readonly logGroups: LogGroups;
  /** Milliseconds between looks at a query that runs. @default 1000 */
  readonly pauseMs?: number;
}

/** A query that Insights did not answer. */
export class InsightsError extends Error {}

export class InsightsEngine {
  readonly #client: CloudWatchLogsClient;
  #running: string | undefined;

  constructor(private readonly options: InsightsEngineOptions) {
    this.#client = new CloudWatchLogsClient({ region: options.region });
  }

  /** The query in Insights' language, or nothing where it has none, or its log groups are not known. */
  queryOf(query: Query): InsightsQuery | undefined {
    return insightsOf(
      query,
      LOGGED_TABLES.filter((table) => this.#groupsOf(table).length > 0),
    );
  }

  /** @throws InsightsError where the query fails, or finds more than an answer holds; and what AWS's SDK throws */
  async ask(
    { tables, text, rows = (all) => all }: InsightsQuery,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<Answer> {
    const { queryId } = await this.#client.send(
      new StartQueryCommand({
        logGroupNames: tables.flatMap((table) => this.#groupsOf(table)),
        startTime: Math.floor(Date.parse(from) / 1000),
        // Insights takes both ends in.
        endTime: Math.ceil(Date.parse(to) / 1000) - 1,
        queryString: text,
        limit: INSIGHTS_ROWS,
      }),
    );
    this.#running = queryId;
    try {
      return tableOf(rows(await this.#ended(queryId)));
    } finally {
      this.#running = undefined;
    }
  }

  /** Ends what is asked. */
  async cancel(): Promise<void> {
    if (this.#running !== undefined) {
      await this.#client.send(new StopQueryCommand({ queryId: this.#running }));
    }
  }

  #groupsOf(table: keyof LogGroups): readonly string[] {
    return this.options.logGroups[table] ?? [];
  }

  async #ended(queryId: string | undefined): Promise<readonly Row[]> {
    for (;;) {
      const { status, results = [] } = await this.#client.send(new GetQueryResultsCommand({ queryId }));
      if (status === "Complete") {
        if (results.length >= INSIGHTS_ROWS) {
          throw new InsightsError(
            `There are ${INSIGHTS_ROWS} rows or more, which is all that Insights hands over: ask of a shorter time.`,
          );
        }
        return rowsOf(results);
      }
      if (status !== "Running" && status !== "Scheduled") {
        throw new InsightsError(`Insights did not answer the query: its status is ${status ?? "not said"}.`);
      }
      await new Promise((resolve) => setTimeout(resolve, this.options.pauseMs ?? 1000));
    }
  }
}

/** Fields of Insights' own, such as the pointer to a record, are no columns. */
function rowsOf(results: readonly (readonly ResultField[])[]): readonly Row[] {
  return results.map((fields) =>
    Object.fromEntries(
      fields.flatMap(({ field, value }) =>
        field === undefined || field.startsWith("@") ? [] : [[field.replace(/^bin\(.*\)$/, "hour"), value ?? null]],
      ),
    ),
  );
}

function tableOf(rows: readonly Row[]): Answer {
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows };
}
