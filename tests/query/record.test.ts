import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { type Asked, type Entry, keepManifest, record, RECORD_FILE, sha256, verifyRecord } from "../../query/record";

const ASKED: Omit<Asked, "answer"> = {
  at: "2026-11-11T00:00:00Z",
  by: { user: "ann", host: "laptop", caller: null },
  version: "0.1.0",
  runbook: "root-used",
  engine: "DuckDB",
  source: "logs",
  query: "SELECT 1",
  parameters: { silentHours: 2 },
  window: null,
  inputs: { files: 1, unreadable: 0, manifest: null },
  rows: 0,
};

describe("The record of what was asked", () => {
  let folder = "";
  let place = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "record-"));
    place = path.join(folder, RECORD_FILE);
    const manifest = keepManifest(folder, ["hash  1  file"]);
    for (const answer of ["one", "two", "three"]) {
      record(folder, { ...ASKED, inputs: { ...ASKED.inputs, manifest } }, answer);
    }
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const lines = (): string[] => fs.readFileSync(place, "utf8").trimEnd().split("\n");
  const write = (of: readonly string[]): void => fs.writeFileSync(place, of.map((line) => `${line}\n`).join(""));
  const mistakes = (): readonly (readonly [number, string])[] =>
    verifyRecord(folder).mistakes.map(({ line, mistake }) => [line, mistake]);
  const entry = (index: number): Entry => JSON.parse(lines()[index] ?? "") as Entry; // a line of the record

  it("is whole as it is written", () => {
    assert.deepEqual(verifyRecord(folder), { entries: 3, head: entry(2).hash, mistakes: [] });
    assert.deepEqual(
      [0, 1, 2].map((index) => entry(index).previous),
      ["0".repeat(64), entry(0).hash, entry(1).hash],
    );
    assert.equal(fs.readFileSync(path.join(folder, entry(1).answer.file), "utf8"), "two");
  });

  it("shows a line that was changed", () => {
    write(lines().map((line, index) => (index === 1 ? line.replace('"rows":0', '"rows":1') : line)));
    assert.deepEqual(mistakes(), [[2, "was changed: its hash is not that of its content"]]);
  });

  it("shows a line that was changed with its hash", () => {
    const { hash: _, ...others } = { ...entry(1), rows: 1 };
    write(
      lines().map((line, index) =>
        index === 1 ? JSON.stringify({ ...others, hash: sha256(JSON.stringify(others)) }) : line,
      ),
    );
    assert.deepEqual(mistakes(), [
      [3, "does not follow the line before it: a line was changed, left out or put between them"],
    ]);
  });

  it("shows a line that was left out", () => {
    write(lines().filter((_, index) => index !== 1));
    assert.deepEqual(mistakes(), [
      [2, "does not follow the line before it: a line was changed, left out or put between them"],
      [2, "says that it is number 3"],
    ]);
  });

  it("shows lines in another order", () => {
    const [one = "", two = "", three = ""] = lines();
    write([two, one, three]);
    assert.equal(verifyRecord(folder).mistakes.length > 0, true);
  });

  it("shows by its head that the last line was cut off", () => {
    const { head } = verifyRecord(folder);
    write(lines().slice(0, 2));
    assert.deepEqual(mistakes(), []);
    assert.notEqual(verifyRecord(folder).head, head);
  });

  it("shows an answer that was changed, and one that is gone", () => {
    fs.writeFileSync(path.join(folder, entry(0).answer.file), "other");
    fs.rmSync(path.join(folder, entry(1).answer.file));
    assert.deepEqual(mistakes(), [
      [1, `has another answer in ${entry(0).answer.file} than was recorded`],
      [2, `has no answer in ${entry(1).answer.file}`],
    ]);
  });

  it("shows a list of inputs that was changed", () => {
    fs.appendFileSync(path.join(folder, "inputs", `${entry(0).inputs.manifest ?? ""}.txt`), "more\n");
    assert.equal(mistakes().length, 3);
  });

  it("shows what is no entry", () => {
    write([...lines(), "noise"]);
    assert.deepEqual(mistakes(), [[4, "is no entry"]]);
    assert.throws(() => record(folder, ASKED, "four"), /The last line of .* is no entry/);
  });

  it("reads no file outside of its folder", () => {
    const { hash: _, ...others } = { ...entry(0), answer: { file: "../../etc/passwd", sha256: sha256("") } };
    write([JSON.stringify({ ...others, hash: sha256(JSON.stringify(others)) })]);
    assert.deepEqual(mistakes(), [[1, "has no answer in ../../etc/passwd"]]);
  });

  it("replaces no answer that is there", () => {
    fs.writeFileSync(path.join(folder, "answers", "000004-root-used.json"), "planted");
    assert.throws(() => record(folder, ASKED, "four"), /EEXIST/);
    assert.equal(lines().length, 3);
  });
});
