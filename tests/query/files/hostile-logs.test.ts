import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { gzipSync } from "node:zlib";

import fc from "fast-check";

import { FileEngine } from "../../../query/files/file-engine";
import { RUNBOOK_IDS, runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { valuesAsked } from "../../../runbooks/queries/required-values";
import { sqlOf } from "../../../runbooks/queries/sql";
import { call } from "../../runbooks/cases/case";

/** What the runbook looks for, with ids by which the answer is told. */
const FOUND = ["one", "two"].map((eventID) => ({
  ...call("cloudtrail", "StopLogging", { requestParameters: { name: "audit" } }),
  eventID,
  eventTime: "2026-11-11T00:00:00Z",
}));

const LINE = JSON.stringify({
  kind: "Event",
  apiVersion: "audit.k8s.io/v1",
  auditID: "exec",
  stage: "ResponseComplete",
  user: { username: "ann" },
  verb: "create",
  objectRef: { resource: "pods", subresource: "exec" },
});

describe("Hostile log files", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "hostile-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  function write(name: string, content: string | Buffer): void {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }

  async function open(queries = 1, eventNames?: readonly string[]): Promise<FileEngine> {
    return FileEngine.over({ folder, queries, eventNames, memory: "512MB", checksIntegrity: false });
  }

  async function found(id: "trail-tampered-with" | "cluster-shells-opened" | "calls-by-caller"): Promise<unknown[]> {
    const query = runbookOf(id).query(DEFAULTS);
    const engine = await open(1, valuesAsked([query], "eventName"));
    try {
      const { rows } = await engine.ask(sqlOf(query, { kind: "all" }, engine.tables));
      return rows.map((row) => row["eventid"] ?? row["auditid"]).sort();
    } finally {
      engine.close();
    }
  }

  const WHOLE = gzipSync(
    JSON.stringify({
      Records: Array.from({ length: 500 }, (_, id) => ({
        eventID: String(id * 7919),
        eventName: "GetObject",
        eventSource: "s3.amazonaws.com",
      })),
    }),
  );
  const DAMAGED: Readonly<Record<string, string | Buffer>> = {
    "an empty file": "",
    "a list cut off": '{"Records":[{"eventName":"StopLogging"},{"event',
    "a compressed file cut off": WHOLE.subarray(0, WHOLE.length / 2),
    "a compressed file of noise": Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from("noise".repeat(50))]),
    "bytes that are no UTF-8": Buffer.concat([
      Buffer.from('{"Records":[{"eventName":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}]}'),
    ]),
    "UTF-16": Buffer.from(JSON.stringify({ Records: FOUND }), "utf16le"),
    "records that are no list": '{"Records":{"eventName":"StopLogging"}}',
    "something else in JSON": '[{"a":1}]',
  };
  for (const [what, content] of Object.entries(DAMAGED)) {
    it(`are passed over and reported: ${what}`, async () => {
      write("good.json", JSON.stringify({ Records: FOUND }));
      write("damaged.json.gz", content);
      assert.deepEqual(await found("trail-tampered-with"), ["one", "two"]);
      const engine = await open(10);
      try {
        assert.deepEqual(
          engine.unreadable.map(({ path: file }) => path.basename(file)),
          ["damaged.json.gz"],
        );
        assert.equal(engine.readCount, 1);
      } finally {
        engine.close();
      }
    });
  }

  it("of which all are damaged leave nothing to ask", async () => {
    write("damaged.json", '{"Records":[{"eventName":"StopLogging"},{"event');
    const engine = await open(10);
    try {
      assert.deepEqual([engine.readCount, engine.unreadable.length, engine.tables], [0, 1, []]);
    } finally {
      engine.close();
    }
  });

  it("lose the lines that are no records, and no other", async () => {
    write(
      "audit.log",
      ["not json", LINE, "", "7", '"text"', '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"cut'].join("\n"),
    );
    write("other/audit.log", [LINE.replace('"exec","stage"', '"second","stage"'), "\u0000"].join("\n"));
    fs.renameSync(path.join(folder, "audit.log"), path.join(folder, "first.log"));
    // The first line tells the kind of a file.
    write("first.log", [LINE, fs.readFileSync(path.join(folder, "first.log"), "utf8")].join("\n"));
    assert.deepEqual(await found("cluster-shells-opened"), ["exec", "second"]);
    const engine = await open();
    try {
      assert.deepEqual(
        engine.unreadableLines.map(({ path: file, lines }) => [path.relative(folder, file), lines]),
        [
          ["first.log", 4],
          ["other/audit.log", 1],
        ],
      );
    } finally {
      engine.close();
    }
  });

  it("have names that patterns and quotes are made of", async () => {
    for (const name of ["a*.json", "[b].json", "c'; DROP TABLE kept_records; --.json", "d e/{f}.json"]) {
      write(name, JSON.stringify({ Records: FOUND.map((one) => ({ ...one, eventID: `${name}${one.eventID}` })) }));
    }
    assert.equal((await found("trail-tampered-with")).length, 8);
  });

  it("are counted once where a record was delivered twice", async () => {
    write("one.json", JSON.stringify({ Records: FOUND }));
    write("again.json", JSON.stringify({ Records: [...FOUND, ...FOUND] }));
    assert.deepEqual(await found("trail-tampered-with"), ["one", "two"]);
    const engine = await open();
    try {
      const { rows } = await engine.ask(
        sqlOf(runbookOf("calls-by-caller").query(DEFAULTS), { kind: "all" }, engine.tables),
      );
      assert.deepEqual(
        rows.map((row) => row["calls"]),
        [2],
      );
    } finally {
      engine.close();
    }
  });

  it("hold no link that leads anywhere", async () => {
    write("good.json", JSON.stringify({ Records: FOUND }));
    fs.symlinkSync("/etc/passwd", path.join(folder, "passwd.json"));
    fs.symlinkSync(folder, path.join(folder, "again"));
    assert.deepEqual(await found("trail-tampered-with"), ["one", "two"]);
  });

  it("never change what is answered of other records, whatever stands in theirs", async () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("'; DROP TABLE cloudtrail_events; --", "{{ x }}", "$.a", "%", "\\", "9999-99-99T99:99:99Z", "-1"),
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), texts);
    const field = fc.constantFrom(
      ...[
        "eventName",
        "eventSource",
        "eventTime",
        "userIdentity",
        "requestParameters",
        "responseElements",
        "errorCode",
      ],
      ...[
        "resources",
        "additionalEventData",
        "eventID",
        "recipientAccountId",
        "sourceIPAddress",
        "tlsDetails",
        "addendum",
      ],
    );
    // What it is known by is never that of the records that are looked for.
    const records = fc.array(fc.oneof(value, fc.dictionary(field, value, { maxKeys: 8 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(records, async (hostile) => {
        fs.rmSync(folder, { recursive: true });
        write("one.json", JSON.stringify({ Records: [FOUND[0], ...hostile, FOUND[1]] }));
        const answer = (await found("trail-tampered-with")).filter((id) => id === "one" || id === "two");
        assert.deepEqual(answer, ["one", "two"]);
      }),
      { numRuns: 40 },
    );
  });

  it("end no runbook", async () => {
    write(
      "hostile.json",
      JSON.stringify({
        Records: [
          ...["text", "", "{", "[1,2", '{"a":'].map((odd) => ({
            ...FOUND[0],
            requestParameters: odd,
            responseElements: odd,
            additionalEventData: odd,
            userIdentity: odd,
            eventTime: odd,
            resources: odd,
          })),
          ...[7, true, [], [1], {}, { a: { b: [] } }].map((odd) => ({
            ...FOUND[0],
            requestParameters: odd,
            userIdentity: odd,
            eventTime: odd,
            resources: odd,
            errorCode: odd,
            eventName: odd,
          })),
          ...FOUND,
        ],
      }),
    );
    write(
      "audit.log",
      `${LINE}\n${JSON.stringify({ kind: "Event", apiVersion: "audit.k8s.io/v1", user: "ann", objectRef: [], responseStatus: 7 })}\n`,
    );
    write(
      "calls.json",
      [{ output: "text", input: [] }, { output: { outputBodyJson: "{" } }, { requestMetadata: "x" }]
        .map((more) => JSON.stringify({ schemaType: "ModelInvocationLog", ...more }))
        .join("\n"),
    );
    const engine = await open(10);
    try {
      for (const id of RUNBOOK_IDS.filter((one) => one !== "log-files-not-verified")) {
        const query = runbookOf(id).query(DEFAULTS);
        if (query.tables.some((table) => engine.tables.includes(table))) {
          await engine.ask(sqlOf(query, { kind: "all" }, engine.tables));
        }
      }
    } finally {
      engine.close();
    }
  });
});
