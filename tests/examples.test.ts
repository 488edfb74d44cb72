import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parse } from "yaml";
import { REPOSITORY } from "./support/prod-state";

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
}

const WORKFLOW = path.join(REPOSITORY, "examples/gate-in-ci/gate.yml");

describe("The example of the gate in CI", function () {
  this.timeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-example-"));
  // The casts say what a workflow's form is; a step that is not there fails the test.
  const steps = Object.values((parse(fs.readFileSync(WORKFLOW, "utf8")) as Workflow).jobs).flatMap((job) => job.steps);
  const summary = path.join(folder, "summary.md");

  before(() => {
    fs.cpSync(path.join(REPOSITORY, "examples/team-program"), folder, { recursive: true });
    // What the steps before would have put there: the checkout of the baseline, and the program's packages.
    fs.symlinkSync(REPOSITORY, path.join(folder, "baseline"), "dir");
    fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"), "dir");
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function runStep(name: string): number | null {
    const script = steps.find((step) => step.name === name)?.run;
    assert.ok(script !== undefined, name);
    const env = { ...process.env, GITHUB_STEP_SUMMARY: summary };
    return spawnSync("bash", ["-e", "-c", script], { cwd: folder, env, encoding: "utf8" }).status;
  }

  it("turns the step red when something mandatory fails, and shows the verdict", () => {
    assert.equal(runStep("Check the program"), 1);
    assert.equal(runStep("Show the verdict"), 0);
    assert.match(fs.readFileSync(summary, "utf8"), /FAIL: 3 mandatory failures/);
    assert.ok(fs.existsSync(path.join(folder, "report/findings.sarif")));
  });
});
