/**
 * A region has one configuration of model invocation logging, which is put and deleted as a whole. The real engine is to keep
 * it through whatever becomes of the component around it.
 */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { InvocationLoggingArgs } from "../../components/index";
import { urnParts } from "../../pulumi/stack-state";
import { type EngineStack, suiteWorkspace } from "./workspace";

const CONFIGURATION = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";

/** An InvocationLogging as the program declares it; none where the program does without. */
interface Logging {
  readonly name: string;
  readonly args: InvocationLoggingArgs;
}

describe("the real engine with an InvocationLogging", function () {
  this.timeout(300_000);
  const workspace = suiteWorkspace();
  let folder: string;
  let stack: EngineStack;

  before(async () => {
    folder = workspace().copyOfProgram();
    stack = await workspace().stack(folder, "prod");
  });

  /** Updates the stack to a program that declares just this. @returns what was done to the configuration, in order. */
  async function updateTo(logging: Logging | undefined): Promise<readonly string[]> {
    const { calls } = workspace().provider;
    const already = calls.length;
    const declared =
      logging === undefined
        ? ""
        : `new InvocationLogging(${JSON.stringify(logging.name)}, ${JSON.stringify(logging.args)});`;
    const program = `import { InvocationLogging } from "./components";\n${declared}\nexport const logs = ${JSON.stringify(logging?.name ?? "nothing")};\nvoid InvocationLogging;\n`;
    fs.writeFileSync(path.join(folder, "index.ts"), program);
    const run = await stack.up({ pack: path.join(folder, "policies"), policyConfig: { all: "disabled" } });
    assert.ok(run.succeeded, run.printed);
    return calls
      .slice(already)
      .filter(({ method, preview, urn }) => !preview && ["create", "update", "delete"].includes(method) && isIt(urn))
      .map(({ method, urn }) => `${method} ${urnParts(urn).name}`);
  }

  const unprotected = { region: "eu-central-1", content: "metadata-only", protect: false } as const;

  it("creates its configuration, named by the region", async () => {
    assert.deepEqual(await updateTo({ name: "calls", args: unprotected }), [
      "create model-invocation-logging-eu-central-1",
    ]);
  });

  it("updates the configuration in place when the component is renamed, and deletes none", async () => {
    assert.deepEqual(await updateTo({ name: "renamed", args: unprotected }), [
      "update model-invocation-logging-eu-central-1",
    ]);
    const { inputs } = (await stack.resources()).find(({ urn }) => isIt(urn)) ?? assert.fail("it is in the state");
    assert.match(JSON.stringify(inputs), /\/ai-governance\/renamed\/model-invocations/);
  });

  it("updates the configuration in place when other content is kept", async () => {
    assert.deepEqual(await updateTo({ name: "renamed", args: { ...unprotected, content: "redacted" } }), [
      "update model-invocation-logging-eu-central-1",
    ]);
  });

  it("leaves the configuration in the account when the component goes", async () => {
    assert.deepEqual(await updateTo(undefined), []);
    assert.deepEqual(
      (await stack.resources()).filter(({ urn }) => isIt(urn)),
      [],
    );
  });

  it("deletes the configuration when the component goes that lets its evidence be destroyed", async () => {
    const destroyable = { ...unprotected, forceDestroy: true };
    assert.deepEqual(await updateTo({ name: "calls", args: destroyable }), [
      "create model-invocation-logging-eu-central-1",
    ]);
    assert.deepEqual(await updateTo(undefined), ["delete model-invocation-logging-eu-central-1"]);
  });
});

function isIt(urn: string): boolean {
  return urn.includes(`$${CONFIGURATION}::`);
}
