import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { gzipSync } from "node:zlib";

import fc from "fast-check";

import { FileEngine } from "../../../query/files/file-engine";
import { mayHold, sift } from "../../../query/files/sift";
import { runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { valuesAsked } from "../../../runbooks/queries/required-values";
import { sqlOf } from "../../../runbooks/queries/sql";
import { call } from "../../runbooks/cases/case";

const NAMES = new Set(["StopLogging", "DeleteTrail"]);

function of(...records: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify({ Records: records }));
}

describe("A file that is looked into for the names of calls", () => {
  const without = of({ eventName: "GetObject", note: "StopLogging" });

  it("may hold one where a record has the name", () => {
    assert.equal(mayHold(of({ eventName: "GetObject" }, { eventName: "DeleteTrail" }), NAMES), true);
    assert.equal(mayHold(Buffer.from('{"Records": [{"eventName" :\n\t"StopLogging"}]}\n'), NAMES), true);
    assert.equal(mayHold(of({ eventName: "x", eventNames: 1 }, { of: { eventName: "StopLogging" } }), NAMES), true);
  });

  it("holds none where the name is only a part of another, or of something else", () => {
    assert.equal(mayHold(without, NAMES), false);
    assert.equal(mayHold(of({ eventName: "StopLoggingNow" }, { eventName: 5 }, { eventName: null }), NAMES), false);
    assert.equal(mayHold(of(), NAMES), false);
  });

  it("may hold one where letters are written as escapes, of the key or of the name", () => {
    assert.equal(mayHold(Buffer.from('{"Records":[{"eventName":"\\u0053topLogging"}]}'), NAMES), true);
    assert.equal(mayHold(Buffer.from('{"Records":[{"\\u0065ventName":"StopLogging"}]}'), NAMES), true);
    assert.equal(mayHold(Buffer.from('{"Records":[{"eventName":"x","a":"\\u003d\\u0026 \\u00e9"}]}'), NAMES), false);
  });

  it("may hold anything where it is no whole object", () => {
    for (const content of [
      without.subarray(0, -2),
      Buffer.concat([Buffer.from("[1]"), without]),
      Buffer.from(without.toString(), "utf16le"),
      Buffer.from('{"Records":[{"eventName":"Stop}'),
      Buffer.alloc(0),
    ]) {
      assert.equal(mayHold(content, NAMES), true, content.toString());
    }
  });
});

describe("Files that are sifted", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "sift-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  function write(name: string, content: Buffer): { readonly link: string; readonly bytes: number } {
    const link = path.join(folder, name);
    fs.writeFileSync(link, content);
    return { link, bytes: 1024 };
  }

  it("are told apart, and damaged ones found", async () => {
    const whole = gzipSync(of({ eventName: "GetObject" }));
    const sifted = await sift(
      [
        write("one", gzipSync(of({ eventName: "StopLogging" }))),
        write("none", whole),
        write("cut", whole.subarray(0, -9)),
        write("changed", Buffer.from(whole.map((byte, index) => (index === whole.length - 6 ? byte ^ 1 : byte)))),
      ],
      [...NAMES],
    );
    assert.deepEqual(Object.fromEntries(sifted.map(({ file, result }) => [path.basename(file.link), result])), {
      one: "may-hold",
      none: "holds-none",
      cut: "damaged",
      changed: "damaged",
    });
  });

  it("are no longer looked into where most hold such calls", async () => {
    const files = Array.from({ length: 200 }, (_, index) =>
      write(`${index}`, gzipSync(of({ eventName: index % 3 === 0 ? "GetObject" : "StopLogging" }))),
    );
    const { length } = await sift(files, [...NAMES]);
    assert.ok(length >= 32 && length < 60, String(length));
  });

  it("are all looked into where few do", async () => {
    const files = Array.from({ length: 200 }, (_, index) =>
      write(`${index}`, gzipSync(of({ eventName: index % 3 === 0 ? "StopLogging" : "GetObject" }))),
    );
    assert.equal((await sift(files, [...NAMES])).length, 200);
  });

  it("are not looked into for names that JSON can write in several ways", async () => {
    assert.deepEqual(await sift([write("one", gzipSync(of()))], ["a/b"]), []);
  });

  it("give the answer that all give, whatever they hold", async () => {
    const query = runbookOf("trail-tampered-with").query(DEFAULTS);
    const name = fc.constantFrom("StopLogging", "DeleteTrail", "GetObject", "stoplogging", "StopLogging ");
    const record = fc.oneof(
      fc.tuple(name, fc.uuid()).map(([eventName, eventID]) => ({ ...call("cloudtrail", eventName), eventID })),
      fc.object(),
      fc.constantFrom("StopLogging", null, 7),
    );
    const text = (json: string, isEscaped: boolean): string =>
      isEscaped ? json.replaceAll("StopLogging", "St\\u006fpLogging") : json;
    const file = fc
      .tuple(fc.array(record, { maxLength: 4 }), fc.boolean(), fc.constantFrom(undefined, 1))
      .map(([records, isEscaped, spaces]) => text(JSON.stringify({ Records: records }, undefined, spaces), isEscaped));
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
        files.forEach((content, index) => write(`${index}.json.gz`, gzipSync(content)));
        const ids = async (eventNames: readonly string[] | undefined): Promise<readonly unknown[]> => {
          const engine = await FileEngine.over({
            folder,
            queries: 1,
            eventNames,
            memory: "512MB",
            checksIntegrity: false,
          });
          try {
            const { rows } = await engine.ask(sqlOf(query, { kind: "all" }, engine.tables));
            return [engine.readCount, ...rows.map(({ eventid }) => String(eventid)).sort()];
          } finally {
            engine.close();
          }
        };
        assert.deepEqual(await ids(valuesAsked([query], "eventName")), await ids(undefined));
      }),
      { numRuns: 40 },
    );
  });
});
