/** This project's own stacks, applied to a simulated account by the real Terraform AWS provider. */
import assert from "node:assert/strict";
import { CloudTrailClient, DescribeTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelsCommand,
} from "@aws-sdk/client-config-service";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { accountReader } from "../../account/reader";
import { verifyStack } from "../../account/stack";
import { type ResourceState, type StackState, type WireMap, type WireValue, urnParts } from "../../pulumi/stack-state";
import { requireRealProvider } from "../support/account-tools";
import { type DeployedAccount, deploy, DEPLOYMENT_TIMEOUT, deployedAccount } from "../support/accounts";
import { inEnvironment } from "../support/environment";
import { type StackName, stackState } from "../support/prod-state";
import { type PlannedChange, ProviderWorkspace } from "../support/real-provider/provider-workspace";
import { startSimulatedAccount } from "../support/simulated-account/simulated-account";
import { switchAudioOff } from "./audio";

/** The types that hold evidence, or without which it cannot be read. */
const EVIDENCE_STORES: readonly string[] = [
  "aws_cloudtrail",
  "aws_cloudwatch_log_group",
  "aws_config_configuration_recorder",
  "aws_config_delivery_channel",
  "aws_kms_key",
  "aws_s3_bucket",
];

/** What the installed version of the provider is too old to know, by stack. */
const LEFT_OUT: Readonly<Record<StackName, readonly string[]>> = {
  prod: [
    "contentPolicyConfig.tierConfigs of baseline-eu-central-1-guardrail",
    "contentPolicyConfig.tierConfigs of baseline-us-east-1-guardrail",
    "deletionProtectionEnabled of baseline-eu-central-1-checks-log-group",
    "deletionProtectionEnabled of baseline-eu-central-1-eks-inference-log-group",
    "deletionProtectionEnabled of baseline-eu-central-1-export-errors",
    "deletionProtectionEnabled of baseline-eu-central-1-invocations-log-group",
    "deletionProtectionEnabled of baseline-eu-central-1-k8s-export-errors",
    "deletionProtectionEnabled of baseline-eu-central-1-vended-log-group",
    "deletionProtectionEnabled of baseline-trail-log-group",
    "deletionProtectionEnabled of baseline-us-east-1-checks-log-group",
    "deletionProtectionEnabled of baseline-us-east-1-export-errors",
    "deletionProtectionEnabled of baseline-us-east-1-invocations-log-group",
    "deletionProtectionEnabled of baseline-us-east-1-vended-log-group",
  ],
  sandbox: [
    "contentPolicyConfig.tierConfigs of baseline-eu-central-1-guardrail",
    "deletionProtectionEnabled of baseline-eu-central-1-checks-log-group",
    "deletionProtectionEnabled of baseline-eu-central-1-export-errors",
    "deletionProtectionEnabled of baseline-eu-central-1-invocations-log-group",
    "deletionProtectionEnabled of baseline-trail-log-group",
  ],
};

/** What holds a value that is newer than the installed version of the provider, by stack; it is created beside it. */
const NEWER: Readonly<Record<StackName, readonly string[]>> = {
  prod: ["baseline-eu-central-1-threats-ai-protection", "baseline-us-east-1-threats-ai-protection"],
  sandbox: ["baseline-eu-central-1-threats-ai-protection"],
};

describe("the stacks in an account", function () {
  this.timeout(DEPLOYMENT_TIMEOUT);
  let prod: DeployedAccount;
  let sandbox: DeployedAccount;
  let stopSandbox = () => Promise.resolve();

  before(async function () {
    requireRealProvider(this);
    // Side by side, because most of the time the provider waits. The sandbox is this file's own, since it is destroyed.
    [prod, sandbox] = await Promise.all([deployedAccount("prod"), deploy("sandbox")]);
    stopSandbox = () => sandbox.stop();
  });

  after(() => stopSandbox());

  for (const stack of ["prod", "sandbox"] as const) {
    it(`holds every resource of ${stack}, but for what the provider is too old for`, async () => {
      const { applied, rejected, leftOut, unknown, newer } = (stack === "prod" ? prod : sandbox).applied;
      assert.deepEqual(
        [...applied.keys(), ...newer.map(({ urn }) => urn)].sort(),
        awsResources(await stackState(stack))
          .map(({ urn }) => urn)
          .sort(),
      );
      assert.deepEqual({ rejected, unknown }, { rejected: [], unknown: [] });
      assert.deepEqual(newer.map(({ urn }) => urnParts(urn).name).sort(), NEWER[stack]);
      const named = leftOut.map(({ resource, property }) => `${property} of ${urnParts(resource.urn).name}`);
      assert.deepEqual(named.sort(), LEFT_OUT[stack]);
    });
  }

  it("hold what the provider left out as well", async () => {
    const declared = awsResources(await stackState("prod")).filter(({ type }) => type === LOG_GROUP);
    const found = await logGroups(prod, ["eu-central-1", "us-east-1"]);
    assert.deepEqual(
      found.map(({ logGroupName, deletionProtectionEnabled }) => [logGroupName, deletionProtectionEnabled]).sort(),
      declared.map(({ inputs }) => [inputs["name"], true]).sort(),
    );
  });

  it("are told by a state with the account's own identities", async () => {
    const keys = prod.state.deployment.resources.filter(({ type }) => type === "aws:kms/key:Key");
    assert.ok(keys.length > 0);
    for (const { id, inputs, outputs } of keys) {
      const kms = new KMSClient(prod.account.clientSettings(textOf(inputs["region"])));
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }));
      assert.deepEqual([KeyMetadata?.Arn, KeyMetadata?.KeyState], [outputs["arn"], "Enabled"]);
    }
    const text = JSON.stringify(prod.state);
    const madeUp = awsResources(await stackState("prod")).filter(({ type }) => type === "aws:kms/key:Key");
    assert.deepEqual(
      madeUp.filter(({ id = "" }) => text.includes(id)),
      [],
    );
  });

  it("are what they were declared to be: applying them again changes nothing", async () => {
    assert.deepEqual(changesIn(await prod.workspace.plan(await stackState("prod"))), []);
  });

  describe("when a setting changes", () => {
    it("keep every evidence store", async () => {
      const upgraded = await stackState("prod", {
        auditRetentionDays: "3653",
        governedRegions: JSON.stringify(["eu-central-1", "us-east-1", "us-west-2"]),
      });
      const changes = changesIn(await prod.workspace.plan(upgraded, { refresh: false }));
      assert.deepEqual(lostStores(changes), []);
      const changed = changes.filter(({ actions }) => !actions.includes("create"));
      assert.deepEqual(
        changed.map(({ address, actions }) => `${actions.join()} ${address}`),
        [
          // A region more is shown.
          "update aws_cloudwatch_dashboard.baseline-dashboards-audit",
          "update aws_cloudwatch_dashboard.baseline-dashboards-guardrails",
          "update aws_cloudwatch_dashboard.baseline-dashboards-models",
          "update aws_cloudwatch_dashboard.baseline-dashboards-spend",
          "update aws_cloudwatch_log_group.baseline-trail-log-group",
          // Access logs are kept as long as the longest-lived log.
          "update aws_s3_bucket_lifecycle_configuration.baseline-eu-central-1-access-logs-lifecycle",
          "update aws_s3_bucket_lifecycle_configuration.baseline-us-east-1-access-logs-lifecycle",
        ],
      );
      const created = changes.filter(({ actions }) => actions.includes("create")).map(({ type }) => type);
      assert.deepEqual(
        EVIDENCE_STORES.map((type) => created.filter((one) => one === type).length),
        [0, 3, 1, 1, 7, 4],
      );
    });

    it("are seen to lose one, if one is renamed", async () => {
      const state = await stackState("prod");
      const renamed = changedResource(state, "baseline-trail-log-group", { name: "/aws/cloudtrail/renamed" });
      const changes = changesIn(await prod.workspace.plan(renamed, { refresh: false }));
      assert.deepEqual(
        lostStores(changes).map(({ address, because }) => [address, because]),
        [["aws_cloudwatch_log_group.baseline-trail-log-group", ["name"]]],
      );
    });
  });

  it("keep every evidence store when an upgraded stack is applied to them, and are then what it declares", async () => {
    const before = await storesIn(sandbox, "eu-central-1");
    assert.deepEqual(
      Object.values(before).map(({ length }) => length > 0),
      [true, true, true, true, true, true],
    );
    const upgraded = await stackState("sandbox", { auditRetentionDays: "731", cloudWatchCopy: "management-only" });
    const { rejected, applied } = await sandbox.workspace.apply(upgraded);
    assert.deepEqual(rejected, []);
    assert.equal(applied.size + NEWER.sandbox.length, awsResources(upgraded).length);
    assert.deepEqual(await storesIn(sandbox, "eu-central-1"), {
      ...before,
      trails: [...before.trails, "arn:aws:cloudtrail:eu-central-1:444455556666:trail/baseline-trail-data"],
    });
    await switchAudioOff(sandbox, ["eu-central-1"]);
    const results = await inEnvironment(sandbox.account.environment, () =>
      verifyStack(accountReader({ homeRegion: "eu-central-1" }), upgraded),
    );
    const wrong = results.filter(({ result }) => result !== "pass");
    assert.deepEqual(
      wrong.map(({ check, urn, message }) => `${check} ${urnParts(urn).name}: ${message}`),
      [],
    );
  });

  it("leave nothing behind of the sandbox when it is destroyed", async () => {
    assert.ok((await logGroups(sandbox, ["eu-central-1"])).length > 0);
    assert.deepEqual(await sandbox.workspace.destroy(), []);
    assert.deepEqual(await whatIsIn(sandbox, "eu-central-1"), {
      trails: [],
      buckets: [],
      logGroups: [],
      recorders: [],
      channels: [],
      roles: [],
      keys: [],
    });
  });

  it("are refused by the provider, with its reason, where they are wrong", async () => {
    const account = await startSimulatedAccount({ accountId: "444455556666" });
    const workspace = await ProviderWorkspace.open(account);
    try {
      const state = changedResource(await stackState("sandbox"), "baseline-trail-log-group", { retentionInDays: 31 });
      const { applied, rejected } = await workspace.apply(onlyLogGroup(state));
      assert.equal(applied.size, 0);
      assert.equal(rejected.length, 1);
      assert.match(rejected[0]?.message ?? "", /retention_in_days to be one of \[0 1 3 5 .*\], got 31/);
    } finally {
      workspace.close();
      await account.stop();
    }
  });
});

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

function textOf(value: WireValue | undefined): string {
  return typeof value === "string" ? value : assert.fail(`${JSON.stringify(value)} is no text`);
}

function awsResources({ deployment }: StackState): readonly ResourceState[] {
  return deployment.resources.filter(({ custom, type }) => custom && type.startsWith("aws:"));
}

function changesIn(planned: readonly PlannedChange[]): readonly PlannedChange[] {
  return planned.filter(({ actions }) => actions.join() !== "no-op");
}

function lostStores(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return changes.filter(({ type, actions }) => EVIDENCE_STORES.includes(type) && actions.includes("delete"));
}

function changedResource(state: StackState, name: string, inputs: WireMap): StackState {
  return withResources(state, (resource) =>
    urnParts(resource.urn).name === name ? [{ ...resource, inputs: { ...resource.inputs, ...inputs } }] : [resource],
  );
}

/** Only one log group, without a key. */
function onlyLogGroup(state: StackState): StackState {
  return withResources(state, (resource) => {
    if (urnParts(resource.urn).name !== "baseline-trail-log-group") {
      return resource.type.startsWith("aws:") ? [] : [resource];
    }
    const { kmsKeyId: _, ...inputs } = resource.inputs;
    return [{ ...resource, inputs }];
  });
}

function withResources(state: StackState, change: (resource: ResourceState) => readonly ResourceState[]): StackState {
  return { ...state, deployment: { ...state.deployment, resources: state.deployment.resources.flatMap(change) } };
}

async function logGroups({ account }: DeployedAccount, regions: readonly string[]) {
  const found = regions.map(async (region) => {
    const { logGroups: groups = [] } = await new CloudWatchLogsClient(account.clientSettings(region)).send(
      new DescribeLogGroupsCommand({}),
    );
    return groups;
  });
  return (await Promise.all(found)).flat();
}

/** What tells an evidence store from another of the same name: ids, and when it was created. */
async function storesIn({ account }: DeployedAccount, region: string) {
  const settings = account.clientSettings(region);
  const config = new ConfigServiceClient(settings);
  const { trailList = [] } = await new CloudTrailClient(settings).send(new DescribeTrailsCommand({}));
  const { Buckets = [] } = await new S3Client(settings).send(new ListBucketsCommand({}));
  const { logGroups: groups = [] } = await new CloudWatchLogsClient(settings).send(new DescribeLogGroupsCommand({}));
  const { ConfigurationRecorders = [] } = await config.send(new DescribeConfigurationRecordersCommand({}));
  const { DeliveryChannels = [] } = await config.send(new DescribeDeliveryChannelsCommand({}));
  const { Keys = [] } = await new KMSClient(settings).send(new ListKeysCommand({}));
  return {
    trails: trailList.map(({ TrailARN }) => TrailARN).sort(),
    buckets: Buckets.map(({ Name, CreationDate }) => `${Name} of ${CreationDate?.toISOString()}`).sort(),
    logGroups: groups.map(({ logGroupName, creationTime }) => `${logGroupName} of ${creationTime}`).sort(),
    recorders: ConfigurationRecorders.map(({ name }) => name),
    channels: DeliveryChannels.map(({ name }) => name),
    keys: Keys.map(({ KeyId }) => KeyId).sort(),
  };
}

/** The names of what an account holds. A key that is pending deletion is as good as deleted. */
async function whatIsIn(deployed: DeployedAccount, region: string) {
  const settings = deployed.account.clientSettings(region);
  const kms = new KMSClient(settings);
  const config = new ConfigServiceClient(settings);
  const trails = await new CloudTrailClient(settings).send(new DescribeTrailsCommand({}));
  const buckets = await new S3Client(settings).send(new ListBucketsCommand({}));
  const recorders = await config.send(new DescribeConfigurationRecordersCommand({}));
  const channels = await config.send(new DescribeDeliveryChannelsCommand({}));
  const roles = await new IAMClient(settings).send(new ListRolesCommand({}));
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  const keys = await Promise.all(Keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId }))));
  return {
    trails: trails.trailList?.map(({ Name }) => Name),
    buckets: buckets.Buckets?.map(({ Name }) => Name) ?? [],
    logGroups: (await logGroups(deployed, [region])).map(({ logGroupName }) => logGroupName),
    recorders: recorders.ConfigurationRecorders?.map(({ name }) => name),
    channels: channels.DeliveryChannels?.map(({ name }) => name),
    roles: roles.Roles?.map(({ RoleName }) => RoleName),
    keys: keys.map(({ KeyMetadata }) => KeyMetadata).filter((key) => key?.KeyState !== "PendingDeletion"),
  };
}
