/** `baseline runbook watch`: asks runbooks of a folder of log files that grows, and tells what is new. */
import * as fs from "node:fs";

import { identified, type Row } from "../../query/answer";
import { askable } from "../../query/engine";
import type { LogStore } from "../../query/files/log-store";
import { newRowText } from "../../reports/runbooks/news";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import type { Given } from "../../runbooks/parameters";
import type { Category } from "../../runbooks/runbook";
import { print, say } from "../console";
import { EXIT_PASS, UsageError } from "../failure";
import { endingWithThisProcess } from "../subject";
import { chosenRunbooks, givenParameters } from "./choice";

export interface WatchOptions {
  readonly all?: boolean;
  readonly category?: Category;
  readonly logs: string;
  readonly store: string;
  /** Seconds between looks. */
  readonly every: number;
  readonly once?: boolean;
  /** Days of which records are kept. */
  readonly keepDays: number;
  readonly parameter?: readonly string[];
  readonly memory: string;
  readonly format: "terminal" | "json";
}

/** @returns the exit code. */
export async function watchRunbooks(names: readonly string[], options: WatchOptions): Promise<number> {
  const { all, category, logs, every, once = false } = options;
  const ids = chosenRunbooks({
    ids: names,
    ...(all === undefined ? {} : { all }),
    ...(category === undefined ? {} : { category }),
  }).filter((id) => id !== "log-files-not-verified");
  const given = givenParameters(options.parameter);
  if (fs.statSync(logs, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--logs is ${JSON.stringify(logs)}. Allowed: a folder that holds log files, or will.`);
  }
  endingWithThisProcess();
  const store = await opened(options);
  try {
    for (let isFirst = true; ; isFirst = false) {
      // A run that was killed may have read files, and told nothing of them.
      if ((await readsNew(store, options)) || isFirst) {
        await tellNew(store, ids, given, options);
        await store.prune(options.keepDays);
      }
      if (once) {
        return EXIT_PASS;
      }
      await new Promise((resolve) => setTimeout(resolve, every * 1000));
    }
  } finally {
    store.close();
  }
}

/** @throws UsageError where the store cannot be used, as where another run has it open */
async function opened({ store, memory }: WatchOptions): Promise<LogStore> {
  const { LogStore: Store } = await import("../../query/files/log-store.js");
  try {
    return await Store.open({ folder: store, memory });
  } catch (error) {
    throw new UsageError(
      `The store in ${store} cannot be used: ${error instanceof Error ? error.message : String(error)}. One run at a time can have it; name another folder with --store.`,
    );
  }
}

/** @returns whether there was anything new to read */
async function readsNew(store: LogStore, { logs }: WatchOptions): Promise<boolean> {
  const { read, unreadable, unreadableLines } = await store.take(logs);
  unreadable.forEach(({ path, reason }) => say(`${path} ${reason}.`));
  unreadableLines.forEach(({ path, lines }) => say(`${path} has ${lines} lines that are no records.`));
  return read > 0;
}

async function tellNew(store: LogStore, ids: readonly RunbookId[], given: Given, options: WatchOptions): Promise<void> {
  for (const id of ids) {
    const sql = askable(store, runbookOf(id).query(given), { kind: "all" });
    const { rows } = sql === undefined ? { rows: [] } : await store.ask(sql);
    const untold = await store.untold(id, rows);
    tell(id, untold, options);
    await store.note(id, untold);
  }
}

function tell(id: RunbookId, rows: readonly Row[], { format }: WatchOptions): void {
  const { category, severity } = runbookOf(id);
  const columns = Object.keys(rows[0] ?? {});
  for (const row of identified({ columns, rows }).rows) {
    print(
      format === "json"
        ? `${JSON.stringify({ runbook: id, category, severity, row })}\n`
        : newRowText({ id, severity, row }),
    );
  }
}
