import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readBounded } from "../../pulumi/bounded-file";
import { fileOfPackage, versionOf } from "../../pulumi/runner";

describe("a file of a stranger", () => {
  let folder = "";
  const at = (name: string): string => path.join(folder, name);
  beforeEach(() => (folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "baseline-file-")))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it("is read up to its limit, also behind a link", () => {
    fs.writeFileSync(at("text"), "häuser");
    fs.symlinkSync("text", at("link"));
    assert.equal(readBounded(at("text"), 7), "häuser");
    assert.equal(readBounded(at("link"), 7), "häuser");
    assert.equal(readBounded(at("text"), 6), undefined);
  });
  it("is none when it is not there, a folder, a pipe, a device or a link to itself", () => {
    assert.equal(spawnSync("mkfifo", [at("pipe")]).status, 0);
    fs.symlinkSync("loop", at("loop"));
    for (const file of [at("nothing"), folder, at("pipe"), "/dev/zero", at("loop")]) {
      assert.equal(readBounded(file, 1000), undefined, file);
    }
  });
  it("of a package is found where Node.js would find it, without a look at any package.json", () => {
    fs.mkdirSync(at("node_modules/@pulumi/pulumi/cmd/run"), { recursive: true });
    fs.mkdirSync(at("a/b"), { recursive: true });
    fs.writeFileSync(at("node_modules/@pulumi/pulumi/cmd/run/index.js"), "");
    const find = (from: string, ...files: string[]): string | undefined =>
      fileOfPackage(at(from), "@pulumi/pulumi", files);
    assert.equal(find("a/b", "cmd/run/index.js"), at("node_modules/@pulumi/pulumi/cmd/run/index.js"));
    assert.equal(find("a", "none.js", "cmd/run/index.js"), at("node_modules/@pulumi/pulumi/cmd/run/index.js"));
    assert.equal(find("a", "cmd/run"), undefined);
    fs.mkdirSync(at("a/node_modules/@pulumi/pulumi"), { recursive: true });
    assert.equal(find("a/b", "cmd/run/index.js"), undefined);
  });
  it("tells the version of the SDK, or nothing", () => {
    fs.mkdirSync(at("node_modules/@pulumi/pulumi"), { recursive: true });
    for (const [text, version] of [
      ['{"x": {"version": "1.0.0"}, "version": "3.100.0"}', "3.100.0"],
      ['{"version": 3}', undefined],
      ["null", undefined],
      ["{", undefined],
    ] as const) {
      fs.writeFileSync(at("node_modules/@pulumi/pulumi/package.json"), text);
      assert.equal(versionOf(folder), version);
    }
  });
});
