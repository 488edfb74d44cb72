import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { gzipSync } from "node:zlib";

import { parse } from "csv-parse/sync";

import { call } from "../../runbooks/cases/case";
import { assertRefused, baseline, type Ended, removeTemporaryFolders, temporaryFolder } from "../command";

const STOPPED = {
  ...call("cloudtrail", "StopLogging", { requestParameters: { name: "audit" } }),
  eventID: "stopped",
  eventTime: "2026-11-11T08:00:00Z",
  awsRegion: "eu-central-1",
};

function logs(): string {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, "trail.json.gz"), gzipSync(JSON.stringify({ Records: [STOPPED] })));
  fs.writeFileSync(path.join(folder, "cut.json.gz"), gzipSync('{"Records":[{"event'));
  fs.writeFileSync(path.join(folder, "notes.md"), "notes");
  return folder;
}

function run(folder: string, ...args: readonly string[]): Promise<Ended> {
  const out = temporaryFolder();
  return baseline(["runbook", "run", "--logs", folder, "--out", out, "--record", path.join(out, "record"), ...args]);
}

describe("baseline runbook run", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("prints what scripts rely on: each runbook with its rows, and how many files were read", async () => {
    const { code, stdout } = await run(logs(), "trail-tampered-with", "root-used", "--format", "json");
    assert.equal(code, 0);
    const { runbooks, files, unreadableFiles } = JSON.parse(stdout) as {
      readonly runbooks: readonly {
        readonly id: string;
        readonly category: string;
        readonly rows: readonly object[];
      }[];
      readonly files: object;
      readonly unreadableFiles: readonly { readonly path: string; readonly reason: string }[];
    };
    assert.deepEqual(
      runbooks.map(({ id, category, rows }) => [id, category, rows]),
      [
        [
          "trail-tampered-with",
          "logging-tampering",
          [
            {
              eventtime: "2026-11-11T08:00:00Z",
              account: "111122223333",
              awsregion: "eu-central-1",
              eventsource: "cloudtrail.amazonaws.com",
              eventname: "StopLogging",
              caller: "arn:aws:sts::111122223333:assumed-role/dev/ann",
              sourceipaddress: null,
              errorcode: null,
              trail: "audit",
              eventID: "stopped",
            },
          ],
        ],
        ["root-used", "unauthorized-access", []],
      ],
    );
    assert.deepEqual(files, { read: 1, unreadable: 1, unreadableLines: 0, passedOver: 1 });
    assert.match(unreadableFiles[0]?.reason ?? "", /^is truncated or damaged at byte \d+: unexpected end of data$/);
  });

  it("says on a terminal what was found, how to read it and what to do", async () => {
    const { stdout } = await run(logs(), "trail-tampered-with");
    assert.match(stdout, /^CRITICAL {2}trail-tampered-with {2}Tampering with logging$/m);
    assert.match(stdout, /Between StopLogging and StartLogging nothing is recorded/);
    assert.match(stdout, /1\. whoever is on call: Start logging again/);
    assert.match(stdout, /^FOUND: 1 row by 1 of 1 runbook$/m);
    assert.match(stdout, /1 file read, 1 unreadable, 1 no logs/);
  });

  it("writes every form into its folder", async () => {
    const out = temporaryFolder();
    const { stdout } = await run(logs(), "trail-tampered-with", "--format", "csv", "--out", out);
    assert.deepEqual(
      fs.readdirSync(out).filter((file) => file.startsWith("runbooks")),
      ["runbooks.csv", "runbooks.json", "runbooks.md"],
    );
    const [row] = parse(stdout, { columns: true }) as readonly Readonly<Record<string, string>>[]; // rows by the head
    assert.deepEqual([row?.["runbook"], row?.["eventID"]], ["trail-tampered-with", "stopped"]);
    assert.match(fs.readFileSync(path.join(out, "runbooks.md"), "utf8"), /\| stopped +\|/);
  });

  it("looks at the time that is named only", async () => {
    const rows = async (...time: readonly string[]): Promise<number> => {
      const { stdout } = await run(logs(), "trail-tampered-with", "--format", "json", ...time);
      return (
        (JSON.parse(stdout) as { readonly runbooks: readonly { readonly rows: readonly object[] }[] }).runbooks[0]?.rows
          .length ?? -1
      );
    };
    assert.equal(await rows("--from", "2026-11-11T08:00:00Z", "--to", "2026-11-11T08:00:01Z"), 1);
    assert.equal(await rows("--from", "2026-11-11T07:00:00Z", "--to", "2026-11-11T08:00:00Z"), 0);
    assert.equal(await rows("--from", "2026-11-11T08:00:01Z", "--to", "2026-11-12"), 0);
  });

  it("asks all, and says of what there are no logs", async () => {
    const { code, stdout } = await run(logs(), "--all", "--format", "json");
    assert.equal(code, 0);
    const { runbooks } = JSON.parse(stdout) as {
      readonly runbooks: readonly { readonly id: string; readonly notAsked: string | null }[];
    };
    assert.equal(
      runbooks.find(({ id }) => id === "cluster-shells-opened")?.notAsked,
      "there is nothing of kubernetes_audit",
    );
    assert.equal(runbooks.find(({ id }) => id === "root-used")?.notAsked, null);
  });

  it("does not say that nothing was found where no file could be read", async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "damaged.json"), '{"Records":[{"eventName":"StopLogging"},{"event');
    const { stdout } = await run(folder, "trail-tampered-with", "--format", "json");
    const { runbooks, files } = JSON.parse(stdout) as {
      readonly runbooks: readonly { readonly notAsked: string | null }[];
      readonly files: { readonly read: number; readonly unreadable: number };
    };
    assert.deepEqual(
      [runbooks[0]?.notAsked, files.read, files.unreadable],
      ["there is nothing of cloudtrail_events", 0, 1],
    );
  });

  it("fails where it is asked to, by what is found", async () => {
    const code = async (severity: string): Promise<number | null> =>
      (await run(logs(), "trail-tampered-with", "--fail-on", severity)).code;
    assert.equal(await code("critical"), 1);
    assert.equal(await code("low"), 1);
    assert.equal((await run(logs(), "root-used", "--fail-on", "low")).code, 0);
  });

  it("keeps as many rows as it is told to, and counts the others", async () => {
    const folder = temporaryFolder();
    const records = Array.from({ length: 3 }, (_, index) => ({
      ...call("cloudtrail", "StopLogging"),
      eventID: `stopped-${index}`,
      eventTime: `2026-11-11T08:00:0${index}Z`,
    }));
    fs.writeFileSync(path.join(folder, "trail.json"), JSON.stringify({ Records: records }));
    const kept = async (most: number): Promise<unknown> => {
      const { stdout } = await run(folder, "trail-tampered-with", "--format", "json", "--most-rows", String(most));
      const { runbooks } = JSON.parse(stdout) as {
        readonly runbooks: readonly { readonly rows: readonly { readonly eventID: string }[]; readonly more: number }[];
      };
      return runbooks.map(({ rows, more }) => [rows.map(({ eventID }) => eventID), more]);
    };
    assert.deepEqual(await kept(2), [[["stopped-2", "stopped-1"], 1]]);
    assert.deepEqual(await kept(3), [[["stopped-2", "stopped-1", "stopped-0"], 0]]);
    const record = path.join(temporaryFolder(), "record");
    const { stdout } = await run(folder, "trail-tampered-with", "--most-rows", "1", "--record", record);
    assert.match(stdout, /^FOUND: 3 rows by 1 of 1 runbook$/m);
    assert.match(stdout, /The first 1 rows of trail-tampered-with are kept, and 2 more were only counted/);
    const [line = ""] = fs.readFileSync(path.join(record, "record.jsonl"), "utf8").split("\n");
    assert.equal((JSON.parse(line) as { readonly rows: number }).rows, 3);
  });

  it("keeps a record that can be verified, and none where nobody wants one", async () => {
    const folder = temporaryFolder();
    const source = logs();
    await run(source, "trail-tampered-with", "root-used", "--record", folder);
    await run(source, "root-used", "--record", folder);
    const verified = await baseline(["runbook", "verify", "--record", folder]);
    assert.deepEqual([verified.code, verified.stdout.split("\n")[0]], [0, `VERIFIED: 3 entries in ${folder}`]);
    const head = /^Head: (\w{64})$/m.exec(verified.stdout)?.[1] ?? "";
    const place = path.join(folder, "record.jsonl");
    const lines = fs.readFileSync(place, "utf8").trimEnd().split("\n");
    fs.writeFileSync(place, `${lines.slice(0, 2).join("\n")}\n`);
    assert.equal((await baseline(["runbook", "verify", "--record", folder])).code, 0);
    const cut = await baseline(["runbook", "verify", "--record", folder, "--head", head]);
    assert.deepEqual([cut.code, cut.stdout.includes("lines were cut off")], [1, true]);
    fs.writeFileSync(place, `${(lines[0] ?? "").replace("ann", "eve")}\n`);
    const none = temporaryFolder();
    await run(source, "root-used", "--record", none, "--no-record");
    assert.deepEqual(fs.readdirSync(none), []);
  });

  it("refuses what it cannot ask", async () => {
    const out = temporaryFolder();
    const refused: readonly (readonly [args: readonly string[], why: RegExp])[] = [
      [["root-use", "--logs", out], /Did you mean root-used\?/],
      [["--logs", out], /No runbook is named/],
      [["root-used"], /one of: --logs FOLDER for log files, --athena WORKGROUP/],
      [["root-used", "--logs", out, "--insights"], /one of: --logs/],
      [["root-used", "--insights", "--region", "eu-central-1"], /--trail-log-group/],
      [["root-used", "--event-history"], /--region is missing/],
      [["root-used", "--logs", path.join(out, "none")], /Allowed: a folder that holds log files/],
      [["root-used", "--athena", "primary", "--region", "eu-central-1"], /--athena needs --database/],
      [["root-used", "--logs", out, "--last", "soon"], /Allowed: a number of minutes, hours or days/],
      [["root-used", "--logs", out, "--parameter", "x=1"], /Allowed: NAME=VALUE/],
      [["root-used", "--logs", out, "--public-keys", path.join(out, "none")], /list-public-keys/],
    ];
    for (const [args, why] of refused) {
      assertRefused(await baseline(["runbook", "run", ...args, "--out", out]), 2, why);
    }
  });

  it("lists runbooks by category and by control, and shows one whole", async () => {
    const { stdout } = await baseline(["runbook", "list", "--control", "TRAIL-03", "--format", "json"]);
    assert.deepEqual(
      (JSON.parse(stdout) as { readonly runbooks: readonly { readonly id: string }[] }).runbooks.map(({ id }) => id),
      ["log-files-not-verified"],
    );
    assert.match((await baseline(["runbook", "list", "--category", "kubernetes"])).stdout, /6 runbooks/);
    const shown = await baseline(["runbook", "show", "keys-disabled"]);
    assert.match(shown.stdout, /## What to do[^]*Cancel the deletion[^]*```sql\nSELECT DISTINCT/);
  });
});
