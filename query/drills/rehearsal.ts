/** A drill, held: its records are planted as files, runbooks are asked, and what they show is held against what has to be known. */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { gzipSync } from "node:zlib";

import type { ContentMode } from "../../facts/bedrock/content-modes";
import { RUNBOOK_IDS, runbookOf } from "../../runbooks/catalogue";
import { underMode } from "../../runbooks/drills/content-modes";
import { ACCOUNT, type Drill, type PlantedLog, type PlantedRecord, REGION } from "../../runbooks/drills/drill";
import { DEFAULTS } from "../../runbooks/parameters";
import { EVENT_ID, identified, type Row } from "../answer";
import { askable } from "../engine";
import { FileEngine } from "../files/file-engine";

/** Something that had to be known, and whether it is. */
export interface Reconstructed {
  readonly what: string;
  readonly runbook: string;
  readonly eventID: string;
  /** The row that shows it. */
  readonly row: Row | undefined;
  /** Why the content mode keeps nobody from knowing it. @default - it has to be known */
  readonly excused: string | undefined;
}

export interface Rehearsed {
  readonly mode: ContentMode;
  readonly elements: readonly Reconstructed[];
}

/** Whether each element is known, or cannot be in the mode. One that is known although it should not be is a mistake of the drill. */
export function isPassed({ elements }: Rehearsed): boolean {
  return elements.every(({ row, excused }) => (row === undefined) === (excused !== undefined));
}

export async function rehearse(drill: Drill, mode: ContentMode): Promise<Rehearsed> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-drill-"));
  try {
    plant(folder, underMode(drill.records, mode));
    return { mode, elements: await reconstruct(folder, drill, mode) };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function reconstruct(folder: string, drill: Drill, mode: ContentMode): Promise<readonly Reconstructed[]> {
  const engine = await FileEngine.over({ folder, queries: 1, memory: "512MB", checksIntegrity: false });
  try {
    const answers = new Map<string, readonly Row[]>();
    for (const id of RUNBOOK_IDS.filter((one) => drill.expected.some(({ runbook }) => runbook === one))) {
      const sql = askable(engine, runbookOf(id).query({ ...DEFAULTS, ...drill.given }), { kind: "all" });
      answers.set(id, sql === undefined ? [] : identified(await engine.ask(sql)).rows);
    }
    return drill.expected.map(({ what, runbook, eventID, column, without = {} }) => ({
      what,
      runbook,
      eventID,
      row: answers
        .get(runbook)
        ?.find((row) => row[EVENT_ID] === eventID && (column === undefined || (row[column] ?? null) !== null)),
      excused: without[mode],
    }));
  } finally {
    engine.close();
  }
}

/** As AWS's services lay files out, each log in one. */
const FILES: Readonly<Record<PlantedLog, string>> = {
  cloudtrail: `AWSLogs/${ACCOUNT}/CloudTrail/${REGION}/2026/11/10/${ACCOUNT}_CloudTrail_${REGION}_20261110T1100Z_drill.json.gz`,
  invocations: `AWSLogs/${ACCOUNT}/BedrockModelInvocationLogs/${REGION}/2026/11/10/08/drill.json.gz`,
  application: "application/drill.jsonl.gz",
  config: `AWSLogs/${ACCOUNT}/Config/${REGION}/2026/11/10/ConfigHistory/${ACCOUNT}_Config_${REGION}_ConfigHistory_drill.json.gz`,
};

export function plant(folder: string, records: readonly PlantedRecord[]): void {
  for (const [log, name] of Object.entries(FILES)) {
    const of = records.filter((planted) => planted.log === log).map(({ record }) => record);
    if (of.length > 0) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, gzipSync(contentOf(log, of)));
    }
  }
}

function contentOf(log: string, records: readonly object[]): string {
  switch (log) {
    case "cloudtrail":
      return JSON.stringify({ Records: records });
    case "config":
      return JSON.stringify({ fileVersion: "1.0", configurationItems: records });
    default:
      return records.map((record) => `${JSON.stringify(record)}\n`).join("");
  }
}
