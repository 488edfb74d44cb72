/** Log files in a folder, which runbooks are asked of. */
import * as fs from "node:fs";

import { runbookOf } from "../../runbooks/catalogue";
import { valuesAsked } from "../../runbooks/queries/required-values";
import { UsageError } from "../failure";
import type { Progress } from "../progress";
import type { Plan, Source, SourceOptions } from "./source";
import { sqlQuestion } from "./sql-question";

/** Opens a folder of log files. @throws UsageError where the keys of the digests cannot be read */
export async function fileSource(
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
    questionOf: (_, query) => sqlQuestion(engine, query, window, options.mostRows),
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
