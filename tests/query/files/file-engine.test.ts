import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { FileEngine } from "../../../query/files/file-engine";
import { RUNBOOK_IDS, type RunbookId, runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { valuesAsked } from "../../../runbooks/queries/required-values";
import { sqlOf } from "../../../runbooks/queries/sql";
import type { Window } from "../../../runbooks/queries/window";
import { CASES } from "../../runbooks/cases";
import { columnOf, objectsIn } from "../../runbooks/cases/objects";
import { type Objects, type Row, TODAY } from "../../support/athena/athena";

const DAY_MS = 86_400_000;

describe("A folder of log files", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "logs-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  for (const id of RUNBOOK_IDS.filter((one) => one !== "log-files-not-verified")) {
    it(`answers ${id} as Athena does`, async () => {
      const { table, finds, rows } = CASES[id];
      write(folder, objectsIn(CASES[id]));
      for (const way of WAYS) {
        const found = await ask(folder, id, way);
        if (rows !== undefined) {
          assert.deepEqual(
            found.map((row) =>
              Object.fromEntries(
                Object.entries(row).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]),
              ),
            ),
            rows,
          );
        } else {
          assert.deepEqual(
            found.map((row) => row[columnOf(table)]).sort(),
            finds.map((_, index) => `find-${index}`).sort(),
          );
        }
      }
    });
  }
});

/** How CloudTrail's files are read: as they lie, without those that hold no call that is asked about, and kept in columns. */
const WAYS = ["as-they-lie", "sifted", "kept"] as const;

/** The time that the saved query looks at. */
function windowOf(id: RunbookId): Window {
  const from = new Date(Date.parse(`${TODAY}T00:00:00Z`) - runbookOf(id).days * DAY_MS);
  return { kind: "between", from: from.toISOString().replace(".000", ""), to: `${TODAY}T24:00:00Z` };
}

async function ask(folder: string, id: RunbookId, way: (typeof WAYS)[number]): Promise<readonly Row[]> {
  const query = runbookOf(id).query({ ...DEFAULTS, ...CASES[id].given });
  const engine = await FileEngine.over({
    folder,
    queries: way === "kept" ? 10 : 1,
    eventNames: way === "sifted" ? valuesAsked([query], "eventName") : undefined,
    memory: "512MB",
    checksIntegrity: false,
  });
  try {
    assert.deepEqual(engine.unreadable, []);
    const { rows } = await engine.ask(sqlOf(query, windowOf(id), engine.tables));
    return rows;
  } finally {
    engine.close();
  }
}

function write(folder: string, buckets: Readonly<Record<string, Objects>>): void {
  for (const [bucket, objects] of Object.entries(buckets)) {
    for (const [key, body] of Object.entries(objects)) {
      const file = path.join(folder, bucket, key);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, body);
    }
  }
}
