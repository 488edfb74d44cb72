import assert from "node:assert/strict";
import * as path from "node:path";

import { assertRefused, baseline, removeTemporaryFolders, temporaryFolder } from "../cli/command";
import { REPOSITORY } from "../support/prod-state";

const LOGS = path.join(REPOSITORY, "examples", "runbooks", "logs");

interface Answers {
  readonly runbooks: readonly { readonly id: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
  readonly files: object;
}

describe("The sample logs", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  async function ask(...args: readonly string[]): Promise<Answers> {
    const out = temporaryFolder();
    const ended = await baseline([
      ...["runbook", "run", "--logs", LOGS, "--out", out, "--record", path.join(out, "record"), "--format", "json"],
      ...args,
    ]);
    assert.equal(ended.code, 0, ended.stderr);
    return JSON.parse(ended.stdout) as Answers; // the form that its own tests hold
  }

  it("show a key that was stolen to whoever asks for it", async () => {
    const { runbooks } = await ask("model-jacking");
    assert.deepEqual(
      runbooks[0]?.rows.map(({ caller, sourceipaddress, calls, regions }) => [caller, sourceipaddress, calls, regions]),
      [["arn:aws:iam::111122223333:user/ci-export", "203.0.113.66", 7, 2]],
    );
  });

  it("hold what their page says that happened, and a file that was cut off", async () => {
    const { runbooks, files } = await ask("--all");
    assert.deepEqual(files, { read: 5, unreadable: 1, unreadableLines: 0, passedOver: 0 });
    const found = new Set(runbooks.filter(({ rows }) => rows.length > 0).map(({ id }) => id));
    const told = [
      ...["model-jacking", "models-provisioned", "model-permissions-widened", "invocation-logging-changed"],
      ...["retention-shortened", "calls-not-logged", "flagged-dataset-read", "keys-disabled", "cluster-shells-opened"],
      ...["workload-secrets-read", "guardrail-interventions"],
    ];
    assert.deepEqual(
      told.filter((id) => !found.has(id)),
      [],
    );
    assert.deepEqual(
      runbooks.find(({ id }) => id === "calls-not-logged")?.rows.map(({ eventname, model }) => [eventname, model]),
      Array.from({ length: 2 }, () => ["InvokeModel", "meta.llama3-1-405b-instruct-v1:0"]),
    );
  });

  it("hold nothing of another day", async () => {
    const { runbooks } = await ask("--all", "--from", "2026-11-11", "--to", "2026-11-12");
    assert.deepEqual(
      runbooks.filter(({ id, rows }) => rows.length > 0 && id !== "log-files-not-verified").map(({ id }) => id),
      [],
    );
  });

  it("are refused where a file is named instead of the folder", async () => {
    const file = path.join(LOGS, "application", "claims-assistant.jsonl");
    assertRefused(
      await baseline(["runbook", "run", "root-used", "--logs", file, "--out", temporaryFolder()]),
      2,
      /Allowed: a folder/,
    );
  });
});
