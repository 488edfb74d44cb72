/** Runbooks asked of a folder of log files, by DuckDB: the archive's tables as views over the files, in bounded memory. */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import * as path from "node:path";

import type { EvidenceTableName } from "../../facts/athena/evidence-tables";
import type { TableName } from "../../runbooks/queries/table-name";
import { FOLDER_TABLES } from "../../runbooks/queries/tables";
import { text } from "../../runbooks/queries/sql-text";
import type { Answer } from "../answer";
import { answerOf } from "./duckdb-answer";
import { integrityOf, type Integrity } from "./integrity";
import { filesIn, type Kind, type LogFile, type Unreadable } from "./log-file";
import { MACROS } from "./macros";
import { sift } from "./sift";
import { LARGEST_BYTES, Stage } from "./stage";
import {
  accessLines,
  askedIn,
  EVERYTHING,
  type Asked,
  isRecord,
  NO_ROWS,
  recordType,
  STORED_TABLES,
  type StoredTable,
  structured,
  viewSql,
} from "./views";

export interface FileEngineOptions {
  readonly folder: string;
  /** How many queries are going to be asked of CloudTrail's records: of several, they are read once and kept in columns. */
  readonly queries: number;
  /** The names of the calls that these are about: files without any are not taken apart. @default - every call */
  readonly eventNames?: readonly string[] | undefined;
  /** For DuckDB, beyond which it writes to the disk, such as `2GB`. */
  readonly memory: string;
  /** Whether CloudTrail's digests are checked, which reads every file once more. */
  readonly checksIntegrity: boolean;
  /** The public keys of CloudTrail, as `aws cloudtrail list-public-keys` prints them. @default - signatures are not checked */
  readonly publicKeys?: string | undefined;
  /** Tells of a path whether it is read. @default - every one */
  readonly isWanted?: (file: string) => boolean;
  /** Is told what is done, and of how much. */
  readonly onProgress?: (phase: string, done?: number) => void;
}

/** A line of a file that is no record. */
export interface UnreadableLines {
  readonly path: string;
  readonly lines: number;
}

/** The most queries that are asked of CloudTrail's records as they lie. */
const ASKED_AS_THEY_LIE = 2;

/** A folder of log files that takes SQL, until it is closed. */
export class FileEngine {
  readonly passedOver: readonly string[];
  readonly unreadableLines: readonly UnreadableLines[];
  readonly #stage: Stage;
  readonly #connection: DuckDBConnection;
  readonly #found: readonly Unreadable[];
  readonly #hasIntegrity: boolean;
  /** Whether CloudTrail's records were taken apart, with all their columns. */
  #areKept = false;

  private constructor(
    stage: Stage,
    connection: DuckDBConnection,
    {
      found,
      passedOver,
      lines,
      integrity,
    }: {
      readonly found: readonly Unreadable[];
      readonly passedOver: readonly string[];
      readonly lines: readonly UnreadableLines[];
      readonly integrity: readonly Integrity[] | undefined;
    },
  ) {
    this.#stage = stage;
    this.#connection = connection;
    this.#found = found;
    this.#hasIntegrity = integrity !== undefined;
    this.passedOver = passedOver;
    this.unreadableLines = lines;
  }

  /** Opens a folder. @throws NodeJS.ErrnoException where it cannot be read */
  static async over(options: FileEngineOptions): Promise<FileEngine> {
    const { folder, memory, queries, eventNames, onProgress = () => undefined } = options;
    onProgress("Finding log files");
    const { files, unreadable, passedOver } = await filesIn(
      folder,
      (count) => onProgress("Finding log files", count),
      options.isWanted,
    );
    const stage = await Stage.of(files, (count) => onProgress("Looking at files", count));
    try {
      if (eventNames !== undefined) {
        await leaveOutOthers(stage, eventNames, onProgress);
      }
      const instance = await DuckDBInstance.create(path.join(stage.folder, "runbooks.duckdb"), {
        memory_limit: memory,
        temp_directory: path.join(stage.folder, "spilled"),
        preserve_insertion_order: "false",
        // Nothing that is read can reach for anything else.
        autoinstall_known_extensions: "false",
        autoload_known_extensions: "false",
      });
      const connection = await instance.connect();
      for (const macro of MACROS) {
        await connection.run(macro);
      }
      onProgress("Reading lines");
      const lines = await keepLines(connection, stage);
      const integrity = options.checksIntegrity
        ? await integrityOf(stage.files, options.publicKeys, onProgress)
        : undefined;
      if (integrity !== undefined) {
        await declareIntegrity(connection, integrity);
      }
      await declareTables(connection, stage);
      const engine = new FileEngine(stage, connection, { found: unreadable, passedOver, lines, integrity });
      if (queries > ASKED_AS_THEY_LIE && engine.tables.includes("cloudtrail_events")) {
        onProgress("Reading CloudTrail's records");
        await engine.#keepRecords();
      }
      return engine;
    } catch (error) {
      stage.remove();
      throw error;
    }
  }

  /** Those that there are files of, as far as is known: the files of one kind may all turn out to be damaged when they are read. */
  get tables(): readonly TableName[] {
    const relations = relationsOf(this.#stage, EVERYTHING);
    return [
      ...STORED_TABLES.filter((table) => relations[table] !== undefined),
      ...(this.#hasIntegrity ? (["log_file_integrity"] as const) : []),
    ];
  }

  get readCount(): number {
    return this.#stage.readCount;
  }

  /** The files that were read. */
  get files(): readonly LogFile[] {
    return this.#stage.files;
  }

  get unreadable(): readonly Unreadable[] {
    return [...this.#found, ...this.#stage.unreadable].sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  /** @param most rows that are handed over; further ones are counted. @default - all */
  async ask(sql: string, most = Infinity): Promise<Answer> {
    return this.#readable(async () => {
      await this.#declare(askedIn(sql));
      return answerOf(await this.#connection.stream(sql), most);
    });
  }

  /**
   * Adds what was read to a store that has the same tables, all or nothing, with what else is done in the same transaction.
   *
   * @param file of the store
   */
  async addTo(
    file: string,
    also: (run: (sql: string, values: readonly (string | number)[]) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    await this.#connection.run(`ATTACH ${text(file)} AS store`);
    await this.#readable(async () => {
      await this.#declare(EVERYTHING);
      await this.#connection.run("BEGIN");
      try {
        for (const table of this.tables) {
          await this.#connection.run(`INSERT INTO store.${table} BY NAME SELECT * FROM ${table}`);
        }
        await also(async (sql, values) => {
          await this.#connection.run(sql, [...values]);
        });
        await this.#connection.run("COMMIT");
      } catch (error) {
        await this.#connection.run("ROLLBACK");
        throw error;
      }
    });
    await this.#connection.run("DETACH store");
  }

  close(): void {
    this.#connection.closeSync();
    this.#stage.remove();
  }

  async #keepRecords(): Promise<void> {
    await this.#readable(() =>
      this.#connection.run("CREATE OR REPLACE TABLE kept_records AS SELECT * FROM cloudtrail_events"),
    );
    this.#areKept = true;
  }

  async #declare(asked: Asked): Promise<void> {
    await declareTables(this.#connection, this.#stage, asked);
    if (this.#areKept) {
      await this.#connection.run("CREATE OR REPLACE VIEW cloudtrail_events AS SELECT * FROM kept_records");
    }
  }

  #readable<Result>(act: () => Promise<Result>): Promise<Result> {
    return readable(this.#connection, this.#stage, act);
  }
}

/** Leaves the files out that hold no call of these names. */
async function leaveOutOthers(
  stage: Stage,
  eventNames: readonly string[],
  onProgress: (phase: string, done?: number) => void,
): Promise<void> {
  const phase = "Looking for calls";
  onProgress(phase);
  const compressed = stage.of("cloudtrail").filter(({ file }) => file.isCompressed);
  for (const sifted of await sift(compressed, eventNames, (count) => onProgress(phase, count))) {
    if (sifted.result === "holds-none") {
      stage.leaveOut(sifted.file.link);
    } else if (sifted.result === "damaged") {
      stage.exclude(sifted.file.link, `is truncated or damaged: ${sifted.reason}`);
    }
  }
}

/**
 * Where a file turns out to be damaged, all are looked at, the damaged ones are taken out, and it is done again: looking at each before
 * would read everything twice.
 */
async function readable<Result>(
  connection: DuckDBConnection,
  stage: Stage,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || !ABOUT_A_FILE.test(error.message) || !(await excludeDamaged(connection, stage))) {
      throw error;
    }
    // What reads all files of a kind fails where there are none left.
    await declareTables(connection, stage);
    return await act();
  }
}

/** @returns whether any was taken out */
async function excludeDamaged(connection: DuckDBConnection, stage: Stage): Promise<boolean> {
  const before = stage.readCount;
  for (const kind of OF_ONE_OBJECT) {
    for (const { link, bytes } of stage.of(kind)) {
      try {
        await connection.run(
          `SELECT count(*) FROM read_json_objects(${text(link)}, format='unstructured', maximum_object_size=${objectSize(bytes)})`,
        );
      } catch (error) {
        stage.exclude(link, damageOf(error));
      }
    }
  }
  return stage.readCount < before;
}

const OF_ONE_OBJECT = ["cloudtrail", "config"] as const satisfies readonly Kind[];

/** How DuckDB says that it is a file and not the query. */
const ABOUT_A_FILE =
  /Malformed JSON|in file|maximum_object_size|Invalid Input Error|IO Error|Failed to (read|decode)|miniz/i;

function damageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, at, why] = /at byte (\d+) in [^:]*: (.*?)\.?\s*(\n|$)/.exec(message) ?? [];
  return at === undefined || why === undefined
    ? `is truncated or damaged: ${message.split("\n")[0] ?? ""}`
    : `is truncated or damaged at byte ${at}: ${why.replace(/Parse errors.*$/, "").trim()}`;
}

const SPARE_BYTES = 1024;

function objectSize(bytes: number): number {
  return Math.min(Math.max(bytes, 1024 * 1024), LARGEST_BYTES) + SPARE_BYTES;
}

/** What is in lines is read once, line by line, so that a line that is no record takes no other along. */
async function keepLines(connection: DuckDBConnection, stage: Stage): Promise<readonly UnreadableLines[]> {
  const unreadable: UnreadableLines[] = [];
  for (const kind of ["cloudtrail-lines", "invocations", "kubernetes", "application"] as const) {
    const table = tableOf(kind);
    await connection.run(`CREATE TABLE ${table} (record JSON)`);
    for (const { link, bytes, file } of stage.of(kind)) {
      const read = `read_json_objects(${text(link)}, format='newline_delimited', ignore_errors=true, maximum_object_size=${objectSize(bytes)})`;
      try {
        await connection.run(`INSERT INTO ${table} SELECT json FROM ${read} WHERE json_type(json) = 'OBJECT'`);
        const { rows } = await answerOf(
          await connection.stream(
            `SELECT count(*) - count(*) FILTER (json_type(json) = 'OBJECT') AS lines FROM ${read}`,
          ),
        );
        const lines = Number(rows[0]?.["lines"] ?? 0);
        if (lines > 0) {
          unreadable.push({ path: file.path, lines });
        }
      } catch (error) {
        stage.exclude(link, damageOf(error));
      }
    }
  }
  await connection.run("CREATE TABLE access_lines (content VARCHAR)");
  for (const { link, bytes, file } of stage.of("access")) {
    try {
      await connection.run(
        `INSERT INTO access_lines SELECT content FROM read_csv(${text(link)}, columns={'content': 'VARCHAR'}, delim='\u0001', quote='', escape='', header=false, auto_detect=false, ignore_errors=true, max_line_size=${objectSize(bytes)})`,
      );
    } catch (error) {
      stage.exclude(link, `${damageOf(error)} (${file.kind})`);
    }
  }
  return unreadable;
}

function tableOf(kind: Kind): string {
  return `lines_of_${kind.replaceAll("-", "_")}`;
}

/** Declares every table, those without files as empty ones: a file may turn out to be damaged after its table was named. */
async function declareTables(connection: DuckDBConnection, stage: Stage, asked: Asked = EVERYTHING): Promise<void> {
  const relations = relationsOf(stage, asked);
  for (const table of STORED_TABLES) {
    const source = { relation: relations[table] ?? NO_ROWS[table] };
    await connection.run(`CREATE OR REPLACE VIEW ${table} AS ${viewSql(table, source, asked)}`);
  }
}

/** Where the records of the tables that there are files of come from. */
function relationsOf(stage: Stage, asked: Asked): Readonly<Partial<Record<StoredTable, string>>> {
  const lines = (kind: Kind, relation: string): string | undefined => (stage.holds(kind) ? relation : undefined);
  // A folder does not say which buckets hold evidence and which training data.
  const access = lines("access", accessLines("access_lines"));
  const structuredLines = (table: EvidenceTableName, kind: Kind): string | undefined =>
    lines(kind, structured(table, tableOf(kind), asked));
  return Object.fromEntries(
    Object.entries({
      cloudtrail_events:
        stage.holds("cloudtrail") || stage.holds("cloudtrail-lines") ? cloudtrailRecords(stage, asked) : undefined,
      config_items: lines("config", structured("config_items", objectsOf(stage, "config"), asked)),
      model_invocations: structuredLines("model_invocations", "invocations"),
      kubernetes_audit: structuredLines("kubernetes_audit", "kubernetes"),
      application_records: lines("application", tableOf("application")),
      s3_access: access,
      s3_access_to_lineage: access,
    }).filter(([, relation]) => relation !== undefined),
  );
}

async function declareIntegrity(connection: DuckDBConnection, integrity: readonly Integrity[]): Promise<void> {
  await connection.run(
    `CREATE TABLE log_file_integrity (${FOLDER_TABLES.log_file_integrity.map((column) => `"${column}" VARCHAR`).join(", ")})`,
  );
  for (const { checked, result, detail, file } of integrity) {
    await connection.run("INSERT INTO log_file_integrity VALUES ($1, $2, $3, $4)", [checked, result, detail, file]);
  }
}

function cloudtrailRecords(stage: Stage, asked: Asked): string {
  const parts = [
    ...(stage.of("cloudtrail").length > 0
      ? [
          // What the objects hold is said, or some of them would be read for it whenever the view is named.
          `SELECT unnest(Records) AS record FROM read_json(${text(stage.patternOf("cloudtrail"))}, format='unstructured', records=true, ignore_errors=true, ` +
            `columns={Records: ${text(`${recordType("cloudtrail_events", asked)}[]`)}}, maximum_object_size=${objectSize(stage.largestOf("cloudtrail"))})`,
        ]
      : []),
    `SELECT record FROM ${structured("cloudtrail_events", tableOf("cloudtrail-lines"), asked)}`,
  ];
  return `(SELECT record FROM (${parts.join("\nUNION ALL\n")}) WHERE ${isRecord("cloudtrail_events")})`;
}

function objectsOf(stage: Stage, kind: "config"): string {
  return `(SELECT json AS record FROM read_json_objects(${text(stage.patternOf(kind))}, format='unstructured', maximum_object_size=${objectSize(stage.largestOf(kind))}))`;
}
