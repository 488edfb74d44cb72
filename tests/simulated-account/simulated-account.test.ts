/** The simulated account answers as AWS documents it, where moto alone does not. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import {
  BedrockClient,
  DeleteModelInvocationLoggingConfigurationCommand,
  GetModelInvocationLoggingConfigurationCommand,
  PutModelInvocationLoggingConfigurationCommand,
} from "@aws-sdk/client-bedrock";
import {
  CloudTrailClient,
  CreateTrailCommand,
  DeleteTrailCommand,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailStatusCommand,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  StartLoggingCommand,
} from "@aws-sdk/client-cloudtrail";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteAccountPolicyCommand,
  DeleteDataProtectionPolicyCommand,
  DescribeAccountPoliciesCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  type DescribeLogGroupsCommandInput,
  GetDataProtectionPolicyCommand,
  PutAccountPolicyCommand,
  PutDataProtectionPolicyCommand,
  PutLogGroupDeletionProtectionCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  ConfigServiceClient,
  type ConfigRule,
  DescribeConfigRulesCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelStatusCommand,
  GetCustomRulePolicyCommand,
  PutConfigRuleCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  type RecordingMode,
  StartConfigurationRecorderCommand,
} from "@aws-sdk/client-config-service";
import {
  CreateServiceLinkedRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetPolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import {
  CreateKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
} from "@aws-sdk/client-kms";
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  type NotificationConfiguration,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  CreateTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { emptyAccount } from "../support/accounts";
import { REPOSITORY } from "../support/prod-state";
import { requireSimulatedAccount } from "../support/account-tools";
import {
  type SimulatedAccount,
  SimulatedAccountError,
  startSimulatedAccount,
} from "../support/simulated-account/simulated-account";

const ACCOUNT = "111122223333";
const REGION = "us-east-1";

describe("the simulated account", function () {
  let account: SimulatedAccount;
  let stop = () => Promise.resolve();

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount(ACCOUNT);
    stop = () => account.stop();
  });

  after(() => stop());

  /** One attempt: what the account refuses, it refuses again. */
  function access(region = REGION) {
    return { ...account.clientSettings(region), maxAttempts: 1 };
  }

  it("has the id that it was started with", async () => {
    const identity = await new STSClient(access()).send(new GetCallerIdentityCommand({}));
    assert.equal(identity.Account, ACCOUNT);
  });

  it("has AWS's managed policies", async () => {
    const PolicyArn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole";
    const { Policy } = await new IAMClient(access()).send(new GetPolicyCommand({ PolicyArn }));
    assert.equal(Policy?.PolicyName, "AWS_ConfigRole");
  });

  it("keeps accounts apart, each in a process of its own", async () => {
    const other = await emptyAccount(ACCOUNT);
    try {
      await bucket("in-one-account");
      const theirs = new S3Client({ ...access(), endpoint: other.endpoint });
      await assert.rejects(theirs.send(new GetBucketLoggingCommand({ Bucket: "in-one-account" })), {
        name: "NoSuchBucket",
      });
    } finally {
      await other.stop();
    }
    await assert.rejects(fetch(other.endpoint));
  });

  it("ends when the process that started it is killed", async () => {
    const starter = path.join(REPOSITORY, "tests", "support", "simulated-account", "simulated-account.ts");
    const program = `require(${JSON.stringify(starter)}).startSimulatedAccount({ accountId: "${ACCOUNT}" })
      .then(({ endpoint }) => console.log(endpoint));`;
    const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program], {
      cwd: REPOSITORY,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [endpoint] = (await once(createInterface(child.stdout), "line")) as [string]; // a line is a string
    assert.equal((await fetch(`${endpoint}/moto-api/`)).status, 200);
    child.kill("SIGKILL");
    await once(child, "exit");
    await eventually(async () => {
      await assert.rejects(fetch(endpoint));
    });
  });

  it("says so when it does not start", async () => {
    await assert.rejects(startSimulatedAccount({ accountId: ACCOUNT, startTimeout: 1 }), (error: Error) => {
      assert.ok(error instanceof SimulatedAccountError);
      assert.match(error.message, /did not start within 1 ms/);
      return true;
    });
  });

  describe("Bedrock", () => {
    it("has no configuration of invocation logging until one is put, and keeps every flag of it", async () => {
      const bedrock = new BedrockClient(access());
      const found = async () =>
        (await bedrock.send(new GetModelInvocationLoggingConfigurationCommand({}))).loggingConfig;
      const loggingConfig = {
        cloudWatchConfig: { logGroupName: "invocations", roleArn: `arn:aws:iam::${ACCOUNT}:role/invocations` },
        textDataDeliveryEnabled: true,
        audioDataDeliveryEnabled: false,
      };
      assert.equal(await found(), undefined);
      await bedrock.send(new PutModelInvocationLoggingConfigurationCommand({ loggingConfig }));
      assert.deepEqual(await found(), loggingConfig);
      await bedrock.send(new DeleteModelInvocationLoggingConfigurationCommand({}));
      assert.equal(await found(), undefined);
    });
  });

  describe("IAM", () => {
    it("makes AWS Config's service-linked role once, with its policy", async () => {
      const iam = new IAMClient(access());
      const make = () => iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "config.amazonaws.com" }));
      const RoleName = "AWSServiceRoleForConfig";
      assert.equal((await make()).Role?.RoleName, RoleName);
      const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
      assert.deepEqual(
        AttachedPolicies?.map(({ PolicyArn }) => PolicyArn),
        ["arn:aws:iam::aws:policy/aws-service-role/AWSConfigServiceRolePolicy"],
      );
      await assert.rejects(make(), { name: "InvalidInputException" });
      await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
      await assert.rejects(iam.send(new GetRoleCommand({ RoleName })), { name: "NoSuchEntityException" });
    });
  });

  describe("CloudTrail", () => {
    const trails = () => new CloudTrailClient(access());
    let arn = "";

    before(async () => {
      await bucket("trail-bucket");
      const created = await trails().send(new CreateTrailCommand({ Name: "trail", S3BucketName: "trail-bucket" }));
      arn = created.TrailARN ?? "";
    });

    it("starts a trail by its ARN", async () => {
      await trails().send(new StartLoggingCommand({ Name: arn }));
      assert.equal((await trails().send(new GetTrailStatusCommand({ Name: arn }))).IsLogging, true);
    });

    it("records management events by default, and only one kind of selectors at a time", async () => {
      const selectors = async () => {
        const { EventSelectors, AdvancedEventSelectors } = await trails().send(
          new GetEventSelectorsCommand({ TrailName: arn }),
        );
        return [EventSelectors?.length, AdvancedEventSelectors?.length];
      };
      assert.deepEqual(await selectors(), [1, 0]);
      assert.deepEqual(await described(), [false, false]);
      const FieldSelectors = [{ Field: "eventCategory", Equals: ["Management"] }];
      await trails().send(
        new PutEventSelectorsCommand({ TrailName: arn, AdvancedEventSelectors: [{ Name: "all", FieldSelectors }] }),
      );
      assert.deepEqual(await selectors(), [0, 1]);
      assert.deepEqual(await described(), [true, false]);
      await trails().send(new PutEventSelectorsCommand({ TrailName: arn, EventSelectors: [{ ReadWriteType: "All" }] }));
      assert.deepEqual(await selectors(), [1, 0]);
    });

    it("replaces the kinds of Insights, and refuses to list none", async () => {
      const insights = () => trails().send(new GetInsightSelectorsCommand({ TrailName: arn }));
      const put = (...kinds: readonly ("ApiCallRateInsight" | "ApiErrorRateInsight")[]) =>
        trails().send(
          new PutInsightSelectorsCommand({
            TrailName: arn,
            InsightSelectors: kinds.map((InsightType) => ({ InsightType })),
          }),
        );
      await assert.rejects(insights(), { name: "InsightNotEnabledException" });
      await put("ApiCallRateInsight", "ApiErrorRateInsight");
      await put("ApiErrorRateInsight");
      assert.deepEqual((await insights()).InsightSelectors, [{ InsightType: "ApiErrorRateInsight" }]);
      assert.deepEqual(await described(), [true, true]);
      await put();
      await assert.rejects(insights(), { name: "InsightNotEnabledException" });
    });

    it("describes the trails that it is asked about, by name at home and by ARN everywhere", async () => {
      await trails().send(
        new CreateTrailCommand({ Name: "second", S3BucketName: "trail-bucket", IsMultiRegionTrail: true }),
      );
      const second = arn.replace(/trail$/, "second");
      const described = async (region: string | undefined, ...trailNameList: readonly string[]) => {
        const client = region === undefined ? trails() : new CloudTrailClient({ ...access(), region });
        const { trailList = [] } = await client.send(new DescribeTrailsCommand({ trailNameList: [...trailNameList] }));
        return trailList.map(({ Name }) => Name).sort();
      };
      assert.deepEqual(await described(undefined), ["second", "trail"]);
      assert.deepEqual(await described(undefined, "second"), ["second"]);
      assert.deepEqual(await described(undefined, arn, "second"), ["second", "trail"]);
      assert.deepEqual(await described("us-west-2", "second"), []);
      assert.deepEqual(await described("us-west-2", second), ["second"]);
      await trails().send(new DeleteTrailCommand({ Name: second }));
    });

    it("deletes a trail by its ARN, and refuses one that does not exist", async () => {
      await trails().send(new DeleteTrailCommand({ Name: arn }));
      await assert.rejects(trails().send(new DeleteTrailCommand({ Name: arn })), { name: "TrailNotFoundException" });
    });

    async function described() {
      const { trailList } = await trails().send(new DescribeTrailsCommand({}));
      return [trailList?.[0]?.HasCustomEventSelectors, trailList?.[0]?.HasInsightSelectors];
    }
  });

  describe("CloudWatch Logs", () => {
    const logs = () => new CloudWatchLogsClient(access());

    it("deletes no log group that is protected", async () => {
      await logs().send(new CreateLogGroupCommand({ logGroupName: "protected", deletionProtectionEnabled: true }));
      assert.equal((await group("protected")).deletionProtectionEnabled, true);
      const remove = () => logs().send(new DeleteLogGroupCommand({ logGroupName: "protected" }));
      await assert.rejects(remove(), {
        name: "ValidationException",
        message: "Cannot delete log group with deletion protection enabled. Disable deletion protection first.",
      });
      const { logGroupArn } = await group("protected");
      await logs().send(
        new PutLogGroupDeletionProtectionCommand({ logGroupIdentifier: logGroupArn, deletionProtectionEnabled: false }),
      );
      assert.equal((await group("protected")).deletionProtectionEnabled, false);
      await remove();
    });

    it("keeps a data protection policy, and refuses one that masks other data than it audits", async () => {
      const identifier = "arn:aws:dataprotection::aws:data-identifier/EmailAddress";
      const policy = (masked: string) =>
        JSON.stringify({
          Name: "masking",
          Version: "2021-06-01",
          Statement: [
            { Sid: "audit", DataIdentifier: [identifier], Operation: { Audit: { FindingsDestination: {} } } },
            { Sid: "mask", DataIdentifier: [masked], Operation: { Deidentify: { MaskConfig: {} } } },
          ],
        });
      const put = (policyDocument: string) =>
        logs().send(new PutDataProtectionPolicyCommand({ logGroupIdentifier: "masked", policyDocument }));
      const kept = async () =>
        (await logs().send(new GetDataProtectionPolicyCommand({ logGroupIdentifier: "masked" }))).policyDocument;

      await logs().send(new CreateLogGroupCommand({ logGroupName: "masked" }));
      assert.deepEqual([await kept(), (await group("masked")).dataProtectionStatus], [undefined, undefined]);
      await assert.rejects(put(policy(`${identifier}es`)), { name: "InvalidParameterException" });
      await assert.rejects(put("{}"), { name: "InvalidParameterException" });
      await put(policy(identifier));
      assert.deepEqual([await kept(), (await group("masked")).dataProtectionStatus], [policy(identifier), "ACTIVATED"]);
      await logs().send(new DeleteDataProtectionPolicyCommand({ logGroupIdentifier: "masked" }));
      assert.deepEqual([await kept(), (await group("masked")).dataProtectionStatus], [undefined, "DELETED"]);
    });

    it("has room for one data protection policy of all log groups", async () => {
      const Statement = [{ Audit: { FindingsDestination: {} } }, { Deidentify: { MaskConfig: {} } }].map(
        (Operation) => ({
          DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
          Operation,
        }),
      );
      const policyDocument = JSON.stringify({ Name: "masking", Version: "2021-06-01", Statement });
      const policyType = "DATA_PROTECTION_POLICY";
      const put = (policyName: string, document = policyDocument) =>
        logs().send(new PutAccountPolicyCommand({ policyName, policyType, policyDocument: document }));
      const kept = async () =>
        ((await logs().send(new DescribeAccountPoliciesCommand({ policyType }))).accountPolicies ?? []).map(
          ({ policyName, scope }) => [policyName, scope],
        );

      assert.deepEqual(await kept(), []);
      await assert.rejects(put("masking", "{}"), { name: "InvalidParameterException" });
      await put("masking");
      await put("masking");
      await assert.rejects(put("another"), { name: "LimitExceededException" });
      assert.deepEqual(await kept(), [["masking", "ALL"]]);
      await logs().send(new DeleteAccountPolicyCommand({ policyName: "masking", policyType }));
      assert.deepEqual(await kept(), []);
    });

    it("finds log groups by a part of their names, and by names and ARNs", async () => {
      for (const logGroupName of ["/one/of/two", "/two/of/two"]) {
        await logs().send(new CreateLogGroupCommand({ logGroupName }));
      }
      const found = async (query: DescribeLogGroupsCommandInput) =>
        (await logs().send(new DescribeLogGroupsCommand(query))).logGroups?.map(({ logGroupName }) => logGroupName);
      assert.deepEqual(await found({ logGroupNamePattern: "e/of" }), ["/one/of/two"]);
      const arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/two/of/two`;
      assert.deepEqual(await found({ logGroupIdentifiers: [arn, "/one/of/two"] }), ["/one/of/two", "/two/of/two"]);
      await assert.rejects(found({ logGroupNamePattern: "of", logGroupNamePrefix: "/one" }), {
        name: "InvalidParameterException",
      });
    });

    async function group(logGroupNamePrefix: string) {
      const { logGroups = [] } = await logs().send(new DescribeLogGroupsCommand({ logGroupNamePrefix }));
      return logGroups[0] ?? assert.fail(`there is no log group ${logGroupNamePrefix}`);
    }
  });

  describe("AWS Config", () => {
    const config = () => new ConfigServiceClient(access());
    const put = (ConfigRule: ConfigRule) => config().send(new PutConfigRuleCommand({ ConfigRule }));

    it("refuses a rule that it does not have, even when it has none", async () => {
      await assert.rejects(config().send(new DescribeConfigRulesCommand({ ConfigRuleNames: ["none"] })), {
        name: "NoSuchConfigRuleException",
      });
    });

    it("runs custom policy rules, and refuses one without a text", async () => {
      const guard = (PolicyText: string): ConfigRule => ({
        ConfigRuleName: "guard",
        Source: {
          Owner: "CUSTOM_POLICY",
          SourceDetails: [{ EventSource: "aws.config", MessageType: "ConfigurationItemChangeNotification" }],
          CustomPolicyDetails: { PolicyRuntime: "guard-2.x.x", PolicyText },
        },
      });
      await assert.rejects(put(guard("")), { name: "InvalidParameterValueException" });
      await put(guard("rule x { y exists }"));
      const { ConfigRules } = await config().send(new DescribeConfigRulesCommand({ ConfigRuleNames: ["guard"] }));
      assert.deepEqual(ConfigRules?.[0]?.Source, guard("rule x { y exists }").Source);
      assert.equal(ConfigRules?.[0]?.ConfigRuleState, "ACTIVE");
      const { PolicyText } = await config().send(new GetCustomRulePolicyCommand({ ConfigRuleName: "guard" }));
      assert.equal(PolicyText, "rule x { y exists }");
    });

    it("knows the identifiers that AWS documents, and no others", async () => {
      const managed = (SourceIdentifier: string) =>
        put({ ConfigRuleName: SourceIdentifier, Source: { Owner: "AWS", SourceIdentifier } });
      await managed("BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED");
      await assert.rejects(managed("BEDROCK_DATA_SOURCE_IS_NICE"), { name: "InvalidParameterValueException" });
    });

    it("records continuously, or as it is told to", async () => {
      const roleARN = `arn:aws:iam::${ACCOUNT}:role/recorder`;
      const mode = async (recordingMode?: RecordingMode) => {
        await config().send(
          new PutConfigurationRecorderCommand({
            ConfigurationRecorder: { name: "default", roleARN, ...(recordingMode && { recordingMode }) },
          }),
        );
        const { ConfigurationRecorders } = await config().send(new DescribeConfigurationRecordersCommand({}));
        return ConfigurationRecorders?.[0]?.recordingMode;
      };
      assert.deepEqual(await mode(), { recordingFrequency: "CONTINUOUS", recordingModeOverrides: [] });
      const recordingModeOverrides = [
        { resourceTypes: ["AWS::S3::Bucket" as const], recordingFrequency: "CONTINUOUS" as const },
      ];
      const daily = { recordingFrequency: "DAILY", recordingModeOverrides } as const;
      assert.deepEqual(await mode(daily), daily);
    });

    it("records into a bucket that exists", async () => {
      const channel = (s3BucketName: string) =>
        config().send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: "default", s3BucketName } }));
      const roleARN = `arn:aws:iam::${ACCOUNT}:role/recorder`;
      await config().send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: "default", roleARN } }));
      await assert.rejects(channel("no-such-bucket"), { name: "NoSuchBucketException" });
      await bucket("config-bucket");
      await channel("config-bucket");
      assert.deepEqual(await status(), [false, undefined, undefined, undefined]);
      await config().send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: "default" }));
      assert.deepEqual(await status(), [true, "SUCCESS", "SUCCESS", "NOT_APPLICABLE"]);
      await new S3Client(access()).send(new DeleteBucketCommand({ Bucket: "config-bucket" }));
      assert.deepEqual(await status(), [true, "FAILURE", "FAILURE", "NOT_APPLICABLE"]);
    });

    async function status() {
      const recorders = await config().send(new DescribeConfigurationRecorderStatusCommand({}));
      const channels = await config().send(new DescribeDeliveryChannelStatusCommand({}));
      const [recorder] = recorders.ConfigurationRecordersStatus ?? [];
      const [channel] = channels.DeliveryChannelsStatus ?? [];
      return [
        recorder?.recording,
        recorder?.lastStatus,
        channel?.configHistoryDeliveryInfo?.lastStatus,
        channel?.configStreamDeliveryInfo?.lastStatus,
      ];
    }
  });

  describe("KMS", () => {
    it("says how often a key rotates, and refuses periods that it does not offer", async () => {
      const kms = new KMSClient(access());
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
      const KeyId = KeyMetadata?.KeyId;
      const rotate = (RotationPeriodInDays?: number) =>
        kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays }));
      const rotation = async () => {
        const status = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
        return [status.KeyRotationEnabled, status.RotationPeriodInDays];
      };
      assert.deepEqual(await rotation(), [false, undefined]);
      await rotate();
      assert.deepEqual(await rotation(), [true, 365]);
      for (const [refused, accepted] of [
        [89, 90],
        [2561, 2560],
      ] as const) {
        await assert.rejects(rotate(refused), { name: "ValidationException" });
        await rotate(accepted);
        assert.deepEqual(await rotation(), [true, accepted]);
      }
    });
  });

  describe("S3", () => {
    it("delivers access logs to a bucket whose policy grants it, and to no other", async () => {
      await bucket("logged");
      await bucket("logs-of-buckets");
      const LoggingEnabled = { TargetBucket: "logs-of-buckets", TargetPrefix: "logged/" };
      const log = () =>
        new S3Client(access()).send(
          new PutBucketLoggingCommand({ Bucket: "logged", BucketLoggingStatus: { LoggingEnabled } }),
        );
      const grant = (Resource: string) =>
        new S3Client(access()).send(
          new PutBucketPolicyCommand({
            Bucket: "logs-of-buckets",
            Policy: JSON.stringify({
              Version: "2012-10-17",
              Statement: [
                { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" },
                { Effect: "Allow", Principal: { Service: ["logging.s3.amazonaws.com"] }, Action: "s3:Put*", Resource },
              ],
            }),
          }),
        );
      await assert.rejects(log(), { name: "InvalidTargetBucketForLogging" });
      await grant("arn:aws:s3:::logs-of-buckets/other/*");
      await assert.rejects(log(), { name: "InvalidTargetBucketForLogging" });
      await grant("arn:aws:s3:::logs-of-buckets/*");
      await log();
    });
  });

  describe("S3's notifications", () => {
    it("tell that a bucket's events are sent to EventBridge, and that they are not", async () => {
      await bucket("notifying");
      const s3 = new S3Client(access());
      const told = () => s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: "notifying" }));
      const notify = (NotificationConfiguration: NotificationConfiguration) =>
        s3.send(new PutBucketNotificationConfigurationCommand({ Bucket: "notifying", NotificationConfiguration }));
      assert.equal((await told()).EventBridgeConfiguration, undefined);
      await notify({ EventBridgeConfiguration: {} });
      assert.deepEqual((await told()).EventBridgeConfiguration, {});
      await notify({});
      assert.equal((await told()).EventBridgeConfiguration, undefined);
    });
  });

  describe("SNS", () => {
    it("leaves a subscription by email pending, until somebody confirms it", async () => {
      const sns = new SNSClient(access());
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: "alarms" }));
      const email = { TopicArn, Protocol: "email", Endpoint: "security@example.com" };
      assert.equal((await sns.send(new SubscribeCommand(email))).SubscriptionArn, "pending confirmation");
      const { SubscriptionArn } = await sns.send(new SubscribeCommand({ ...email, ReturnSubscriptionArn: true }));
      const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
      assert.equal(Attributes?.["PendingConfirmation"], "true");
      const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
      assert.deepEqual(Subscriptions, [{ ...email, Owner: ACCOUNT, SubscriptionArn: "PendingConfirmation" }]);
      const topic = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      assert.equal(topic.Attributes?.["SubscriptionsPending"], "1");
      assert.equal(topic.Attributes["SubscriptionsConfirmed"], "0");
      await assert.rejects(sns.send(new UnsubscribeCommand({ SubscriptionArn })), {
        name: "InvalidParameterException",
      });
    });
  });

  async function bucket(Bucket: string): Promise<void> {
    await new S3Client(access()).send(new CreateBucketCommand({ Bucket }));
  }
});

/** Tries for some seconds. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (left === 0) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
