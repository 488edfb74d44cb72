import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { JsonDocument } from "../../reports/json";
import { fixturePack } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import { baseline, program, removeTemporaryFolders, temporaryFolder } from "./command";

/** What is special in an address, an escape that is none, and spaces. */
const STRANGE = "a #b?%zz c";

describe("a path with what is special in an address", function () {
  this.timeout(60_000);
  after(removeTemporaryFolders);

  it("can be that of a program, its settings with a byte order mark, a state and the reports", async () => {
    // Beside the program, so that its packages are found.
    const folder = path.join(path.dirname(program("bad")), `${process.pid}-${STRANGE}`);
    fs.cpSync(program("bad"), folder, { recursive: true });
    const settings = path.join(folder, "Pulumi.dev.yaml");
    fs.writeFileSync(settings, `\uFEFF${fs.readFileSync(settings, "utf8")}`);
    const pack = fixturePack(path.join(REPOSITORY, "tests", "programs", "packs", "plain"));
    const out = path.join(temporaryFolder(), STRANGE);
    try {
      const previewed = await baseline(["check", "--program", folder, "--pack", pack, "--out", out]);
      assert.equal(previewed.code, 1, previewed.stderr);
      const { findings } = JSON.parse(fs.readFileSync(path.join(out, "findings.json"), "utf8")) as JsonDocument; // its form
      assert.ok(findings.some(({ source }) => source?.file === "index.js"));
      const again = await baseline(["check", "--state", path.join(out, "state.json"), "--pack", pack, "--out", out]);
      assert.equal(again.code, 1, `a report of the last run is read before it is replaced: ${again.stderr}`);
      const state = path.join(temporaryFolder(), `${STRANGE}.json`);
      fs.writeFileSync(state, `\uFEFF${fs.readFileSync(path.join(out, "state.json"), "utf8")}`);
      const read = await baseline(["check", "--state", state, "--pack", pack, "--out", out]);
      assert.equal(read.code, 1, read.stderr);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
