/** Bedrock's flag for audio, set by the real engine's dynamic provider in a simulated account. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import {
  BedrockClient,
  GetModelInvocationLoggingConfigurationCommand,
  type LoggingConfig,
  PutModelInvocationLoggingConfigurationCommand,
} from "@aws-sdk/client-bedrock";
import { requireSimulatedAccount } from "../support/account-tools";
import { type SimulatedAccount, startSimulatedAccount } from "../support/simulated-account/simulated-account";
import { suiteWorkspace } from "./workspace";

const REGION = "eu-central-1";
/** What the provider writes: each flag that it has an argument for, and not audio's. */
const WRITTEN: LoggingConfig = {
  textDataDeliveryEnabled: false,
  imageDataDeliveryEnabled: false,
  embeddingDataDeliveryEnabled: false,
  videoDataDeliveryEnabled: false,
  cloudWatchConfig: { logGroupName: "/calls", roleArn: "arn:aws:iam::444455556666:role/calls" },
};

describe("Bedrock's flag for audio, with audio set-by-api", function () {
  this.timeout(180_000);
  const workspace = suiteWorkspace();
  let account: SimulatedAccount;
  let bedrock: BedrockClient;
  const environment = { ...process.env };

  before(async function () {
    requireSimulatedAccount(this);
    account = await startSimulatedAccount({ accountId: "444455556666", region: REGION });
    // The dynamic provider's process takes its credentials and its endpoint from the environment.
    Object.assign(process.env, account.environment);
    bedrock = new BedrockClient({ region: REGION });
    await configure(WRITTEN);
  });

  after(async () => {
    process.env = environment;
    await account.stop();
  });

  const configure = async (loggingConfig: LoggingConfig): Promise<void> => {
    await bedrock.send(new PutModelInvocationLoggingConfigurationCommand({ loggingConfig }));
  };
  const configured = async (): Promise<LoggingConfig | undefined> =>
    (await bedrock.send(new GetModelInvocationLoggingConfigurationCommand({}))).loggingConfig;

  it("is off in mode metadata-only, and every other field stays as it is", async () => {
    const stack = await workspace().stack(programWith("metadata-only"), "sandbox");
    const run = await stack.up();
    assert.ok(run.succeeded, run.printed);
    assert.deepEqual(await configured(), { ...WRITTEN, audioDataDeliveryEnabled: false });
  });

  it("is set again after a write that left it to Bedrock, and only then", async () => {
    const folder = programWith("metadata-only");
    const stack = await workspace().stack(folder, "sandbox");
    assert.deepEqual((await stack.up()).changes["update"], undefined);
    await configure({ ...WRITTEN, audioDataDeliveryEnabled: true });
    const run = await stack.up();
    assert.equal(run.changes["update"], 1, run.printed);
    assert.equal((await configured())?.audioDataDeliveryEnabled, false);
  });

  it("is on in mode full", async () => {
    const stack = await workspace().stack(programWith("full"), "sandbox");
    const run = await stack.up();
    assert.ok(run.succeeded, run.printed);
    assert.equal((await configured())?.audioDataDeliveryEnabled, true);
  });

  let folder: string | undefined;
  /** The program of the checkout with one component. */
  function programWith(content: string): string {
    folder ??= workspace().copyOfProgram();
    fs.writeFileSync(
      path.join(folder, "index.ts"),
      `import { InvocationLogging } from "./components/bedrock/invocation-logging";
       new InvocationLogging("calls", {
         region: "${REGION}", content: "${content}", audio: "set-by-api",
         ${content === "full" ? 'accessLogBucket: "access-logs",' : ""}
       });`,
    );
    return folder;
  }
});
