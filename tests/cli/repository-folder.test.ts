import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { folderInRepository } from "../../cli/repository-folder";

describe("The folder of a project in its repository", () => {
  let root = "";
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "repository-"));
    fs.mkdirSync(path.join(root, "infra", "ai"), { recursive: true });
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  it("is told from the nearest folder that a repository begins with", () => {
    fs.mkdirSync(path.join(root, ".git"));
    assert.equal(folderInRepository(path.join(root, "infra", "ai")), "infra/ai");
    assert.equal(folderInRepository(root), "");
    // A submodule is a repository of its own.
    fs.writeFileSync(path.join(root, "infra", ".git"), "gitdir: ../.git/modules/infra");
    assert.equal(folderInRepository(path.join(root, "infra", "ai")), "ai");
  });

  it("is the same by a link to it", () => {
    fs.mkdirSync(path.join(root, ".git"));
    fs.symlinkSync(path.join(root, "infra", "ai"), path.join(root, "link"));
    assert.equal(folderInRepository(path.join(root, "link")), "infra/ai");
  });

  it("is none where there is no repository", () => {
    assert.equal(folderInRepository(path.join(root, "infra", "ai")), "");
  });
});
