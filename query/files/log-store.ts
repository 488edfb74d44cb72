/**
 * What was read of a folder that grows, kept between looks: each file is read once, its records are kept in columns, and a row of an
 * answer is told once. Whenever the process ends, a file is wholly in the store or not at all.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import type { TableName } from "../../runbooks/queries/table-name";
import type { Answer, Row } from "../answer";
import type { SqlEngine } from "../engine";
import { answerOf } from "./duckdb-answer";
import { FileEngine, type UnreadableLines } from "./file-engine";
import type { Unreadable } from "./log-file";
import { MACROS } from "./macros";
import { emptyTable, STORED_TABLES } from "./views";

export interface StoreOptions {
  /** Of the store, which is made where it is not there. */
  readonly folder: string;
  /** For DuckDB, such as `2GB`. */
  readonly memory: string;
}

/** What a look found. */
export interface Look {
  readonly read: number;
  readonly unreadable: readonly Unreadable[];
  readonly unreadableLines: readonly UnreadableLines[];
}

const STORE_FILE = "store.duckdb";

export class LogStore implements SqlEngine {
  readonly tables: readonly TableName[] = STORED_TABLES.filter((table) => table !== "s3_access_to_trail");
  #connection: DuckDBConnection | undefined;

  private constructor(private readonly options: StoreOptions) {}

  /** @throws Error where the store is in use, or is none */
  static async open(options: StoreOptions): Promise<LogStore> {
    fs.mkdirSync(options.folder, { recursive: true });
    const store = new LogStore(options);
    const connection = await store.#connected();
    for (const table of STORED_TABLES) {
      await connection.run(emptyTable(table));
    }
    await connection.run("CREATE TABLE IF NOT EXISTS seen_files (file VARCHAR, size BIGINT, changed DOUBLE)");
    await connection.run("CREATE TABLE IF NOT EXISTS told_rows (runbook VARCHAR, hash VARCHAR, day VARCHAR)");
    return store;
  }

  /** Reads the files that are new since the last look, or have changed. */
  async take(logs: string, onProgress: (phase: string, done?: number) => void = () => undefined): Promise<Look> {
    const seen = await this.#seen();
    const arrived = new Map<string, { readonly size: number; readonly changed: number }>();
    const engine = await FileEngine.over({
      folder: logs,
      queries: 1,
      memory: this.options.memory,
      checksIntegrity: false,
      onProgress,
      isWanted: (file) => {
        const { size, mtimeMs: changed } = fs.statSync(file);
        const isNew = !seen.has(keyOf(file, size, changed));
        if (isNew) {
          arrived.set(file, { size, changed });
        }
        return isNew;
      },
    });
    try {
      if (arrived.size > 0) {
        // A database is open once at a time.
        this.close();
        await engine.addTo(path.join(this.options.folder, STORE_FILE), async (run) => {
          for (const [file, { size, changed }] of arrived) {
            await run("INSERT INTO store.seen_files VALUES ($1, $2, $3)", [file, size, changed]);
          }
        });
      }
      return { read: engine.readCount, unreadable: engine.unreadable, unreadableLines: engine.unreadableLines };
    } finally {
      engine.close();
    }
  }

  async ask(sql: string, most?: number): Promise<Answer> {
    return answerOf(await (await this.#connected()).stream(sql), most);
  }

  /** The rows of an answer that were told of no look before. */
  async untold(runbook: string, rows: readonly Row[]): Promise<readonly Row[]> {
    const connection = await this.#connected();
    const { rows: told } = await answerOf(
      await connection.stream("SELECT hash FROM told_rows WHERE runbook = $1", [runbook]),
    );
    const hashes = new Set(told.map(({ hash }) => hash));
    return rows.filter((row) => !hashes.has(hashOf(row)));
  }

  /** Notes that rows were told, after they were: a process that ends between tells them again. */
  async note(runbook: string, rows: readonly Row[]): Promise<void> {
    const connection = await this.#connected();
    for (const row of rows) {
      await connection.run("INSERT INTO told_rows VALUES ($1, $2, $3)", [runbook, hashOf(row), dayOf(Date.now())]);
    }
  }

  /** Forgets the records from before the last days, and what was told before them. The files are not read again. */
  async prune(days: number, now = Date.now()): Promise<void> {
    const connection = await this.#connected();
    const first = dayOf(now - days * DAY_MS);
    for (const table of STORED_TABLES) {
      await connection.run(`DELETE FROM ${table} WHERE ${DAYS[table] ?? "day"} < $1`, [first]);
    }
    // A row that was told is of records from the same day, or from before it.
    await connection.run("DELETE FROM told_rows WHERE day < $1", [first]);
  }

  close(): void {
    this.#connection?.closeSync();
    this.#connection = undefined;
  }

  async #connected(): Promise<DuckDBConnection> {
    if (this.#connection === undefined) {
      const instance = await DuckDBInstance.create(path.join(this.options.folder, STORE_FILE), {
        memory_limit: this.options.memory,
        autoinstall_known_extensions: "false",
        autoload_known_extensions: "false",
      });
      this.#connection = await instance.connect();
      for (const macro of MACROS) {
        await this.#connection.run(macro.replace("CREATE MACRO", "CREATE OR REPLACE TEMP MACRO"));
      }
      instance.closeSync();
    }
    return this.#connection;
  }

  async #seen(): Promise<ReadonlySet<string>> {
    const { rows } = await this.ask("SELECT file, size, changed FROM seen_files");
    return new Set(rows.map(({ file, size, changed }) => keyOf(String(file), Number(size), Number(changed))));
  }
}

const DAY_MS = 86_400_000;

/** As the tables have it. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll("-", "/");
}

/** The day of a table's row, where no column has it. */
const DAYS: Readonly<Partial<Record<TableName, string>>> = {
  config_items: "printf('%04d/%02d/%02d', year, month, day_of_month)",
};

function keyOf(file: string, size: number, changed: number): string {
  return `${size} ${changed} ${file}`;
}

function hashOf(row: Row): string {
  return createHash("sha256").update(JSON.stringify(row)).digest("hex");
}
