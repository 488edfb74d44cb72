/**
 * Runbooks asked of the archive, by Athena: in the baseline's own workgroup, which bounds and encrypts what a query reads and leaves.
 *
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
 */
import {
  AthenaClient,
  type ColumnInfo,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import { GetTablesCommand, GlueClient } from "@aws-sdk/client-glue";

import { EVIDENCE_TABLES, type EvidenceTableName } from "../facts/athena/evidence-tables";
import type { Answer, Row, Value } from "./answer";
import type { SqlEngine } from "./engine";

export interface AthenaEngineOptions {
  readonly region: string;
  readonly workgroup: string;
  readonly database: string;
  /** Milliseconds between looks at a query that runs. @default 1000 */
  readonly pauseMs?: number;
}

/** A query that Athena did not answer. */
export class AthenaError extends Error {}

export class AthenaEngine implements SqlEngine {
  #running: string | undefined;

  private constructor(
    private readonly client: AthenaClient,
    private readonly options: AthenaEngineOptions,
    readonly tables: readonly EvidenceTableName[],
  ) {}

  /** Reads which of the baseline's tables the database has. @throws what AWS's SDK throws */
  static async over(options: AthenaEngineOptions): Promise<AthenaEngine> {
    const client = new AthenaClient({ region: options.region });
    const catalog = new GlueClient({ region: options.region });
    const names: string[] = [];
    let next: string | undefined;
    do {
      const page = await catalog.send(new GetTablesCommand({ DatabaseName: options.database, NextToken: next }));
      names.push(...(page.TableList ?? []).flatMap(({ Name }) => Name ?? []));
      next = page.NextToken;
    } while (next !== undefined);
    // The keys of an object are not typed as such.
    const tables = (Object.keys(EVIDENCE_TABLES) as EvidenceTableName[]).filter((table) => names.includes(table));
    return new AthenaEngine(client, options, tables);
  }

  /** @throws AthenaError where the query fails or is stopped, and what AWS's SDK throws */
  async ask(sql: string, most = Infinity): Promise<Answer> {
    const { QueryExecutionId: id } = await this.client.send(
      new StartQueryExecutionCommand({
        QueryString: sql,
        WorkGroup: this.options.workgroup,
        QueryExecutionContext: { Catalog: "AwsDataCatalog", Database: this.options.database },
      }),
    );
    this.#running = id;
    try {
      await this.#ended(id);
      return await this.#results(id, most);
    } finally {
      this.#running = undefined;
    }
  }

  /** Ends what is asked, for which Athena charges no further. */
  async cancel(): Promise<void> {
    if (this.#running !== undefined) {
      await this.client.send(new StopQueryExecutionCommand({ QueryExecutionId: this.#running }));
    }
  }

  async #ended(id: string | undefined): Promise<void> {
    for (;;) {
      const { QueryExecution } = await this.client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
      const { State, StateChangeReason } = QueryExecution?.Status ?? {};
      if (State === "SUCCEEDED") {
        return;
      }
      if (State === "FAILED" || State === "CANCELLED") {
        throw new AthenaError(
          `Athena ${State === "FAILED" ? "failed" : "stopped"} the query: ${StateChangeReason ?? "it says nothing more"}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, this.options.pauseMs ?? 1000));
    }
  }

  async #results(id: string | undefined, most: number): Promise<Answer> {
    const rows: Row[] = [];
    let columns: readonly ColumnInfo[] = [];
    let next: string | undefined;
    let isFirst = true;
    let more = 0;
    do {
      const page = await this.client.send(new GetQueryResultsCommand({ QueryExecutionId: id, NextToken: next }));
      columns = page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? columns;
      // The first row of the first page has the names of the columns.
      const data = (page.ResultSet?.Rows ?? []).slice(isFirst ? 1 : 0);
      const names = columns.map(({ Name }) => Name ?? "");
      const taken = data.slice(0, Math.max(0, most - rows.length));
      more += data.length - taken.length;
      rows.push(
        ...taken.map(({ Data = [] }): Row =>
          Object.fromEntries(names.map((name, index) => [name, valueOf(Data[index]?.VarCharValue, columns[index])])),
        ),
      );
      next = page.NextToken;
      isFirst = false;
    } while (next !== undefined);
    return { columns: columns.map(({ Name }) => Name ?? ""), rows, more };
  }
}

const NUMBERS: ReadonlySet<string | undefined> = new Set([
  "bigint",
  "integer",
  "smallint",
  "tinyint",
  "double",
  "float",
  "decimal",
]);

/** Athena hands over texts. */
function valueOf(text: string | undefined, column: ColumnInfo | undefined): Value {
  if (text === undefined) {
    return null;
  }
  const number = Number(text);
  return NUMBERS.has(column?.Type) && Number.isSafeInteger(number) ? number : text;
}
