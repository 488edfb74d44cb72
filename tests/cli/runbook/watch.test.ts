import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { LogStore } from "../../../query/files/log-store";
import { call } from "../../runbooks/cases/case";
import { assertRefused, baseline, type Ended, removeTemporaryFolders, temporaryFolder } from "../command";

describe("baseline runbook watch", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  function write(folder: string, name: string, eventID: string): void {
    const record = { ...call("cloudtrail", "StopLogging"), eventID, eventTime: "2026-11-11T08:00:00Z" };
    fs.writeFileSync(path.join(folder, name), JSON.stringify({ Records: [record] }));
  }

  const look = (logs: string, store: string, ...more: readonly string[]): Promise<Ended> =>
    baseline(["runbook", "watch", "trail-tampered-with", "--logs", logs, "--store", store, "--once", ...more]);

  it("tells each row once, from one run to the next", async () => {
    const [logs, store] = [temporaryFolder(), temporaryFolder()];
    write(logs, "one.json", "one");
    assert.match(
      (await look(logs, store)).stdout,
      /^CRITICAL trail-tampered-with .*eventname=StopLogging.* eventID=one$/m,
    );
    assert.equal((await look(logs, store)).stdout, "");
    write(logs, "two.json", "two");
    const { stdout } = await look(logs, store, "--format", "json");
    assert.deepEqual(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { readonly row: { readonly eventID: string } }).row.eventID),
      ["two"],
    );
  });

  it("tells what a run that was killed had read, and told nothing of", async () => {
    const [logs, folder] = [temporaryFolder(), temporaryFolder()];
    write(logs, "one.json", "one");
    const store = await LogStore.open({ folder, memory: "512MB" });
    assert.equal((await store.take(logs)).read, 1);
    store.close();
    assert.match((await look(logs, folder)).stdout, /eventID=one$/m);
    assert.equal((await look(logs, folder)).stdout, "");
  });

  it("tells of records that are older than what it keeps once, and forgets them", async () => {
    const [logs, folder] = [temporaryFolder(), temporaryFolder()];
    write(logs, "one.json", "one");
    assert.match((await look(logs, folder, "--keep-days", "1")).stdout, /eventID=one$/m);
    assert.equal((await look(logs, folder, "--keep-days", "1")).stdout, "");
    const store = await LogStore.open({ folder, memory: "512MB" });
    assert.deepEqual((await store.ask("SELECT count(*) AS n FROM cloudtrail_events")).rows, [{ n: 0 }]);
    store.close();
  });

  it("says which file is damaged, once", async () => {
    const [logs, store] = [temporaryFolder(), temporaryFolder()];
    fs.writeFileSync(path.join(logs, "cut.json"), '{"Records":[{"event');
    assert.match((await look(logs, store)).stderr, /cut\.json is truncated or damaged at byte \d+/);
    assert.equal((await look(logs, store)).stderr, "");
  });

  it("refuses a folder that is not there, and a store that is none", async () => {
    const logs = temporaryFolder();
    assertRefused(
      await look(path.join(logs, "none"), temporaryFolder()),
      2,
      /Allowed: a folder that holds log files, or will/,
    );
    const store = temporaryFolder();
    fs.writeFileSync(path.join(store, "store.duckdb"), "no database".repeat(1000));
    assertRefused(await look(logs, store), 2, /The store in .* cannot be used: .*--store/);
  });
});
