import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type OpenedSettings, openEnvironments } from "../../preview/environments";
import { ProjectError, readProject } from "../../preview/project";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { requireEngine } from "../support/engine-cli";

describe("the environments of a stack", () => {
  let folder: string;
  let before: NodeJS.ProcessEnv;

  beforeEach(() => {
    before = { ...process.env };
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-environments-test-"));
  });
  afterEach(() => {
    process.env = before;
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Puts a CLI on the PATH that is in front of Pulumi Cloud's place: it notes what it was asked, and answers. */
  function answering(answer: object): void {
    const script = `#!/usr/bin/env node
const fs = require("fs");
const at = process.argv.indexOf("--cwd") + 1;
const files = fs.readdirSync(process.argv[at]).map((name) => [name, fs.readFileSync(process.argv[at] + "/" + name, "utf8")]);
fs.writeFileSync(${JSON.stringify(path.join(folder, "asked.json"))}, JSON.stringify({ args: process.argv.slice(2, at), files }));
console.log(${JSON.stringify(JSON.stringify(answer))});
`;
    fs.writeFileSync(path.join(folder, "pulumi"), script, { mode: 0o755 });
    process.env["PATH"] = `${folder}:${process.env["PATH"] ?? ""}`;
  }

  const program = (files: Readonly<Record<string, string>>): string => {
    const home = path.join(folder, "program");
    fs.mkdirSync(home);
    for (const [name, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(home, name), text);
    }
    return home;
  };
  const PROJECT =
    "name: app\nruntime: nodejs\nbackend:\n  url: https://backend.invalid\nconfig:\n  app:kept:\n    default: 1\n  app:taken:\n    default: 1\n";
  const STACK = "environment:\n  - acme/audit\nconfig:\n  app:own: of the stack\n";
  const opened = (): OpenedSettings => openEnvironments({ project: "app", stack: "dev", environment: ["acme/audit"] });

  it("are opened by the CLI, in a folder that holds nothing of the program but their names", () => {
    answering({});
    readProject(program({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": STACK }), "dev");
    const asked: unknown = JSON.parse(fs.readFileSync(path.join(folder, "asked.json"), "utf8"));
    assert.deepEqual(asked, {
      args: ["config", "--open", "--json", "--stack", "dev", "--non-interactive", "--color", "never", "--cwd"],
      files: [
        ["Pulumi.dev.yaml", "environment:\n  - acme/audit\n"],
        ["Pulumi.yaml", "name: app\nruntime: nodejs\n"],
      ],
    });
  });

  it("give settings that are weaker than the stack's and stronger than the project's, and secrets that stay unknown", () => {
    answering({
      "app:taken": { value: "2", secret: false },
      "app:own": { value: "of the environment", secret: false },
      "app:list": { value: '["a"]', objectValue: ["a"], secret: false },
      "app:key": { secret: true },
    });
    const { config, secretKeys, origins } = readProject(
      program({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": STACK }),
      "dev",
    );
    assert.deepEqual(config, {
      "app:kept": "1",
      "app:taken": "2",
      "app:own": "of the stack",
      "app:list": '["a"]',
      "app:key": UNKNOWN_VALUE,
    });
    assert.deepEqual(secretKeys, ["app:key"]);
    const [fromProject, fromEnvironments, fromStack] = [
      { kind: "project default", name: "Pulumi.yaml" },
      { kind: "environments", name: "Pulumi.dev.yaml" },
      { kind: "stack file", name: "Pulumi.dev.yaml" },
    ];
    assert.deepEqual(origins, {
      "app:kept": fromProject,
      "app:taken": fromEnvironments,
      "app:own": fromStack,
      "app:list": fromEnvironments,
      "app:key": fromEnvironments,
    });
  });

  it("are not asked for where the stack has none", () => {
    process.env["PATH"] = folder;
    for (const none of ["environment: []\n", "environment:\n", ""]) {
      const home = program({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": `${none}config:\n  app:own: x\n` });
      assert.equal(readProject(home, "dev").config["app:own"], "x");
      fs.rmSync(home, { recursive: true });
    }
  });

  it("need a CLI, which is what the error says is missing", () => {
    process.env["PATH"] = folder;
    const home = program({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": STACK });
    assert.throws(
      () => readProject(home, "dev"),
      (error) => {
        assert.ok(error instanceof ProjectError);
        assert.equal(
          error.message,
          "The stack dev takes settings from Pulumi ESC (environment:), which only the Pulumi CLI can open, and there is no " +
            "Pulumi CLI on the PATH. Install the CLI and log in to Pulumi Cloud (PULUMI_ACCESS_TOKEN), or check an exported state with --state.",
        );
        return true;
      },
    );
  });

  it("are refused with the words of the CLI where it cannot open them", function () {
    requireEngine(this);
    Object.assign(process.env, { PULUMI_BACKEND_URL: `file://${folder}`, PULUMI_CONFIG_PASSPHRASE: "x" });
    assert.throws(opened, { message: /and the Pulumi CLI says: .*dev/ });
  });

  it("are refused where the answer is no JSON", () => {
    answering({});
    fs.writeFileSync(path.join(folder, "pulumi"), "#!/bin/sh\necho hello\n", { mode: 0o755 });
    assert.throws(opened, { message: /what the Pulumi CLI answered is no JSON/ });
  });
});
