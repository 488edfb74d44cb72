/** Responses to what runbooks find, run in a simulated account whose evidence was taken away before. */
import assert from "node:assert/strict";
import { Bedrock } from "@aws-sdk/client-bedrock";
import { CloudTrail } from "@aws-sdk/client-cloudtrail";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { IAM } from "@aws-sdk/client-iam";
import { KMS } from "@aws-sdk/client-kms";
import { S3 } from "@aws-sdk/client-s3";
import { SNS } from "@aws-sdk/client-sns";
import { type ApiCall, approvedRunbook } from "../../components/documents/automation";
import {
  approvalMessage,
  cancelKeyDeletion,
  disableEndpoint,
  type PlannedResponse,
  restoreInvocationLogging,
  restoreLogRetention,
  restoreTrailLogging,
} from "../../components/documents/responses";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import { type AutomationOrder, type AutomationRun, runAutomation } from "../support/simulated-account/automation";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

const PLACE = { partition: "aws", accountId: "444455556666", region: "eu-central-1" } as const;
const TOPIC = `arn:aws:sns:${PLACE.region}:${PLACE.accountId}:Automation-responses`;
const TRAIL = `arn:aws:cloudtrail:${PLACE.region}:${PLACE.accountId}:trail/audit`;
const GO = { DryRun: "false" };

describe("runs of responses, in an account", function () {
  this.timeout(120_000);
  let account: SimulatedAccount;

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount(PLACE.accountId);
    await new SNS(account.clientSettings(PLACE.region)).createTopic({ Name: "Automation-responses" });
  });

  after(() => account.stop());

  const run = (
    planned: PlannedResponse,
    parameters: AutomationOrder["parameters"] = {},
    decision: AutomationOrder["decision"] = "Approve",
  ): AutomationRun =>
    runAutomation(account, {
      document: approvedRunbook(planned.fix, {
        approvers: [`arn:aws:iam::${PLACE.accountId}:role/data-governance`],
        minimum: 1,
        topicArn: TOPIC,
        roleArn: `arn:aws:iam::${PLACE.accountId}:role/${planned.id}`,
        message: approvalMessage(PLACE, planned),
      }),
      parameters,
      decision,
      region: PLACE.region,
    });

  /** Calls that the test makes itself, of a service for which the project has no client. */
  const call = (...calls: readonly ApiCall[]): void => {
    const mainSteps = calls.map(({ service, api, parameters }, index) => ({
      name: `${api}${index}`,
      action: "aws:executeAwsApi",
      inputs: { Service: service, Api: api, ...parameters },
    }));
    const { status, steps } = runAutomation(account, {
      document: JSON.stringify({ parameters: {}, mainSteps }),
      region: PLACE.region,
    });
    assert.equal(status, "Success", JSON.stringify(steps));
  };

  it("take an endpoint out of service once people agree, and not its configuration", () => {
    const EndpointName = "claims";
    call(
      {
        service: "sagemaker",
        api: "CreateModel",
        parameters: { ModelName: "m", ExecutionRoleArn: `arn:aws:iam::${PLACE.accountId}:role/m` },
      },
      {
        service: "sagemaker",
        api: "CreateEndpointConfig",
        parameters: {
          EndpointConfigName: "claims-1",
          ProductionVariants: [
            { VariantName: "all", ModelName: "m", InstanceType: "ml.m5.large", InitialInstanceCount: 1 },
          ],
        },
      },
      { service: "sagemaker", api: "CreateEndpoint", parameters: { EndpointName, EndpointConfigName: "claims-1" } },
    );
    const planned = disableEndpoint(PLACE);
    const dry = run(planned, { EndpointName });
    assert.deepEqual(statesOf(dry), ["InService", "InService"]);
    assert.deepEqual(namesOf(dry), ["Before", "WhetherToChange", "After"]);

    const rejected = run(planned, { ...GO, EndpointName }, "Reject");
    assert.deepEqual([rejected.status, namesOf(rejected).at(-1)], ["Failed", "Approve"]);
    assert.deepEqual(statesOf(run(planned, { EndpointName })), ["InService", "InService"]);

    const approved = run(planned, { ...GO, EndpointName });
    assert.equal(approved.status, "Success");
    assert.match(approved.steps[2]?.message ?? "", /EndpointName: claims\. .* endpoints-deployed/);
    assert.deepEqual(statesOf(approved), ["InService"]);
    call({
      service: "sagemaker",
      api: "DescribeEndpointConfig",
      parameters: { EndpointConfigName: "claims-1" },
    });
  });

  it("take no endpoint by a name that is none", () => {
    assert.throws(() => run(disableEndpoint(PLACE), { EndpointName: "-" }), /EndpointName may not be -/);
  });

  it("start the trail, and no other", async () => {
    const settings = account.clientSettings(PLACE.region);
    const trails = new CloudTrail(settings);
    const s3 = new S3({ ...settings, forcePathStyle: true });
    await s3.createBucket({ Bucket: "audit", CreateBucketConfiguration: { LocationConstraint: PLACE.region } });
    await trails.createTrail({ Name: "audit", S3BucketName: "audit" });
    const planned = restoreTrailLogging(TRAIL);
    assert.deepEqual(statesOf(run(planned)), [false, false]);
    assert.deepEqual(statesOf(run(planned, GO)), [false, true]);
    assert.equal((await trails.getTrailStatus({ Name: TRAIL })).IsLogging, true);
    assert.throws(() => run(planned, { TrailName: `${TRAIL}-of-another-team` }), /TrailName may not be/);
  });

  it("restore the whole configuration of invocation logging, where there is none and where there is another", async () => {
    const settings = account.clientSettings(PLACE.region);
    const bedrock = new Bedrock(settings);
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    await new IAM(settings).createRole({ RoleName: "deliver", AssumeRolePolicyDocument });
    await new CloudWatchLogs(settings).createLogGroup({ logGroupName: "/ai/invocations" });
    const declared = {
      textDataDeliveryEnabled: true,
      imageDataDeliveryEnabled: true,
      embeddingDataDeliveryEnabled: true,
      videoDataDeliveryEnabled: false,
      audioDataDeliveryEnabled: false,
      cloudWatchConfig: {
        logGroupName: "/ai/invocations",
        roleArn: `arn:aws:iam::${PLACE.accountId}:role/deliver`,
      },
    };
    const planned = restoreInvocationLogging(PLACE, declared);
    assert.deepEqual(statesOf(run(planned, GO)).at(-1), declared);
    await bedrock.putModelInvocationLoggingConfiguration({
      loggingConfig: { ...declared, textDataDeliveryEnabled: false },
    });
    assert.deepEqual(statesOf(run(planned, GO)), [{ ...declared, textDataDeliveryEnabled: false }, declared]);
  });

  it("set the days that each log group is declared to keep its events", async () => {
    const logs = new CloudWatchLogs(account.clientSettings(PLACE.region));
    for (const logGroupName of ["/kept/a", "/kept/ab", "/kept/b"]) {
      await logs.createLogGroup({ logGroupName });
      await logs.putRetentionPolicy({ logGroupName, retentionInDays: 1 });
    }
    await logs.deleteRetentionPolicy({ logGroupName: "/kept/b" });
    const planned = restoreLogRetention(PLACE, [
      { name: "/kept/a", days: 365 },
      { name: "/kept/b", days: 90 },
    ]);
    assert.deepEqual(statesOf(run(planned, { LogGroupName: "/kept/a" })), [1, 1]);
    assert.deepEqual(statesOf(run(planned, { ...GO, LogGroupName: "/kept/a" })), [1, 365]);
    // A log group that keeps events for ever says no days.
    assert.deepEqual(statesOf(run(planned, { ...GO, LogGroupName: "/kept/b" })), [90]);
    const { logGroups = [] } = await logs.describeLogGroups({ logGroupNamePrefix: "/kept/ab" });
    assert.equal(logGroups[0]?.retentionInDays, 1);
    assert.throws(() => run(planned, { ...GO, LogGroupName: "/kept/ab" }), /LogGroupName may not be/);
  });

  it("keep a key whose deletion was scheduled, and enable one that was disabled", async () => {
    const kms = new KMS(account.clientSettings(PLACE.region));
    const { KeyMetadata: { Arn: KeyId = "" } = {} } = await kms.createKey({});
    const planned = cancelKeyDeletion([KeyId]);
    await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    assert.deepEqual(statesOf(run(planned, { KeyId })), ["PendingDeletion", "PendingDeletion"]);
    const kept = run(planned, { ...GO, KeyId });
    assert.deepEqual(statesOf(kept), ["PendingDeletion", "Enabled"]);
    assert.deepEqual(namesOf(kept).slice(3), ["CancelKeyDeletion", "EnableKey", "After"]);
    await kms.disableKey({ KeyId });
    assert.deepEqual(statesOf(run(planned, { ...GO, KeyId })), ["Disabled", "Enabled"]);
  });
});

function namesOf({ steps }: AutomationRun): readonly string[] {
  return steps.map(({ name }) => name);
}

/** What each step read. */
function statesOf({ steps }: AutomationRun): readonly unknown[] {
  return steps.flatMap(({ outputs }) => (outputs === undefined || !("State" in outputs) ? [] : [outputs["State"]]));
}
