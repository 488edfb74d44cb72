import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { askable } from "../../../query/engine";
import { LogStore } from "../../../query/files/log-store";
import { RUNBOOK_IDS, type RunbookId, runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { CASES } from "../../runbooks/cases";
import { call } from "../../runbooks/cases/case";
import { objectsIn } from "../../runbooks/cases/objects";

describe("A store of what was read", () => {
  let logs = "";
  let folder = "";
  beforeEach(() => {
    logs = fs.mkdtempSync(path.join(os.tmpdir(), "growing-"));
    folder = path.join(logs, "..", `${path.basename(logs)}-store`);
  });
  afterEach(() => {
    fs.rmSync(logs, { recursive: true });
    fs.rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, ...ids: readonly string[]): void {
    const records = ids.map((eventID) => ({
      ...call("cloudtrail", "StopLogging"),
      eventID,
      eventTime: "2026-11-11T08:00:00Z",
    }));
    fs.writeFileSync(path.join(logs, name), JSON.stringify({ Records: records }));
  }

  const open = (): Promise<LogStore> => LogStore.open({ folder, memory: "512MB" });

  async function rowsOf(store: LogStore, id: RunbookId): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const sql = askable(store, runbookOf(id).query(DEFAULTS), { kind: "all" });
    const rows = (await store.ask(sql ?? "")).rows;
    const untold = await store.untold(id, rows);
    await store.note(id, untold);
    return untold;
  }

  it("reads each file once, and tells each row once", async () => {
    const store = await open();
    write("one.json", "a");
    assert.equal((await store.take(logs)).read, 1);
    assert.deepEqual(
      (await rowsOf(store, "trail-tampered-with")).map(({ eventid }) => eventid),
      ["a"],
    );
    assert.equal((await store.take(logs)).read, 0);
    assert.deepEqual(await rowsOf(store, "trail-tampered-with"), []);
    write("two.json", "b", "a");
    assert.equal((await store.take(logs)).read, 1);
    assert.deepEqual(
      (await rowsOf(store, "trail-tampered-with")).map(({ eventid }) => eventid),
      ["b"],
    );
    store.close();
  });

  it("goes on where another process stopped", async () => {
    write("one.json", "a");
    const first = await open();
    await first.take(logs);
    // Killed before it told anything.
    first.close();
    const second = await open();
    assert.equal((await second.take(logs)).read, 0);
    assert.deepEqual(
      (await rowsOf(second, "trail-tampered-with")).map(({ eventid }) => eventid),
      ["a"],
    );
    second.close();
  });

  it("forgets the records from before the days that are kept, and of no other", async () => {
    const store = await open();
    const records = ["2026-11-09", "2026-11-10", "2026-11-11"].map((day) => ({
      ...call("cloudtrail", "StopLogging"),
      eventID: day,
      eventTime: `${day}T08:00:00Z`,
    }));
    fs.writeFileSync(path.join(logs, "days.json"), JSON.stringify({ Records: records }));
    const items = records.map(({ eventID }) => ({
      configurationItemCaptureTime: `${eventID}T08:00:00Z`,
      resourceId: eventID,
    }));
    items.forEach((item, index) =>
      fs.writeFileSync(path.join(logs, `item-${index}.json`), JSON.stringify({ configurationItems: [item] })),
    );
    await store.take(logs);
    const left = async (): Promise<unknown> => [
      (await store.ask("SELECT eventid FROM cloudtrail_events ORDER BY 1")).rows.map(({ eventid }) => eventid),
      (await store.ask("SELECT day_of_month AS day FROM config_items ORDER BY 1")).rows.map(({ day }) => day),
    ];
    const now = Date.parse("2026-11-11T12:00:00Z");
    await store.prune(2, now);
    assert.deepEqual(await left(), [
      ["2026-11-09", "2026-11-10", "2026-11-11"],
      [9, 10, 11],
    ]);
    await store.prune(1, now);
    assert.deepEqual(await left(), [
      ["2026-11-10", "2026-11-11"],
      [10, 11],
    ]);
    assert.equal((await store.take(logs)).read, 0);
    store.close();
  });

  it("counts over all that it has read, and tells a count again that has grown", async () => {
    const store = await open();
    write("one.json", "a");
    await store.take(logs);
    const calls = async (): Promise<unknown> => (await rowsOf(store, "calls-by-caller")).map((row) => row["calls"]);
    assert.deepEqual(await calls(), [1]);
    write("two.json", "b", "c");
    await store.take(logs);
    assert.deepEqual(await calls(), [3]);
    assert.deepEqual(await calls(), []);
    store.close();
  });

  it("says of a damaged file once, and reads it when it is whole", async () => {
    const store = await open();
    write("one.json", "a");
    fs.writeFileSync(path.join(logs, "cut.json"), '{"Records":[{"eventN');
    assert.deepEqual((await store.take(logs)).unreadable.length, 1);
    assert.deepEqual((await store.take(logs)).unreadable, []);
    write("cut.json", "b");
    assert.equal((await store.take(logs)).read, 1);
    assert.equal((await rowsOf(store, "trail-tampered-with")).length, 2);
    store.close();
  });

  it("answers every runbook of whatever logs it has read", async () => {
    const store = await open();
    for (const table of [
      "cloudtrail_events",
      "model_invocations",
      "kubernetes_audit",
      "config_items",
      "s3_access",
    ] as const) {
      const id = RUNBOOK_IDS.find((one) => CASES[one].table === table) ?? "root-used";
      for (const [bucket, objects] of Object.entries(objectsIn(CASES[id]))) {
        for (const [key, body] of Object.entries(objects)) {
          const file = path.join(logs, bucket, key);
          fs.mkdirSync(path.dirname(file), { recursive: true });
          fs.writeFileSync(file, body);
        }
      }
    }
    await store.take(logs);
    for (const id of RUNBOOK_IDS.filter((one) => one !== "log-files-not-verified")) {
      await rowsOf(store, id);
    }
    for (const table of ["cloudtrail_events", "model_invocations", "kubernetes_audit", "config_items", "s3_access"]) {
      const { rows } = await store.ask(`SELECT count(*) AS rows FROM ${table}`);
      assert.ok(Number(rows[0]?.["rows"]) > 0, table);
    }
    store.close();
  });
});
