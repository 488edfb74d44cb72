import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ON_PATH, findEngine } from "../support/engine-cli";

describe("the search for the Pulumi CLI", () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-cli-"));
  const folders = {
    PATH: path.join(root, "path"),
    PULUMI_HOME: path.join(root, "home"),
    HOME: path.join(root, "user"),
  };
  const official = path.join(folders.HOME, ".pulumi");

  after(() => fs.rmSync(root, { recursive: true, force: true }));

  it("finds none where there is none", () => {
    assert.equal(findEngine(folders), undefined);
  });

  it("finds the official installer's, then that of $PULUMI_HOME, then that on PATH", () => {
    install(path.join(official, "bin"));
    assert.equal(findEngine(folders), official);
    install(path.join(folders.PULUMI_HOME, "bin"));
    assert.equal(findEngine(folders), folders.PULUMI_HOME);
    install(folders.PATH);
    assert.equal(findEngine(folders), ON_PATH);
  });

  function install(folder: string): void {
    fs.mkdirSync(folder, { recursive: true });
    const name = process.platform === "win32" ? "pulumi.exe" : "pulumi";
    fs.writeFileSync(path.join(folder, name), "", { mode: 0o755 });
  }
});
