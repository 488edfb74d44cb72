/** The function behind the periodic rules, bundled as Lambda gets it, against an account. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { spawnSync } from "node:child_process";
import { Bedrock } from "@aws-sdk/client-bedrock";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { CODE } from "../../functions/bundles/config-checks";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import { REPOSITORY } from "../support/prod-state";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

const REGION = "eu-central-1";
const GROUP = "/ai-governance/invocations";
const FLAGS = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: false,
  embeddingDataDeliveryEnabled: false,
  videoDataDeliveryEnabled: false,
};

describe("the periodic checks, in the simulated account,", function () {
  this.timeout(300_000);
  let account: SimulatedAccount;
  let folder = "";
  let logs: CloudWatchLogs;
  let bedrock: Bedrock;

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount("111122223333");
    logs = new CloudWatchLogs(account.clientSettings(REGION));
    bedrock = new Bedrock(account.clientSettings(REGION));
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "config-checks-"));
    fs.writeFileSync(path.join(folder, "index.js"), CODE);
    // As Lambda's runtime has AWS's SDK.
    fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  });

  after(async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    await account.stop();
  });

  /** Calls the handler in a process of its own, as Lambda does. */
  function verdict(parameters: Readonly<Record<string, string>>, messageType = "ScheduledNotification"): unknown {
    const event = {
      invokingEvent: JSON.stringify({ messageType, notificationCreationTime: "2026-11-26T12:00:00.000Z" }),
      ruleParameters: JSON.stringify(parameters),
      resultToken: "TESTMODE",
      accountId: "111122223333",
    };
    const program = `require("./index.js").handler(${JSON.stringify(event)}).then((v) => console.log(JSON.stringify(v)), (e) => console.log(JSON.stringify(String(e))))`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", program], {
      cwd: folder,
      env: { ...process.env, ...account.environment, AWS_REGION: REGION },
      encoding: "utf8",
    });
    assert.notEqual(stdout, "", stderr);
    return JSON.parse(stdout);
  }

  it("say whether invocations are logged as declared, audio included", async () => {
    const parameters = {
      check: "invocation-logging",
      logGroupName: GROUP,
      delivered: "text",
      notDelivered: "image,embedding,video,audio",
    };
    const configure = (audioDataDeliveryEnabled: boolean) =>
      bedrock.putModelInvocationLoggingConfiguration({
        loggingConfig: {
          ...FLAGS,
          audioDataDeliveryEnabled,
          cloudWatchConfig: { logGroupName: GROUP, roleArn: "arn:aws:iam::111122223333:role/logging" },
        },
      });
    assert.deepEqual(verdict(parameters), {
      compliance: "NON_COMPLIANT",
      annotation: "Model invocations are not logged",
    });
    await configure(false);
    assert.deepEqual(verdict(parameters), {
      compliance: "COMPLIANT",
      annotation: "Model invocations are logged as declared",
    });
    await configure(true);
    assert.deepEqual(verdict(parameters), { compliance: "NON_COMPLIANT", annotation: "audio is delivered" });
  });

  it("say whether log groups are kept within bounds", async () => {
    const parameters = { check: "log-retention", prefixes: "/aws/sagemaker", minimumDays: "30", maximumDays: "400" };
    await logs.createLogGroup({ logGroupName: "/aws/lambda/other" });
    assert.deepEqual(verdict(parameters), {
      compliance: "NOT_APPLICABLE",
      annotation: "No log group begins with /aws/sagemaker",
    });
    await logs.createLogGroup({ logGroupName: "/aws/sagemaker/Endpoints/a" });
    assert.deepEqual(verdict(parameters), {
      compliance: "NON_COMPLIANT",
      annotation: "1 of 1 log groups are not kept 30 to 400 days: /aws/sagemaker/Endpoints/a for ever",
    });
    await logs.putRetentionPolicy({ logGroupName: "/aws/sagemaker/Endpoints/a", retentionInDays: 90 });
    assert.deepEqual(verdict(parameters), {
      compliance: "COMPLIANT",
      annotation: "All 1 log groups are kept 30 to 400 days",
    });
  });

  it("are not for changes of resources", () => {
    assert.equal(
      verdict({ check: "log-retention" }, "ConfigurationItemChangeNotification"),
      "Error: messageType is ConfigurationItemChangeNotification; the rule runs by the clock, as ScheduledNotification",
    );
  });
});
