import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { baseline, removeTemporaryFolders, temporaryFolder } from "../command";

interface Drilled {
  readonly passed: boolean;
  readonly drills: readonly {
    readonly name: string;
    readonly rehearsals: readonly {
      readonly mode: string;
      readonly passed: boolean;
      readonly elements: readonly { readonly what: string; readonly state: string; readonly because: string | null }[];
    }[];
  }[];
}

describe("baseline runbook drill", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("reconstructs every incident as far as the content mode keeps it, and says what it does not", async () => {
    const out = temporaryFolder();
    const { code, stdout } = await baseline(["runbook", "drill", "--format", "json", "--out", out]);
    const { passed, drills } = JSON.parse(stdout) as Drilled; // the form of the report
    assert.deepEqual([code, passed], [0, true]);
    assert.deepEqual(
      drills.map(({ name, rehearsals }) => [name, rehearsals.map(({ mode, passed: one }) => [mode, one])]),
      ["leaked-record", "denied-agent", "injection-flood"].map((name) => [
        name,
        ["off", "metadata-only", "sampled", "redacted", "full"].map((mode) => [mode, true]),
      ]),
    );
    const notKept = (mode: string): unknown =>
      drills[0]?.rehearsals
        .find((one) => one.mode === mode)
        ?.elements.filter(({ state }) => state === "not kept")
        .map(({ what }) => what);
    assert.deepEqual(notKept("full"), []);
    assert.deepEqual(notKept("sampled"), ["What was asked", "The answer"]);
    assert.deepEqual(notKept("off"), ["What was asked", "The answer", "The guardrail's result, as Bedrock logs it"]);
    const page = fs.readFileSync(path.join(out, "drill.html"), "utf8");
    assert.match(page, /Incident drill: PASS/);
    assert.doesNotMatch(page, /<script|src=|href=/);
  });

  it("shows a timeline on a terminal, in which masking has masked", async () => {
    const run = async (mode: string): Promise<string> =>
      (
        await baseline([
          ...["runbook", "drill", "--drill", "leaked-record", "--content-mode", mode],
          ...["--format", "html", "--out", temporaryFolder()],
        ])
      ).stdout;
    assert.match(await run("full"), /ann@example\.com/);
    const masked = await run("redacted");
    assert.doesNotMatch(masked, /ann@example\.com/);
    assert.match(masked, /\*\*\*\*/);
    const { stdout } = await baseline([
      "runbook",
      "drill",
      "--drill",
      "denied-agent",
      "--content-mode",
      "full",
      "--out",
      temporaryFolder(),
    ]);
    const at = (what: string): number => stdout.indexOf(what);
    assert.ok(at("The change that preceded it") < at("The first refusal"), stdout);
    assert.match(stdout, /^PASS: 1 drill, 1 rehearsal$/m);
  });
});
