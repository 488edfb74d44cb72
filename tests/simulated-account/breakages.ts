/** What somebody could do to the account of the prod stack, how to undo it, and what verify has to say of it. */
import { AccessAnalyzer } from "@aws-sdk/client-accessanalyzer";
import { Account } from "@aws-sdk/client-account";
import { Bedrock } from "@aws-sdk/client-bedrock";
import { CloudTrail } from "@aws-sdk/client-cloudtrail";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { type ConfigRule, ConfigService, type RemediationConfiguration } from "@aws-sdk/client-config-service";
import { EC2 } from "@aws-sdk/client-ec2";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { GuardDuty } from "@aws-sdk/client-guardduty";
import { IAM } from "@aws-sdk/client-iam";
import { Inspector2 } from "@aws-sdk/client-inspector2";
import { KMS } from "@aws-sdk/client-kms";
import { Backup } from "@aws-sdk/client-backup";
import { Macie2 } from "@aws-sdk/client-macie2";
import { type NotificationConfiguration, S3 } from "@aws-sdk/client-s3";
import { S3Control } from "@aws-sdk/client-s3-control";
import { SecurityHub } from "@aws-sdk/client-securityhub";
import { SNS } from "@aws-sdk/client-sns";
import { SQS } from "@aws-sdk/client-sqs";
import { SSM } from "@aws-sdk/client-ssm";
import type { CheckId } from "../../account/checks";
import type { CataloguedControlId } from "../../controls/catalogue";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

export interface Breakage {
  readonly what: string;
  readonly control: CataloguedControlId;
  /** @returns what undoes it. */
  readonly act: (aws: Clients) => Promise<() => Promise<unknown>>;
  /** Check, name of the resource in the program, property and message. */
  readonly says: readonly [CheckId, string, string, string | RegExp];
  /** Whether it changes more, of which the control's other findings speak. */
  readonly more?: boolean;
}

const HOME = "eu-central-1";
/** The source of the logs of the prod stack's knowledge base. */
const BACKUP = "baseline-eu-central-1-backup";
const DELIVERED = "baseline-eu-central-1-vended-knowledge-base-ABCDEFGHIJ";

export function clientsOf({ endpoint }: SimulatedAccount, region = HOME) {
  const settings = { endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  return {
    accessAnalyzer: new AccessAnalyzer(settings),
    account: new Account(settings),
    backup: new Backup(settings),
    bedrock: new Bedrock(settings),
    cloudtrail: new CloudTrail(settings),
    cloudwatch: new CloudWatch(settings),
    config: new ConfigService(settings),
    ec2: new EC2(settings),
    events: new EventBridge(settings),
    guardduty: new GuardDuty(settings),
    inspector: new Inspector2(settings),
    macie: new Macie2(settings),
    securityHub: new SecurityHub(settings),
    iam: new IAM(settings),
    kms: new KMS(settings),
    logs: new CloudWatchLogs(settings),
    s3: new S3({ ...settings, forcePathStyle: true }),
    // Control operations go to a host below the endpoint's: http://ACCOUNT.localhost.
    s3control: new S3Control({ ...settings, endpoint: endpoint.replace("127.0.0.1", "localhost") }),
    sns: new SNS(settings),
    sqs: new SQS(settings),
    ssm: new SSM(settings),
  };
}

export type Clients = ReturnType<typeof clientsOf>;

const TRAIL = "baseline-trail";
const TRAIL_BUCKET = "baseline-trail-bucket-111122223333-eu-central-1";
const CONFIG_BUCKET = "baseline-eu-central-1-recorder-111122223333-eu-central-1";
const MODELS = "acme-models";
const TRAIL_GROUP = "/aws/cloudtrail/baseline-trail";
const INVOCATIONS = "/ai-governance/baseline-eu-central-1-invocations/model-invocations";
const TRAIL_KEY = "alias/baseline-trail-key";
const CONFIG_KEY = "alias/baseline-eu-central-1-recorder-key";
const RECORDER = "baseline-eu-central-1-recorder-recorder";
const CHANNEL = "baseline-eu-central-1-recorder-channel";
const ROTATION_RULE = "baseline-eu-central-1-rules-cmk-backing-key-rotation-enabled";
const RUNBOOK = "baseline-eu-central-1-remediation-key-rotation";
const ROLE = "baseline-eu-central-1-invocations-role";
const ALARM = "baseline-eu-central-1-invocations-log-delivery-failure";
const DELIVERIES = "arn:aws:sns:eu-central-1:111122223333:baseline-trail-deliveries";
const ALERT_TOPIC = "arn:aws:sns:eu-central-1:111122223333:baseline-eu-central-1-alerts";
const KMS_RULE = "baseline-eu-central-1-events-kms";
const UNDELIVERED = "baseline-eu-central-1-alerts-undelivered";

const EVERYONE = { Sid: "Everyone", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

/** A policy document with a statement that lets everyone in. */
function widened(policy: string | undefined): string {
  const document = JSON.parse(policy ?? "{}") as { Statement: object[] }; // of this project's own policies
  return JSON.stringify({ ...document, Statement: [...document.Statement, EVERYONE] });
}

async function keyIdOf({ kms }: Clients, alias: string): Promise<string> {
  return (await kms.describeKey({ KeyId: alias })).KeyMetadata?.KeyId ?? "";
}

const trailBreakages: readonly Breakage[] = [
  {
    what: "the trail is stopped",
    control: "TRAIL-01",
    act: async ({ cloudtrail }) => {
      await cloudtrail.stopLogging({ Name: TRAIL });
      return () => cloudtrail.startLogging({ Name: TRAIL });
    },
    says: [
      "verify-cloudtrail-trail-as-declared",
      TRAIL,
      "enableLogging",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the trail covers one region only",
    control: "TRAIL-01",
    act: async ({ cloudtrail }) => {
      await cloudtrail.updateTrail({ Name: TRAIL, IsMultiRegionTrail: false });
      return () => cloudtrail.updateTrail({ Name: TRAIL, IsMultiRegionTrail: true });
    },
    says: [
      "verify-cloudtrail-trail-as-declared",
      TRAIL,
      "isMultiRegionTrail",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the data events of agents are no longer selected",
    control: "TRAIL-02",
    act: async ({ cloudtrail }) => {
      const { AdvancedEventSelectors = [] } = await cloudtrail.getEventSelectors({ TrailName: TRAIL });
      const without = AdvancedEventSelectors.filter(({ Name }) => Name !== "AWS::Bedrock::AgentAlias data events");
      await cloudtrail.putEventSelectors({ TrailName: TRAIL, AdvancedEventSelectors: without });
      return () => cloudtrail.putEventSelectors({ TrailName: TRAIL, AdvancedEventSelectors });
    },
    says: [
      "verify-cloudtrail-selectors-as-declared",
      TRAIL,
      "advancedEventSelectors",
      "lacks AWS::Bedrock::AgentAlias data events in the account; the stack declares it",
    ],
  },
  {
    what: "log file validation is off",
    control: "TRAIL-03",
    act: async ({ cloudtrail }) => {
      await cloudtrail.updateTrail({ Name: TRAIL, EnableLogFileValidation: false });
      return () => cloudtrail.updateTrail({ Name: TRAIL, EnableLogFileValidation: true });
    },
    says: [
      "verify-cloudtrail-log-file-validation-as-declared",
      TRAIL,
      "enableLogFileValidation",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the trail has another key",
    control: "TRAIL-05",
    act: async (aws) => {
      const { Trail } = await aws.cloudtrail.getTrail({ Name: TRAIL });
      const other = await aws.kms.describeKey({ KeyId: CONFIG_KEY });
      await aws.cloudtrail.updateTrail({ Name: TRAIL, KmsKeyId: other.KeyMetadata?.Arn });
      return () => aws.cloudtrail.updateTrail({ Name: TRAIL, KmsKeyId: Trail?.KmsKeyId });
    },
    says: [
      "verify-cloudtrail-encryption-as-declared",
      TRAIL,
      "kmsKeyId",
      /^is arn:aws:kms:eu-central-1:111122223333:key\/\S+ in the account; the stack declares arn:aws:kms/,
    ],
  },
  {
    what: "the trail writes to another log group",
    control: "TRAIL-06",
    act: async ({ cloudtrail }) => {
      const { Trail } = await cloudtrail.getTrail({ Name: TRAIL });
      const { CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } = Trail ?? {};
      const elsewhere = CloudWatchLogsLogGroupArn?.replace(TRAIL_GROUP, INVOCATIONS);
      await cloudtrail.updateTrail({ Name: TRAIL, CloudWatchLogsLogGroupArn: elsewhere, CloudWatchLogsRoleArn });
      return () => cloudtrail.updateTrail({ Name: TRAIL, CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn });
    },
    says: [
      "verify-cloudtrail-log-group-as-declared",
      TRAIL,
      "cloudWatchLogsGroupArn",
      `is arn:aws:logs:eu-central-1:111122223333:log-group:${INVOCATIONS}:* in the account; the stack declares arn:aws:logs:eu-central-1:111122223333:log-group:${TRAIL_GROUP}:*`,
    ],
  },
  {
    what: "error rates are no longer watched",
    control: "TRAIL-07",
    act: async ({ cloudtrail }) => {
      const { InsightSelectors } = await cloudtrail.getInsightSelectors({ TrailName: TRAIL });
      await cloudtrail.putInsightSelectors({
        TrailName: TRAIL,
        InsightSelectors: [{ InsightType: "ApiCallRateInsight" }],
      });
      return () => cloudtrail.putInsightSelectors({ TrailName: TRAIL, InsightSelectors });
    },
    says: [
      "verify-cloudtrail-insights-as-declared",
      TRAIL,
      "insightSelectors",
      'lacks {"insightType":"ApiErrorRateInsight"} in the account; the stack declares it',
    ],
  },
  {
    what: "deliveries are announced elsewhere",
    control: "TRAIL-08",
    act: async ({ cloudtrail }) => {
      await cloudtrail.updateTrail({ Name: TRAIL, SnsTopicName: ALERT_TOPIC.split(":").at(-1) });
      return () => cloudtrail.updateTrail({ Name: TRAIL, SnsTopicName: "baseline-trail-deliveries" });
    },
    says: [
      "verify-cloudtrail-notifications-as-declared",
      TRAIL,
      "snsTopicName",
      "is baseline-eu-central-1-alerts in the account; the stack declares baseline-trail-deliveries",
    ],
  },
];

const logBreakages: readonly Breakage[] = [
  {
    what: "the retention of a log group is shortened",
    control: "LOG-01",
    act: async ({ logs }) => {
      await logs.putRetentionPolicy({ logGroupName: TRAIL_GROUP, retentionInDays: 7 });
      return () => logs.putRetentionPolicy({ logGroupName: TRAIL_GROUP, retentionInDays: 2557 });
    },
    says: [
      "verify-logs-retention-as-declared",
      "baseline-trail-log-group",
      "retentionInDays",
      "is 7 in the account; the stack declares 2557",
    ],
  },
  {
    what: "a log group never expires",
    control: "LOG-01",
    act: async ({ logs }) => {
      await logs.deleteRetentionPolicy({ logGroupName: INVOCATIONS });
      return () => logs.putRetentionPolicy({ logGroupName: INVOCATIONS, retentionInDays: 365 });
    },
    says: [
      "verify-logs-retention-as-declared",
      "baseline-eu-central-1-invocations-log-group",
      "retentionInDays",
      "is 0 in the account; the stack declares 365",
    ],
  },
  {
    what: "a log group has no key",
    control: "LOG-02",
    act: async ({ logs }) => {
      const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: TRAIL_GROUP });
      const kmsKeyId = logGroups?.[0]?.kmsKeyId;
      await logs.disassociateKmsKey({ logGroupName: TRAIL_GROUP });
      return () => logs.associateKmsKey({ logGroupName: TRAIL_GROUP, kmsKeyId });
    },
    says: [
      "verify-logs-encryption-as-declared",
      "baseline-trail-log-group",
      "kmsKeyId",
      /^is not set in the account; the stack declares arn:aws:kms:/,
    ],
  },
  {
    what: "a log group may be deleted",
    control: "LOG-03",
    act: async ({ logs }) => {
      await logs.putLogGroupDeletionProtection({ logGroupIdentifier: TRAIL_GROUP, deletionProtectionEnabled: false });
      return () =>
        logs.putLogGroupDeletionProtection({ logGroupIdentifier: TRAIL_GROUP, deletionProtectionEnabled: true });
    },
    says: [
      "verify-logs-deletion-protection-as-declared",
      "baseline-trail-log-group",
      "deletionProtectionEnabled",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "prompts are no longer masked",
    control: "INVOKE-03",
    act: async ({ logs }) => {
      const { policyDocument } = await logs.getDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS });
      await logs.deleteDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS });
      return () => logs.putDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS, policyDocument });
    },
    says: [
      "verify-logs-data-protection-as-declared",
      "baseline-eu-central-1-invocations-log-group-data-protection",
      "",
      `is missing in the account; the stack declares it (${INVOCATIONS} in eu-central-1)`,
    ],
  },
  {
    what: "email addresses are no longer masked",
    control: "INVOKE-03",
    act: async ({ logs }) => {
      const { policyDocument = "" } = await logs.getDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS });
      const fewer = policyDocument.replaceAll(/"arn:aws:dataprotection::aws:data-identifier\/EmailAddress", ?/g, "");
      await logs.putDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS, policyDocument: fewer });
      return () => logs.putDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS, policyDocument });
    },
    says: [
      "verify-logs-data-protection-as-declared",
      "baseline-eu-central-1-invocations-log-group-data-protection",
      "policyDocument.Statement[find].DataIdentifier",
      "lacks arn:aws:dataprotection::aws:data-identifier/EmailAddress in the account; the stack declares it",
    ],
    more: true,
  },
];

const keyBreakages: readonly Breakage[] = [
  {
    what: "a key is disabled",
    control: "KEY-03",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.disableKey({ KeyId });
      return () => kms.enableKey({ KeyId });
    },
    says: [
      "verify-kms-key-usable",
      "baseline-trail-key",
      "KeyState",
      "is Disabled; the key encrypts and decrypts only while it is Enabled",
    ],
    more: true,
  },
  {
    what: "a key is about to be deleted",
    control: "KEY-03",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      return async () => {
        await kms.cancelKeyDeletion({ KeyId });
        await kms.enableKey({ KeyId });
      };
    },
    says: [
      "verify-kms-key-usable",
      "baseline-trail-key",
      "KeyState",
      /^is PendingDeletion: what the key encrypts becomes unreadable on \d{4}-\d\d-\d\d$/,
    ],
  },
  {
    what: "a key does not rotate",
    control: "KEY-01",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.disableKeyRotation({ KeyId });
      return () => kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 365 });
    },
    says: [
      "verify-kms-key-rotation-as-declared",
      "baseline-trail-key",
      "enableKeyRotation",
      "is false in the account; the stack declares true",
    ],
    more: true,
  },
  {
    what: "a key rotates more rarely",
    control: "KEY-01",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 2560 });
      return () => kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 365 });
    },
    says: [
      "verify-kms-key-rotation-as-declared",
      "baseline-trail-key",
      "rotationPeriodInDays",
      "is 2560 in the account; the stack declares 365",
    ],
  },
  {
    what: "a key's policy lets everyone in",
    control: "KEY-02",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      const { Policy } = await kms.getKeyPolicy({ KeyId, PolicyName: "default" });
      await kms.putKeyPolicy({ KeyId, PolicyName: "default", Policy: widened(Policy) });
      return () => kms.putKeyPolicy({ KeyId, PolicyName: "default", Policy });
    },
    says: [
      "verify-kms-key-policy-as-declared",
      "baseline-trail-key",
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
  {
    what: "an alias leads to another key",
    control: "KEY-03",
    act: async ({ kms, ...aws }) => {
      const TargetKeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      const other = await keyIdOf({ kms, ...aws }, CONFIG_KEY);
      await kms.updateAlias({ AliasName: TRAIL_KEY, TargetKeyId: other });
      return () => kms.updateAlias({ AliasName: TRAIL_KEY, TargetKeyId });
    },
    says: [
      "verify-kms-alias-as-declared",
      "baseline-trail-key-alias",
      "targetKeyId",
      /^is [0-9a-f-]{36} in the account; the stack declares [0-9a-f-]{36}$/,
    ],
  },
];

const configBreakages: readonly Breakage[] = [
  {
    what: "the recorder is stopped",
    control: "CONFIG-01",
    act: async ({ config }) => {
      await config.stopConfigurationRecorder({ ConfigurationRecorderName: RECORDER });
      return () => config.startConfigurationRecorder({ ConfigurationRecorderName: RECORDER });
    },
    says: [
      "verify-config-recorder-running",
      "baseline-eu-central-1-recorder-status",
      "isEnabled",
      "is false in the account; the stack declares true",
    ],
    more: true,
  },
  {
    what: "the recorder leaves out types",
    control: "CONFIG-01",
    act: async ({ config }) => {
      const { ConfigurationRecorders = [] } = await config.describeConfigurationRecorders({});
      const [recorder] = ConfigurationRecorders;
      const recordingGroup = { allSupported: false, resourceTypes: ["AWS::S3::Bucket"] as const };
      await config.putConfigurationRecorder({
        ConfigurationRecorder: {
          ...recorder,
          recordingGroup: { ...recordingGroup, resourceTypes: [...recordingGroup.resourceTypes] },
        },
      });
      return () => config.putConfigurationRecorder({ ConfigurationRecorder: recorder });
    },
    says: [
      "verify-config-recorder-as-declared",
      RECORDER,
      "recordingGroup.allSupported",
      "is false in the account; the stack declares true",
    ],
    more: true,
  },
  {
    what: "snapshots are delivered more often",
    control: "CONFIG-02",
    act: async ({ config }) => {
      const { DeliveryChannels = [] } = await config.describeDeliveryChannels({});
      const [channel] = DeliveryChannels;
      await config.putDeliveryChannel({
        DeliveryChannel: { ...channel, configSnapshotDeliveryProperties: { deliveryFrequency: "One_Hour" } },
      });
      return () => config.putDeliveryChannel({ DeliveryChannel: channel });
    },
    says: [
      "verify-config-delivery-channel-as-declared",
      CHANNEL,
      "snapshotDeliveryProperties.deliveryFrequency",
      "is One_Hour in the account; the stack declares TwentyFour_Hours",
    ],
  },
  {
    what: "configuration items are kept for a month",
    control: "CONFIG-02",
    act: async ({ config }) => {
      await config.putRetentionConfiguration({ RetentionPeriodInDays: 30 });
      return () => config.putRetentionConfiguration({ RetentionPeriodInDays: 2557 });
    },
    says: [
      "verify-config-retention-as-declared",
      "baseline-eu-central-1-recorder-retention",
      "retentionPeriodInDays",
      "is 30 in the account; the stack declares 2557",
    ],
  },
  {
    what: "a rule is deleted",
    control: "CONFIG-03",
    act: async ({ config }) => {
      const ConfigRuleName = "baseline-eu-central-1-rules-multi-region-cloudtrail-enabled";
      const { ConfigRules = [] } = await config.describeConfigRules({ ConfigRuleNames: [ConfigRuleName] });
      await config.deleteConfigRule({ ConfigRuleName });
      return () => config.putConfigRule({ ConfigRule: asNew(ConfigRules[0]) });
    },
    says: [
      "verify-config-rule-as-declared",
      "baseline-eu-central-1-rules-multi-region-cloudtrail-enabled",
      "",
      "is missing in the account; the stack declares it (baseline-eu-central-1-rules-multi-region-cloudtrail-enabled in eu-central-1)",
    ],
    more: true,
  },
  {
    what: "a rule allows older access keys",
    control: "CONFIG-03",
    act: async ({ config }) => {
      const ConfigRuleName = "baseline-eu-central-1-rules-access-keys-rotated";
      const { ConfigRules = [] } = await config.describeConfigRules({ ConfigRuleNames: [ConfigRuleName] });
      const rule = asNew(ConfigRules[0]);
      await config.putConfigRule({ ConfigRule: { ...rule, InputParameters: '{"maxAccessKeyAge":"900"}' } });
      return () => config.putConfigRule({ ConfigRule: rule });
    },
    says: [
      "verify-config-rule-as-declared",
      "baseline-eu-central-1-rules-access-keys-rotated",
      "inputParameters.maxAccessKeyAge",
      "is 900 in the account; the stack declares 90",
    ],
  },
  {
    what: "a rule has no remediation any more",
    control: "CONFIG-06",
    act: async ({ config }) => {
      const RemediationConfigurations = await remediationsOf(config, ROTATION_RULE);
      await config.deleteRemediationConfiguration({ ConfigRuleName: ROTATION_RULE });
      return () => config.putRemediationConfigurations({ RemediationConfigurations });
    },
    says: [
      "verify-config-remediation-as-declared",
      `${RUNBOOK}-remediation`,
      "",
      `is missing in the account; the stack declares it (${ROTATION_RULE} in eu-central-1)`,
    ],
  },
  {
    what: "a remediation starts by itself",
    control: "CONFIG-06",
    act: async ({ config }) => {
      const RemediationConfigurations = await remediationsOf(config, ROTATION_RULE);
      await config.putRemediationConfigurations({
        RemediationConfigurations: RemediationConfigurations.map((one) => ({ ...one, Automatic: true })),
      });
      return () => config.putRemediationConfigurations({ RemediationConfigurations });
    },
    says: [
      "verify-config-remediation-as-declared",
      `${RUNBOOK}-remediation`,
      "automatic",
      "is true in the account; the stack declares false",
    ],
  },
  {
    what: "a remediation changes what a dry run shows",
    control: "CONFIG-06",
    act: async ({ config }) => {
      const RemediationConfigurations = await remediationsOf(config, ROTATION_RULE);
      await config.putRemediationConfigurations({
        RemediationConfigurations: RemediationConfigurations.map((one) => ({
          ...one,
          Parameters: { ...one.Parameters, DryRun: { StaticValue: { Values: ["false"] } } },
        })),
      });
      return () => config.putRemediationConfigurations({ RemediationConfigurations });
    },
    says: [
      "verify-config-remediation-as-declared",
      `${RUNBOOK}-remediation`,
      "parameters[DryRun].staticValue",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "a runbook is deleted",
    control: "CONFIG-06",
    act: async ({ ssm }) => {
      const { Content } = await ssm.getDocument({ Name: RUNBOOK });
      await ssm.deleteDocument({ Name: RUNBOOK });
      return () => ssm.createDocument({ Name: RUNBOOK, DocumentType: "Automation", DocumentFormat: "JSON", Content });
    },
    says: [
      "verify-ssm-document-as-declared",
      RUNBOOK,
      "",
      `is missing in the account; the stack declares it (${RUNBOOK} in eu-central-1)`,
    ],
  },
  {
    what: "a runbook runs another call",
    control: "CONFIG-06",
    act: async ({ ssm }) => {
      const { Content = "", DocumentVersion: before } = await ssm.getDocument({ Name: RUNBOOK });
      const { DocumentDescription } = await ssm.updateDocument({
        Name: RUNBOOK,
        DocumentVersion: "$LATEST",
        DocumentFormat: "JSON",
        Content: Content.replace("EnableKeyRotation", "DisableKeyRotation"),
      });
      const run = (DocumentVersion: string | undefined) =>
        ssm.updateDocumentDefaultVersion({ Name: RUNBOOK, DocumentVersion });
      await run(DocumentDescription?.DocumentVersion);
      return () => run(before);
    },
    says: [
      "verify-ssm-document-as-declared",
      RUNBOOK,
      "content.mainSteps[Change].inputs.Api",
      "is DisableKeyRotation in the account; the stack declares EnableKeyRotation",
    ],
  },
  {
    what: "a runbook is shared with another account",
    control: "CONFIG-06",
    act: async ({ ssm }) => {
      const AccountIds = ["444455556666"];
      const share = { Name: RUNBOOK, PermissionType: "Share" } as const;
      await ssm.modifyDocumentPermission({ ...share, AccountIdsToAdd: AccountIds });
      return () => ssm.modifyDocumentPermission({ ...share, AccountIdsToRemove: AccountIds });
    },
    says: ["verify-ssm-document-as-declared", RUNBOOK, "permissions", /444455556666/],
  },
];

async function remediationsOf(config: ConfigService, rule: string): Promise<RemediationConfiguration[]> {
  const found = await config.describeRemediationConfigurations({ ConfigRuleNames: [rule] });
  return found.RemediationConfigurations ?? [];
}

/** A rule as it is put: AWS refuses its own identifiers and its state. */
function asNew(rule: ConfigRule | undefined): ConfigRule {
  const { ConfigRuleArn, ConfigRuleId, ConfigRuleState, CreatedBy, ...own } = rule ?? { Source: undefined };
  void [ConfigRuleArn, ConfigRuleId, ConfigRuleState, CreatedBy];
  return own;
}

const bucketBreakages: readonly Breakage[] = [
  {
    what: "a bucket has no policy",
    control: "STORE-03",
    act: async ({ s3 }) => {
      const { Policy } = await s3.getBucketPolicy({ Bucket: TRAIL_BUCKET });
      await s3.deleteBucketPolicy({ Bucket: TRAIL_BUCKET });
      return () => s3.putBucketPolicy({ Bucket: TRAIL_BUCKET, Policy });
    },
    says: [
      "verify-s3-bucket-policy-as-declared",
      "baseline-trail-bucket-policy",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket's policy lets everyone in",
    control: "STORE-01",
    act: async ({ s3 }) => {
      const { Policy } = await s3.getBucketPolicy({ Bucket: TRAIL_BUCKET });
      await s3.putBucketPolicy({ Bucket: TRAIL_BUCKET, Policy: widened(Policy) });
      return () => s3.putBucketPolicy({ Bucket: TRAIL_BUCKET, Policy });
    },
    says: [
      "verify-s3-bucket-policy-as-declared",
      "baseline-trail-bucket-policy",
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
  {
    what: "a bucket no longer keeps versions",
    control: "STORE-04",
    act: async ({ s3 }) => {
      await s3.putBucketVersioning({ Bucket: CONFIG_BUCKET, VersioningConfiguration: { Status: "Suspended" } });
      return () => s3.putBucketVersioning({ Bucket: CONFIG_BUCKET, VersioningConfiguration: { Status: "Enabled" } });
    },
    says: [
      "verify-s3-bucket-versioning-as-declared",
      "baseline-eu-central-1-recorder-bucket-versioning",
      "versioningConfiguration.status",
      "is Suspended in the account; the stack declares Enabled",
    ],
  },
  {
    what: "objects are locked for a day, and not for everyone",
    control: "TRAIL-04",
    act: async ({ s3 }) => {
      const { ObjectLockConfiguration } = await s3.getObjectLockConfiguration({ Bucket: TRAIL_BUCKET });
      await s3.putObjectLockConfiguration({
        Bucket: TRAIL_BUCKET,
        ObjectLockConfiguration: {
          ObjectLockEnabled: "Enabled",
          Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 2192 } },
        },
      });
      return () => s3.putObjectLockConfiguration({ Bucket: TRAIL_BUCKET, ObjectLockConfiguration });
    },
    says: [
      "verify-s3-bucket-object-lock-as-declared",
      "baseline-trail-bucket-object-lock",
      "rule.defaultRetention.mode",
      "is GOVERNANCE in the account; the stack declares COMPLIANCE",
    ],
  },
  {
    what: "a bucket's public access block is removed",
    control: "STORE-01",
    act: async ({ s3 }) => {
      const { PublicAccessBlockConfiguration } = await s3.getPublicAccessBlock({ Bucket: TRAIL_BUCKET });
      await s3.deletePublicAccessBlock({ Bucket: TRAIL_BUCKET });
      return () => s3.putPublicAccessBlock({ Bucket: TRAIL_BUCKET, PublicAccessBlockConfiguration });
    },
    says: [
      "verify-s3-bucket-public-access-block-as-declared",
      "baseline-trail-bucket-public-access-block",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket is encrypted with Amazon's own key",
    control: "STORE-02",
    act: async ({ s3 }) => {
      const { ServerSideEncryptionConfiguration } = await s3.getBucketEncryption({ Bucket: TRAIL_BUCKET });
      await s3.putBucketEncryption({
        Bucket: TRAIL_BUCKET,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
      });
      return () => s3.putBucketEncryption({ Bucket: TRAIL_BUCKET, ServerSideEncryptionConfiguration });
    },
    says: [
      "verify-s3-bucket-encryption-as-declared",
      "baseline-trail-bucket-encryption",
      "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm",
      "is AES256 in the account; the stack declares aws:kms",
    ],
    more: true,
  },
  {
    what: "a bucket's lifecycle is removed",
    control: "STORE-05",
    act: async ({ s3 }) => {
      const { Rules } = await s3.getBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET });
      await s3.deleteBucketLifecycle({ Bucket: TRAIL_BUCKET });
      return () => s3.putBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET, LifecycleConfiguration: { Rules } });
    },
    says: [
      "verify-s3-bucket-lifecycle-as-declared",
      "baseline-trail-bucket-lifecycle",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket's objects expire after a month",
    control: "STORE-05",
    act: async ({ s3 }) => {
      const { Rules = [] } = await s3.getBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET });
      const sooner = Rules.map((rule) => ({ ...rule, Expiration: { Days: 30 } }));
      await s3.putBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET, LifecycleConfiguration: { Rules: sooner } });
      return () => s3.putBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET, LifecycleConfiguration: { Rules } });
    },
    says: [
      "verify-s3-bucket-lifecycle-as-declared",
      "baseline-trail-bucket-lifecycle",
      "rules[expire-evidence].expiration.days",
      "is 30 in the account; the stack declares 2557",
    ],
  },
  {
    what: "access to a bucket is not logged",
    control: "STORE-06",
    act: async ({ s3 }) => {
      const { LoggingEnabled } = await s3.getBucketLogging({ Bucket: TRAIL_BUCKET });
      await s3.putBucketLogging({ Bucket: TRAIL_BUCKET, BucketLoggingStatus: {} });
      return () => s3.putBucketLogging({ Bucket: TRAIL_BUCKET, BucketLoggingStatus: { LoggingEnabled } });
    },
    says: [
      "verify-s3-bucket-logging-as-declared",
      "baseline-trail-bucket-access-logging",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket with models sends no events",
    control: "LINEAGE-02",
    act: async ({ s3 }) => {
      const notify = (NotificationConfiguration: NotificationConfiguration) =>
        s3.putBucketNotificationConfiguration({ Bucket: MODELS, NotificationConfiguration });
      await notify({});
      return () => notify({ EventBridgeConfiguration: {} });
    },
    says: [
      "verify-s3-bucket-notification-as-declared",
      "baseline-eu-central-1-lineage-acme-models-events",
      "eventbridge",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "access to a bucket with models is not logged",
    control: "LINEAGE-02",
    act: async ({ s3 }) => {
      const { LoggingEnabled } = await s3.getBucketLogging({ Bucket: MODELS });
      await s3.putBucketLogging({ Bucket: MODELS, BucketLoggingStatus: {} });
      return () => s3.putBucketLogging({ Bucket: MODELS, BucketLoggingStatus: { LoggingEnabled } });
    },
    says: [
      "verify-s3-bucket-logging-as-declared",
      "baseline-eu-central-1-lineage-acme-models-access-logging",
      "",
      `is missing in the account; the stack declares it (${MODELS} in eu-central-1)`,
    ],
  },
  {
    what: "writers own their objects",
    control: "STORE-01",
    act: async ({ s3 }) => {
      const own = (ObjectOwnership: "ObjectWriter" | "BucketOwnerEnforced") =>
        s3.putBucketOwnershipControls({ Bucket: TRAIL_BUCKET, OwnershipControls: { Rules: [{ ObjectOwnership }] } });
      await own("ObjectWriter");
      return () => own("BucketOwnerEnforced");
    },
    says: [
      "verify-s3-bucket-ownership-as-declared",
      "baseline-trail-bucket-ownership",
      "rule.objectOwnership",
      "is ObjectWriter in the account; the stack declares BucketOwnerEnforced",
    ],
  },
];

/** Changes a part of the invocation logging. */
async function relogged(
  { bedrock }: Clients,
  change: { readonly audioDataDeliveryEnabled?: boolean; readonly imageDataDeliveryEnabled?: boolean },
): Promise<() => Promise<unknown>> {
  const { loggingConfig } = await bedrock.getModelInvocationLoggingConfiguration({});
  await bedrock.putModelInvocationLoggingConfiguration({ loggingConfig: { ...loggingConfig, ...change } });
  return () => bedrock.putModelInvocationLoggingConfiguration({ loggingConfig });
}

const CONFIGURATION = "model-invocation-logging-eu-central-1";

const invocationBreakages: readonly Breakage[] = [
  {
    what: "invocations are not logged",
    control: "INVOKE-01",
    act: async ({ bedrock }) => {
      const { loggingConfig } = await bedrock.getModelInvocationLoggingConfiguration({});
      await bedrock.deleteModelInvocationLoggingConfiguration({});
      return () => bedrock.putModelInvocationLoggingConfiguration({ loggingConfig });
    },
    says: [
      "verify-bedrock-invocation-logging-as-declared",
      CONFIGURATION,
      "",
      "is missing in the account; the stack declares it (eu-central-1)",
    ],
  },
  {
    what: "images are logged",
    control: "INVOKE-02",
    act: (aws) => relogged(aws, { imageDataDeliveryEnabled: true }),
    says: [
      "verify-bedrock-invocation-logging-as-declared",
      CONFIGURATION,
      "loggingConfig.imageDataDeliveryEnabled",
      "is true in the account; the stack declares false",
    ],
  },
  {
    what: "audio is logged",
    control: "INVOKE-02",
    act: (aws) => relogged(aws, { audioDataDeliveryEnabled: true }),
    says: [
      "verify-bedrock-invocation-logging-audio",
      CONFIGURATION,
      "audioDataDeliveryEnabled",
      "is true in the account; content mode redacted needs false",
    ],
  },
];

async function changedAlarm(
  { cloudwatch }: Clients,
  change: { readonly Threshold?: number; readonly ActionsEnabled?: boolean },
): Promise<() => Promise<unknown>> {
  const { MetricAlarms = [] } = await cloudwatch.describeAlarms({ AlarmNames: [ALARM] });
  const [alarm] = MetricAlarms;
  const put = (more: object) =>
    cloudwatch.putMetricAlarm({
      AlarmName: ALARM,
      AlarmDescription: alarm?.AlarmDescription,
      AlarmActions: alarm?.AlarmActions,
      ComparisonOperator: alarm?.ComparisonOperator,
      EvaluationPeriods: alarm?.EvaluationPeriods,
      MetricName: alarm?.MetricName,
      Namespace: alarm?.Namespace,
      Period: alarm?.Period,
      Statistic: alarm?.Statistic,
      Threshold: alarm?.Threshold,
      TreatMissingData: alarm?.TreatMissingData,
      ActionsEnabled: true,
      ...more,
    });
  await put(change);
  return () => put({});
}

const alertBreakages: readonly Breakage[] = [
  {
    what: "an alarm is deleted",
    control: "INVOKE-06",
    act: async (aws) => {
      const restore = await changedAlarm(aws, { Threshold: 1 });
      await aws.cloudwatch.deleteAlarms({ AlarmNames: [ALARM] });
      return restore;
    },
    says: [
      "verify-cloudwatch-alarm-as-declared",
      ALARM,
      "",
      `is missing in the account; the stack declares it (${ALARM} in eu-central-1)`,
    ],
  },
  {
    what: "an alarm tells nobody",
    control: "ALERT-02",
    act: (aws) => changedAlarm(aws, { ActionsEnabled: false }),
    says: [
      "verify-cloudwatch-alarm-as-declared",
      ALARM,
      "actionsEnabled",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "an alarm tolerates lost records",
    control: "ALERT-02",
    act: (aws) => changedAlarm(aws, { Threshold: 1000 }),
    says: ["verify-cloudwatch-alarm-as-declared", ALARM, "threshold", "is 1000 in the account; the stack declares 1"],
  },
  {
    what: "an alarm has no data",
    control: "ALERT-02",
    act: async ({ cloudwatch }) => {
      const set = (StateValue: "INSUFFICIENT_DATA" | "OK", StateReason: string) =>
        cloudwatch.setAlarmState({ AlarmName: ALARM, StateValue, StateReason });
      await set("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation");
      return () => set("OK", "within the threshold");
    },
    says: [
      "verify-cloudwatch-alarm-has-data",
      ALARM,
      "StateValue",
      "is INSUFFICIENT_DATA (Unchecked: Initial alarm creation): the alarm decides nothing",
    ],
  },
  {
    what: "a topic's policy lets everyone in",
    control: "ALERT-01",
    act: async ({ sns }) => {
      const { Attributes = {} } = await sns.getTopicAttributes({ TopicArn: ALERT_TOPIC });
      const set = (AttributeValue: string | undefined) =>
        sns.setTopicAttributes({ TopicArn: ALERT_TOPIC, AttributeName: "Policy", AttributeValue });
      await set(widened(Attributes["Policy"]));
      return () => set(Attributes["Policy"]);
    },
    says: [
      "verify-sns-topic-policy-as-declared",
      "baseline-eu-central-1-alerts-topic-policy",
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
  {
    what: "a topic has another key",
    control: "ALERT-01",
    act: async ({ sns }) => {
      const { Attributes = {} } = await sns.getTopicAttributes({ TopicArn: ALERT_TOPIC });
      const set = (AttributeValue: string | undefined) =>
        sns.setTopicAttributes({ TopicArn: ALERT_TOPIC, AttributeName: "KmsMasterKeyId", AttributeValue });
      await set("alias/aws/sns");
      return () => set(Attributes["KmsMasterKeyId"]);
    },
    says: [
      "verify-sns-topic-as-declared",
      "baseline-eu-central-1-alerts-topic",
      "kmsMasterKeyId",
      /^is alias\/aws\/sns in the account; the stack declares arn:aws:kms:/,
    ],
  },
  {
    what: "a subscription is sent fewer messages",
    control: "ALERT-02",
    act: async ({ sns }) => {
      const { Subscriptions = [] } = await sns.listSubscriptionsByTopic({ TopicArn: DELIVERIES });
      const SubscriptionArn = Subscriptions.find(({ Protocol }) => Protocol === "sqs")?.SubscriptionArn;
      const set = (AttributeValue: string) =>
        sns.setSubscriptionAttributes({ SubscriptionArn, AttributeName: "FilterPolicy", AttributeValue });
      await set(JSON.stringify({ kind: ["digest"] }));
      return () => set("{}");
    },
    says: [
      "verify-sns-subscription-as-declared",
      "baseline-trail-topic-sqs-arn:aws:sqs:eu-central-1:111122223333:trail-deliveries",
      "filterPolicy",
      /^is \{"kind":\["digest"\]\} in the account/,
    ],
  },
  {
    what: "a rule on the calls that take keys away is disabled",
    control: "ALERT-03",
    act: async ({ events }) => {
      await events.disableRule({ Name: KMS_RULE });
      return () => events.enableRule({ Name: KMS_RULE });
    },
    says: [
      "verify-eventbridge-rule-as-declared",
      KMS_RULE,
      "state",
      "is DISABLED in the account; the stack declares ENABLED",
    ],
  },
  {
    what: "a rule is narrowed to the calls of one person",
    control: "ALERT-03",
    act: async ({ events }) => {
      const { EventPattern = "", Description } = await events.describeRule({ Name: KMS_RULE });
      const wide = JSON.parse(EventPattern) as { detail: object }; // of this project's own rule
      const narrowed = { ...wide, detail: { ...wide.detail, userIdentity: { userName: ["anna"] } } };
      const put = (pattern: string) => events.putRule({ Name: KMS_RULE, Description, EventPattern: pattern });
      await put(JSON.stringify(narrowed));
      return () => put(EventPattern);
    },
    says: [
      "verify-eventbridge-rule-as-declared",
      KMS_RULE,
      "eventPattern.detail.userIdentity",
      /^is .*anna.* in the account; the stack declares none$/,
    ],
  },
  {
    what: "a rule sends events to nobody",
    control: "ALERT-03",
    act: async ({ events }) => {
      const { Targets = [] } = await events.listTargetsByRule({ Rule: KMS_RULE });
      await events.removeTargets({ Rule: KMS_RULE, Ids: ["alert"] });
      return () => events.putTargets({ Rule: KMS_RULE, Targets });
    },
    says: [
      "verify-eventbridge-target-as-declared",
      `${KMS_RULE}-alert`,
      "",
      /^is missing in the account; the stack declares it/,
    ],
  },
  {
    what: "undelivered events are dropped after a minute",
    control: "ALERT-03",
    act: async ({ sqs }) => {
      const { QueueUrl } = await sqs.getQueueUrl({ QueueName: UNDELIVERED });
      const set = (MessageRetentionPeriod: string) =>
        sqs.setQueueAttributes({ QueueUrl, Attributes: { MessageRetentionPeriod } });
      await set("60");
      return () => set("1209600");
    },
    says: [
      "verify-sqs-queue-as-declared",
      UNDELIVERED,
      "messageRetentionSeconds",
      "is 60 in the account; the stack declares 1209600",
    ],
  },
  {
    what: "a queue's policy lets everyone in",
    control: "ALERT-03",
    act: async ({ sqs }) => {
      const { QueueUrl } = await sqs.getQueueUrl({ QueueName: UNDELIVERED });
      const { Attributes = {} } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["Policy"] });
      const set = (Policy: string | undefined) =>
        sqs.setQueueAttributes({ QueueUrl, Attributes: { Policy: Policy ?? "" } });
      await set(widened(Attributes.Policy));
      return () => set(Attributes.Policy);
    },
    says: [
      "verify-sqs-queue-policy-as-declared",
      `${UNDELIVERED}-policy`,
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
];

const SETTINGS = "baseline-eu-central-1-settings";
const AccountId = "111122223333";

const accountBreakages: readonly Breakage[] = [
  {
    what: "the account lets buckets be public by a policy",
    control: "ACCOUNT-01",
    act: async ({ s3control }) => {
      const { PublicAccessBlockConfiguration: block } = await s3control.getPublicAccessBlock({ AccountId });
      const put = (RestrictPublicBuckets: boolean) =>
        s3control.putPublicAccessBlock({
          AccountId,
          PublicAccessBlockConfiguration: { ...block, RestrictPublicBuckets },
        });
      await put(false);
      return () => put(true);
    },
    says: [
      "verify-s3-account-public-access-block-as-declared",
      "baseline-account-settings-public-access-block",
      "restrictPublicBuckets",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the account's block of public access is gone",
    control: "ACCOUNT-01",
    act: async ({ s3control }) => {
      const { PublicAccessBlockConfiguration } = await s3control.getPublicAccessBlock({ AccountId });
      await s3control.deletePublicAccessBlock({ AccountId });
      return () => s3control.putPublicAccessBlock({ AccountId, PublicAccessBlockConfiguration });
    },
    says: [
      "verify-s3-account-public-access-block-as-declared",
      "baseline-account-settings-public-access-block",
      "",
      /^is missing in the account; the stack declares it/,
    ],
  },
  {
    what: "passwords of eight characters are enough",
    control: "ACCOUNT-02",
    act: async ({ iam }) => {
      const { PasswordPolicy } = await iam.getAccountPasswordPolicy({});
      const { ExpirePasswords: _, ...policy } = PasswordPolicy ?? {};
      await iam.updateAccountPasswordPolicy({ ...policy, MinimumPasswordLength: 8 });
      return () => iam.updateAccountPasswordPolicy(policy);
    },
    says: [
      "verify-iam-password-policy-as-declared",
      "baseline-account-settings-password-policy",
      "minimumPasswordLength",
      "is 8 in the account; the stack declares 14",
    ],
  },
  {
    what: "AWS writes to somebody else about security",
    control: "ACCOUNT-06",
    act: async ({ account }) => {
      const { AlternateContact } = await account.getAlternateContact({ AlternateContactType: "SECURITY" });
      const declared = { Name: "", Title: "", PhoneNumber: "", EmailAddress: "", ...AlternateContact };
      const changed = { ...declared, AlternateContactType: "SECURITY", EmailAddress: "somebody@example.net" } as const;
      await account.putAlternateContact(changed);
      return () => account.putAlternateContact({ ...changed, EmailAddress: declared.EmailAddress });
    },
    says: [
      "verify-account-alternate-contact-as-declared",
      "baseline-contacts-security",
      "emailAddress",
      "is somebody@example.net in the account; the stack declares ai-security@example.com",
    ],
  },
  {
    what: "new volumes are no longer encrypted",
    control: "ACCOUNT-03",
    act: async ({ ec2 }) => {
      await ec2.disableEbsEncryptionByDefault({});
      return () => ec2.enableEbsEncryptionByDefault({});
    },
    says: [
      "verify-ec2-ebs-encryption-as-declared",
      `${SETTINGS}-volume-encryption`,
      "enabled",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "new instances need no IMDSv2",
    control: "ACCOUNT-04",
    act: async ({ ec2 }) => {
      await ec2.modifyInstanceMetadataDefaults({ HttpTokens: "no-preference" });
      return () => ec2.modifyInstanceMetadataDefaults({ HttpTokens: "required" });
    },
    says: [
      "verify-ec2-instance-metadata-defaults-as-declared",
      `${SETTINGS}-instance-metadata`,
      "httpTokens",
      "is no-preference in the account; the stack declares required",
    ],
  },
  {
    what: "snapshots that were public are public again",
    control: "ACCOUNT-05",
    act: async ({ ec2 }) => {
      await ec2.enableSnapshotBlockPublicAccess({ State: "block-new-sharing" });
      return () => ec2.enableSnapshotBlockPublicAccess({ State: "block-all-sharing" });
    },
    says: [
      "verify-ec2-snapshot-sharing-block-as-declared",
      `${SETTINGS}-snapshot-sharing-block`,
      "state",
      "is block-new-sharing in the account; the stack declares block-all-sharing",
    ],
  },
  {
    what: "AMIs can be public",
    control: "ACCOUNT-05",
    act: async ({ ec2 }) => {
      await ec2.disableImageBlockPublicAccess({});
      return () => ec2.enableImageBlockPublicAccess({ ImageBlockPublicAccessState: "block-new-sharing" });
    },
    says: [
      "verify-ec2-image-sharing-block-as-declared",
      `${SETTINGS}-image-sharing-block`,
      "state",
      "is unblocked in the account; the stack declares block-new-sharing",
    ],
  },
];

const roleBreakages: readonly Breakage[] = [
  {
    what: "a role trusts another account",
    control: "ACCESS-02",
    act: async ({ iam }) => {
      const { Role } = await iam.getRole({ RoleName: ROLE });
      const PolicyDocument = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
      const trust = { Effect: "Allow", Principal: { AWS: "999988887777" }, Action: "sts:AssumeRole", Sid: "Others" };
      const document = JSON.parse(PolicyDocument) as { Statement: object[] }; // of this project's own role
      const more = JSON.stringify({ ...document, Statement: [...document.Statement, trust] });
      await iam.updateAssumeRolePolicy({ RoleName: ROLE, PolicyDocument: more });
      return () => iam.updateAssumeRolePolicy({ RoleName: ROLE, PolicyDocument });
    },
    says: [
      "verify-iam-role-as-declared",
      ROLE,
      "assumeRolePolicy.Statement",
      "has Others in the account; the stack does not declare it",
    ],
  },
  {
    what: "the logs of a knowledge base are no longer delivered",
    control: "LOG-06",
    act: async ({ logs }) => {
      const { deliveries = [] } = await logs.describeDeliveries({});
      const delivery = deliveries.find(({ deliverySourceName }) => deliverySourceName === DELIVERED);
      const { deliverySourceName, deliveryDestinationArn } = delivery ?? {};
      await logs.deleteDelivery({ id: delivery?.id });
      return () => logs.createDelivery({ deliverySourceName, deliveryDestinationArn });
    },
    says: [
      "verify-logs-delivery-as-declared",
      `${DELIVERED}-delivery`,
      "",
      /^is missing in the account; the stack declares it/,
    ],
  },
  {
    what: "delivered logs go to another log group",
    control: "LOG-06",
    act: async ({ logs }) => {
      const name = "baseline-eu-central-1-vended";
      const { deliveryDestination } = await logs.getDeliveryDestination({ name });
      const was = deliveryDestination?.deliveryDestinationConfiguration;
      const destinationResourceArn = `arn:aws:logs:${HOME}:111122223333:log-group:${TRAIL_GROUP}`;
      await logs.putDeliveryDestination({ name, deliveryDestinationConfiguration: { destinationResourceArn } });
      return () => logs.putDeliveryDestination({ name, deliveryDestinationConfiguration: was });
    },
    says: [
      "verify-logs-delivery-destination-as-declared",
      "baseline-eu-central-1-vended-destination",
      "deliveryDestinationConfiguration.destinationResourceArn",
      `is arn:aws:logs:${HOME}:111122223333:log-group:${TRAIL_GROUP} in the account; the stack declares arn:aws:logs:${HOME}:111122223333:log-group:/aws/vendedlogs/bedrock/baseline-eu-central-1-vended`,
    ],
  },
  {
    what: "a role may do more",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const { PolicyNames: [PolicyName] = [] } = await iam.listRolePolicies({ RoleName: ROLE });
      const policy = { RoleName: ROLE, PolicyName };
      const { PolicyDocument } = await iam.getRolePolicy(policy);
      const document = decodeURIComponent(PolicyDocument ?? "");
      await iam.putRolePolicy({ ...policy, PolicyDocument: document.replace('"logs:PutLogEvents"', '"logs:*"') });
      return () => iam.putRolePolicy({ ...policy, PolicyDocument: document });
    },
    says: [
      "verify-iam-role-policy-as-declared",
      "baseline-eu-central-1-invocations-role-policy",
      "policy.Statement[WriteLogStreams].Action",
      "lacks logs:PutLogEvents in the account; the stack declares it",
    ],
    more: true,
  },
  {
    what: "a role loses its policy",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const { PolicyNames: [PolicyName] = [] } = await iam.listRolePolicies({ RoleName: ROLE });
      const policy = { RoleName: ROLE, PolicyName };
      const { PolicyDocument } = await iam.getRolePolicy(policy);
      await iam.deleteRolePolicy(policy);
      return () => iam.putRolePolicy({ ...policy, PolicyDocument: decodeURIComponent(PolicyDocument ?? "") });
    },
    says: [
      "verify-iam-role-policy-as-declared",
      "baseline-eu-central-1-invocations-role-policy",
      "",
      /^is missing in the account; the stack declares it \(baseline-eu-central-1-invocations-role:\S+ in eu-central-1\)$/,
    ],
  },
  {
    what: "a managed policy is attached to a role",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const attachment = { RoleName: ROLE, PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" };
      await iam.attachRolePolicy(attachment);
      return () => iam.detachRolePolicy(attachment);
    },
    says: [
      "verify-iam-role-only-declared-policies",
      ROLE,
      "policies",
      "has the managed policy arn:aws:iam::aws:policy/AdministratorAccess in the account; the stack does not declare it",
    ],
  },
  {
    what: "a role gets another inline policy",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const policy = { RoleName: ROLE, PolicyName: "more" };
      const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
      await iam.putRolePolicy({ ...policy, PolicyDocument });
      return () => iam.deleteRolePolicy(policy);
    },
    says: [
      "verify-iam-role-only-declared-policies",
      ROLE,
      "policies",
      "has the inline policy more in the account; the stack does not declare it",
    ],
  },
];

const GUARDRAIL = "baseline-eu-central-1-guardrail";

/** The guardrail of the home region, its draft, and what puts the draft back. */
async function guardrailOf({ bedrock }: Clients) {
  const { guardrails = [] } = await bedrock.listGuardrails({});
  const guardrailIdentifier = guardrails.find(({ name }) => name === GUARDRAIL)?.id ?? "";
  const draft = await bedrock.getGuardrail({ guardrailIdentifier });
  const { name = "", description, blockedInputMessaging = "", blockedOutputsMessaging = "", kmsKeyArn } = draft;
  const { contentPolicy, contextualGroundingPolicy, sensitiveInformationPolicy, wordPolicy } = draft;
  const content = {
    ...{ guardrailIdentifier, name, blockedInputMessaging, blockedOutputsMessaging },
    ...(description === undefined ? {} : { description }),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyId: kmsKeyArn }),
    contextualGroundingPolicyConfig: { filtersConfig: contextualGroundingPolicy?.filters },
    sensitiveInformationPolicyConfig: { piiEntitiesConfig: sensitiveInformationPolicy?.piiEntities },
    wordPolicyConfig: { managedWordListsConfig: wordPolicy?.managedWordLists },
  };
  const filters = contentPolicy?.filters ?? [];
  const update = (filtersConfig: typeof filters) =>
    bedrock.updateGuardrail({ ...content, contentPolicyConfig: { filtersConfig } });
  return { guardrailIdentifier, filters, update };
}

const guardrailBreakages: readonly Breakage[] = [
  {
    what: "a guardrail filters prompt attacks less",
    control: "MODEL-01",
    act: async (aws) => {
      const { filters, update } = await guardrailOf(aws);
      await update(
        filters.map((filter) => (filter.type === "PROMPT_ATTACK" ? { ...filter, inputStrength: "LOW" } : filter)),
      );
      return () => update(filters);
    },
    says: [
      "verify-bedrock-guardrail-as-declared",
      GUARDRAIL,
      "contentPolicyConfig.filtersConfigs",
      /inputStrength|PROMPT_ATTACK/,
    ],
    more: true,
  },
];

async function detectorIdOf({ guardduty }: Clients): Promise<string> {
  return (await guardduty.listDetectors({})).DetectorIds?.[0] ?? "";
}

const ANALYZER = "baseline-eu-central-1-access-external";

const detectionBreakages: readonly Breakage[] = [
  {
    what: "an analyzer is deleted",
    control: "DETECT-03",
    act: async ({ accessAnalyzer }) => {
      await accessAnalyzer.deleteAnalyzer({ analyzerName: ANALYZER });
      return () => accessAnalyzer.createAnalyzer({ analyzerName: ANALYZER, type: "ACCOUNT" });
    },
    says: ["verify-accessanalyzer-analyzer-as-declared", ANALYZER, "", /^is missing in the account/],
  },
  {
    what: "GuardDuty is suspended",
    control: "DETECT-01",
    act: async (aws) => {
      const DetectorId = await detectorIdOf(aws);
      await aws.guardduty.updateDetector({ DetectorId, Enable: false });
      return () => aws.guardduty.updateDetector({ DetectorId, Enable: true });
    },
    says: [
      "verify-guardduty-detector-as-declared",
      "baseline-eu-central-1-threats-detector",
      "enable",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "a feature of GuardDuty is switched off",
    control: "DETECT-01",
    act: async (aws) => {
      const DetectorId = await detectorIdOf(aws);
      const set = (Status: "ENABLED" | "DISABLED") =>
        aws.guardduty.updateDetector({ DetectorId, Features: [{ Name: "S3_DATA_EVENTS", Status }] });
      await set("DISABLED");
      return () => set("ENABLED");
    },
    says: [
      "verify-guardduty-feature-as-declared",
      "baseline-eu-central-1-threats-s3-data-events",
      "status",
      "is DISABLED in the account; the stack declares ENABLED",
    ],
  },
  {
    what: "Security Hub leaves new controls out",
    control: "DETECT-04",
    act: async ({ securityHub }) => {
      const set = (AutoEnableControls: boolean) => securityHub.updateSecurityHubConfiguration({ AutoEnableControls });
      await set(false);
      return () => set(true);
    },
    says: [
      "verify-securityhub-hub-as-declared",
      "baseline-eu-central-1-standards-hub",
      "autoEnableControls",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the standard on AI is disabled",
    control: "DETECT-04",
    act: async ({ securityHub }) => {
      const { StandardsSubscriptions = [] } = await securityHub.getEnabledStandards({});
      const one = StandardsSubscriptions.find(({ StandardsArn = "" }) => StandardsArn.includes("/ai-security-"));
      await securityHub.batchDisableStandards({ StandardsSubscriptionArns: [one?.StandardsSubscriptionArn ?? ""] });
      const StandardsSubscriptionRequests = [{ StandardsArn: one?.StandardsArn ?? "" }];
      return () => securityHub.batchEnableStandards({ StandardsSubscriptionRequests });
    },
    says: [
      "verify-securityhub-standard-as-declared",
      "baseline-eu-central-1-standards-ai-security-best-practices",
      "",
      /^is missing in the account/,
    ],
  },
  {
    what: "the lock of a backup vault is gone",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      await backup.deleteBackupVaultLockConfiguration({ BackupVaultName: BACKUP });
      return () => backup.putBackupVaultLockConfiguration({ BackupVaultName: BACKUP, MinRetentionDays: 35 });
    },
    says: ["verify-backup-vault-lock-as-declared", `${BACKUP}-lock`, "", /^is missing in the account/],
    more: true,
  },
  {
    what: "a backup vault takes what is kept for a day",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      await backup.putBackupVaultLockConfiguration({ BackupVaultName: BACKUP, MinRetentionDays: 1 });
      return () => backup.putBackupVaultLockConfiguration({ BackupVaultName: BACKUP, MinRetentionDays: 35 });
    },
    says: [
      "verify-backup-vault-lock-as-declared",
      `${BACKUP}-lock`,
      "minRetentionDays",
      "is 1 in the account; the stack declares 35",
    ],
  },
  {
    what: "somebody makes the lock of a backup vault one that nobody can take away",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      const lock = { BackupVaultName: BACKUP, MinRetentionDays: 35 };
      await backup.putBackupVaultLockConfiguration({ ...lock, ChangeableForDays: 3 });
      return async () => {
        await backup.deleteBackupVaultLockConfiguration({ BackupVaultName: BACKUP });
        return backup.putBackupVaultLockConfiguration(lock);
      };
    },
    says: [
      "verify-backup-vault-lock-mode-as-declared",
      `${BACKUP}-lock`,
      "LockDate",
      "makes the lock one of COMPLIANCE in the account; the stack declares GOVERNANCE",
    ],
  },
  {
    what: "a backup vault lets its recovery points be deleted",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      const { Policy } = await backup.getBackupVaultAccessPolicy({ BackupVaultName: BACKUP });
      await backup.deleteBackupVaultAccessPolicy({ BackupVaultName: BACKUP });
      return () => backup.putBackupVaultAccessPolicy({ BackupVaultName: BACKUP, Policy });
    },
    says: ["verify-backup-vault-policy-as-declared", `${BACKUP}-policy`, "", /^is missing in the account/],
  },
  {
    what: "a training bucket is no longer backed up",
    control: "BACKUP-01",
    act: async ({ backup }) => {
      const { BackupPlansList: [plan] = [] } = await backup.listBackupPlans({});
      const { BackupPlanId } = plan ?? {};
      const { BackupSelectionsList: [listed] = [] } = await backup.listBackupSelections({ BackupPlanId });
      const { SelectionId } = listed ?? {};
      const { BackupSelection } = await backup.getBackupSelection({ BackupPlanId, SelectionId });
      await backup.deleteBackupSelection({ BackupPlanId, SelectionId });
      return () => backup.createBackupSelection({ BackupPlanId, BackupSelection });
    },
    says: ["verify-backup-selection-as-declared", `${BACKUP}-selection`, "", /^is missing in the account/],
    more: true,
  },
  {
    what: "recovery points are kept for a year",
    control: "BACKUP-01",
    act: async ({ backup }) => {
      const { BackupPlansList: [plan] = [] } = await backup.listBackupPlans({});
      const { BackupPlanId } = plan ?? {};
      const { BackupPlan } = await backup.getBackupPlan({ BackupPlanId });
      const Rules = BackupPlan?.Rules?.map((rule) => ({ ...rule, Lifecycle: { DeleteAfterDays: 365 } }));
      const { BackupPlanName } = BackupPlan ?? {};
      await backup.updateBackupPlan({ BackupPlanId, BackupPlan: { BackupPlanName, Rules } });
      return () => backup.updateBackupPlan({ BackupPlanId, BackupPlan: { BackupPlanName, Rules: BackupPlan?.Rules } });
    },
    says: [
      "verify-backup-plan-as-declared",
      `${BACKUP}-plan`,
      "rules[0].lifecycle.deleteAfter",
      "is 365 in the account; the stack declares 35",
    ],
  },
  {
    what: "a bucket that is backed up has no versioning any more",
    control: "BACKUP-01",
    act: async ({ s3 }) => {
      const set = (Status: "Enabled" | "Suspended") =>
        s3.putBucketVersioning({ Bucket: "acme-training-data", VersioningConfiguration: { Status } });
      await set("Suspended");
      return () => set("Enabled");
    },
    says: [
      "verify-backup-buckets-versioned",
      `${BACKUP}-selection`,
      "resources",
      "names the bucket acme-training-data, whose versioning is Suspended: AWS Backup cannot back it up",
    ],
  },
  {
    what: "the job that looks into training buckets is paused",
    control: "DETECT-06",
    act: async ({ macie }) => {
      const { items = [] } = await macie.listClassificationJobs({});
      const set = (jobStatus: "RUNNING" | "USER_PAUSED") =>
        macie.updateClassificationJob({ jobId: items[0]?.jobId, jobStatus });
      await set("USER_PAUSED");
      return () => set("RUNNING");
    },
    says: [
      "verify-macie-job-as-declared",
      "baseline-eu-central-1-macie-job",
      "jobStatus",
      "is USER_PAUSED in the account; the stack declares RUNNING",
    ],
  },
  {
    what: "Macie is paused",
    control: "DETECT-06",
    act: async ({ macie }) => {
      await macie.updateMacieSession({ status: "PAUSED" });
      return () => macie.updateMacieSession({ status: "ENABLED" });
    },
    says: [
      "verify-macie-session-as-declared",
      "baseline-eu-central-1-macie-macie",
      "status",
      "is PAUSED in the account; the stack declares ENABLED",
    ],
  },
  {
    what: "the results of Macie are kept in another bucket",
    control: "DETECT-06",
    act: async ({ macie }) => {
      const { configuration } = await macie.getClassificationExportConfiguration({});
      const kmsKeyArn = configuration?.s3Destination?.kmsKeyArn;
      await macie.putClassificationExportConfiguration({
        configuration: { s3Destination: { bucketName: "elsewhere", kmsKeyArn } },
      });
      return () => macie.putClassificationExportConfiguration({ configuration });
    },
    says: [
      "verify-macie-results-kept-as-declared",
      "baseline-eu-central-1-macie-results",
      "s3Destination.bucketName",
      /^is elsewhere in the account/,
    ],
  },
  {
    what: "Inspector no longer scans images",
    control: "DETECT-05",
    act: async ({ inspector }) => {
      await inspector.disable({ resourceTypes: ["ECR"], accountIds: ["111122223333"] });
      return () => inspector.enable({ resourceTypes: ["ECR"], accountIds: ["111122223333"] });
    },
    says: ["verify-inspector-scans-as-declared", "baseline-eu-central-1-vulnerabilities-scans", "resourceTypes", /ECR/],
  },
];

export const BREAKAGES: readonly Breakage[] = [
  ...guardrailBreakages,
  ...trailBreakages,
  ...accountBreakages,
  ...logBreakages,
  ...keyBreakages,
  ...configBreakages,
  ...bucketBreakages,
  ...invocationBreakages,
  ...alertBreakages,
  ...detectionBreakages,
  ...roleBreakages,
];
