import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readProject } from "../../preview/project";

describe("settings that are objects", () => {
  it("reach the program as the engine writes them, the keys in order at every depth", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-settings-"));
    try {
      fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: app\nruntime: nodejs\n");
      const settings = "config:\n  app:tags: { b: { d: 1, c: 2 }, a: [{ f: 3, e: 4 }] }\n";
      fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), settings);
      const { config } = readProject(folder, "dev");
      assert.equal(config["app:tags"], '{"a":[{"e":4,"f":3}],"b":{"c":2,"d":1}}');
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
