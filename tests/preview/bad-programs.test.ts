import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ProgramError } from "../../preview/preview";
import { ProjectError, readProject } from "../../preview/project";
import { startPreview } from "../../preview/preview";
import { previewOf, programFolder } from "./foreign-program";

/** Milliseconds within which a program that cannot be checked must have been given up, its own time aside. */
const PATIENCE = 20_000;

/** A program that is to be ended is given this long. */
const SHORT = 3000;

async function refusal(name: string, timeout = PATIENCE): Promise<string> {
  const started = Date.now();
  let message = "";
  await assert.rejects(previewOf(`bad/${name}`, { timeout }), (error) => {
    assert.ok(error instanceof ProgramError, String(error));
    ({ message } = error);
    return true;
  });
  assert.ok(Date.now() - started < timeout + 5000, "it was not ended in time");
  const start = `The program in ${programFolder(`bad/${name}`)} (stack dev) `;
  assert.ok(message.startsWith(start), message);
  assert.doesNotMatch(message, /\u001B\[/, "there are colours in it");
  const frames = message.split("\n").filter((line) => /^\s+at /.test(line));
  assert.ok(frames.length <= 1 && frames.every((frame) => frame.includes(programFolder(`bad/${name}`))), message);
  return message.slice(start.length);
}

/** The failure's lines, without the one that says that there is one. */
async function told(name: string): Promise<readonly string[]> {
  const [first, ...lines] = (await refusal(name)).split("\n");
  assert.equal(first, "failed:");
  return lines.map((line) => line.replaceAll(programFolder(`bad/${name}`), "."));
}

describe("a program that cannot be checked", () => {
  it("tells what it throws as it is loaded, and where", async () => {
    assert.deepEqual(await told("throws-at-load"), [
      "Running program './index.ts' failed with an unhandled exception:",
      "Error: the settings make no sense",
      "    at readSettings (./settings.ts:2:9)",
    ]);
  });
  it("tells why its promise was rejected", async () => {
    assert.deepEqual(await told("rejects"), [
      "Running program './index.js' failed with an unhandled exception:",
      "TypeError: the promise was broken",
      "    at module.exports (./index.js:3:9)",
    ]);
  });
  it("tells of a rejection that nobody catches", async () => {
    assert.deepEqual((await told("rejects-unseen")).slice(1, 2), ["Error: nobody catches this"]);
  });
  it("tells what it throws in an apply", async () => {
    // Whether the SDK's line comes first depends on which of two places sees the error first.
    assert.deepEqual((await told("throws-in-apply")).slice(-2), [
      "Error: no such thing as arn:aws:logs:us-east-1:123456789012:log-group:logs-9a81b1f",
      "    at ./index.ts:5:9",
    ]);
  });
  it("tells what it throws when that is no error", async () => {
    assert.deepEqual((await told("throws-a-word")).slice(1), ["a word, not an error"]);
  });
  it("tells of its syntax error in TypeScript", async () => {
    const lines = await told("syntax-error");
    assert.match(
      lines.join("\n"),
      /TSError: ⨯ Unable to compile TypeScript:\nindex\.ts\(1,36\): error TS1005: ',' expected\./,
    );
  });
  it("tells of its syntax error in JavaScript", async () => {
    assert.match(
      (await told("syntax-error-javascript")).join("\n"),
      /index\.js:1\n[^]*SyntaxError: Unexpected token ';'/,
    );
  });
  it("tells which package it misses", async () => {
    assert.match((await told("missing-dependency")).join("\n"), /Cannot find module 'a-package-that-is-not-installed'/);
  });
  it("tells which entry point it misses", async () => {
    assert.match((await told("missing-entry")).join("\n"), /Cannot find module '\.\/index\.ts'/);
  });
  it("tells which setting it misses", async () => {
    assert.match(
      (await told("missing-setting")).join("\n"),
      /Missing required configuration variable 'missing-setting:url'/,
    );
  });
  it("tells what a transform refused", async () => {
    assert.deepEqual(await told("refused-transform"), ["transform failed: Error: this transform refuses"]);
  });
  it("tells what is wrong with a parent", async () => {
    assert.match((await told("bad-parent")).join("\n"), /Resource parent is not a valid Resource/);
  });
  it("tells none of its secrets", async () => {
    assert.deepEqual((await told("tells-a-secret")).slice(1, 2), ["Error: cannot log in with [secret]"]);
  });
  it("tells which resource waits for what never comes", async () => {
    assert.match(
      (await told("never-settles")).join("\n"),
      /"logs" .* was waiting for the value of its input property "retentionInDays"/,
    );
  });
  it("tells what it printed before it ended with a status", async () => {
    assert.deepEqual(await told("exits-1"), ["a reason, told on standard error"]);
  });
  it("tells that it was killed", async () => {
    assert.deepEqual(await told("dies"), ["Its process was ended by the signal SIGKILL."]);
  });
  it("is no empty program when it ends with status 0 at once", async () => {
    assert.match(await refusal("exits-at-once"), /^(failed:|ended before it was through)/);
  });
  it("is no smaller program when it ends with status 0 early", async () => {
    assert.equal(
      await refusal("exits-early"),
      "ended before it was through, with exit code 0: it calls process.exit, or it awaits what never comes. " +
        "What it had not declared by then cannot be checked. Let the program end by itself.",
    );
  });
  for (const [title, name] of [
    ["that keeps a timer", "never-ends"],
    ["that loops and answers nobody", "loops"],
  ] as const) {
    it(`${title} is ended when its time is over`, async () => {
      assert.equal(
        await refusal(name, SHORT),
        "did not end within 3 seconds. Look for a promise that never settles or a server that keeps running; give it longer with --timeout.",
      );
    });
  }
  it("that tells an error and goes on is ended soon after", async () => {
    assert.match(await refusal("fails-and-goes-on"), /^failed:\nfailed, and still serving/);
  });

  for (const [name, again] of [
    ["duplicate-urns", "two resources"],
    ["duplicate-read", "a resource and what it reads"],
  ] as const) {
    it(`is told when ${again} have one URN`, async () => {
      await assert.rejects(previewOf(name), (error) => {
        assert.ok(error instanceof ProgramError);
        const urn = `urn:pulumi:dev::${name}::aws:cloudwatch/logGroup:LogGroup::logs`;
        assert.ok(error.message.includes(`registers more than one resource as ${urn}.`), error.message);
        return true;
      });
    });
  }
  it("is told that its dependencies are not installed", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-bare-"));
    try {
      fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: bare\nruntime: nodejs\n");
      await assert.rejects(startPreview(readProject(folder)), (error) => {
        assert.ok(error instanceof ProjectError);
        assert.equal(
          error.message,
          `The program in ${folder} does not find @pulumi/pulumi. Install its dependencies (npm install) and try again.`,
        );
        return true;
      });
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
