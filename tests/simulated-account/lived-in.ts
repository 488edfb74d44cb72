/** An account as one finds it: others have set things up before. Planted by API calls, in the account of the prod stack. */
import { BedrockClient, PutModelInvocationLoggingConfigurationCommand } from "@aws-sdk/client-bedrock";
import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  ConfigServiceClient,
  PutConfigRuleCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutRetentionConfigurationCommand,
} from "@aws-sdk/client-config-service";
import { CreateClusterCommand, EKSClient } from "@aws-sdk/client-eks";
import { CreateRoleCommand, CreateServiceLinkedRoleCommand, DeleteRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  CreateBucketCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";

export const ACCOUNT = "111122223333";
export const HOME = "eu-central-1";
export const OTHER = "us-east-1";
export const CONTROL_TOWER_RECORDER = "aws-controltower-BaselineConfigRecorder";
export const COMPANY_TRAIL = `arn:aws:cloudtrail:${HOME}:${ACCOUNT}:trail/company-trail`;

const BUCKET = "company-logs";
/** A team's, which the stack names. */
const MODELS = "acme-models";
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });

/** How a client of AWS's SDK reaches a simulated account. */
export function clientSettings(endpoint: string, region: string) {
  return { endpoint, region, forcePathStyle: true, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}

/** What the settings of the prod stack resolve, each in a way of its own. */
export async function setUpByOthers(endpoint: string): Promise<void> {
  await createBucket(endpoint, BUCKET);
  await createTrails(endpoint);
  await recordConfiguration(endpoint, HOME, "default");
  await recordConfiguration(endpoint, OTHER, CONTROL_TOWER_RECORDER);
  await new IAMClient(clientSettings(endpoint, HOME)).send(
    new CreateServiceLinkedRoleCommand({ AWSServiceName: "config.amazonaws.com" }),
  );
  await new CloudWatchLogsClient(clientSettings(endpoint, OTHER)).send(
    new CreateLogGroupCommand({ logGroupName: "/company/invocations" }),
  );
  await new BedrockClient(clientSettings(endpoint, OTHER)).send(
    new PutModelInvocationLoggingConfigurationCommand({
      loggingConfig: {
        cloudWatchConfig: {
          logGroupName: "/company/invocations",
          roleArn: `arn:aws:iam::${ACCOUNT}:role/company-invocations`,
        },
        textDataDeliveryEnabled: true,
      },
    }),
  );
  await useModels(endpoint);
  await runCluster(endpoint);
}

const BREAK_GLASS = "break-glass";

/** The principal that the settings of the prod stack name. */
export async function createBreakGlass(endpoint: string): Promise<void> {
  await new IAMClient(clientSettings(endpoint, HOME)).send(
    new CreateRoleCommand({ RoleName: BREAK_GLASS, AssumeRolePolicyDocument: TRUST }),
  );
}

export async function deleteBreakGlass(endpoint: string): Promise<void> {
  await new IAMClient(clientSettings(endpoint, HOME)).send(new DeleteRoleCommand({ RoleName: BREAK_GLASS }));
}

/** A multi-region trail, and as many of one region as the limit leaves room for. */
async function createTrails(endpoint: string): Promise<void> {
  const cloudtrail = new CloudTrailClient(clientSettings(endpoint, HOME));
  const names = ["company-trail", "data-trail-1", "data-trail-2", "data-trail-3", "data-trail-4"];
  for (const [index, Name] of names.entries()) {
    await cloudtrail.send(new CreateTrailCommand({ Name, S3BucketName: BUCKET, IsMultiRegionTrail: index === 0 }));
  }
  await cloudtrail.send(new StartLoggingCommand({ Name: "company-trail" }));
}

async function recordConfiguration(endpoint: string, region: string, name: string): Promise<void> {
  const config = new ConfigServiceClient(clientSettings(endpoint, region));
  const roleARN = `arn:aws:iam::${ACCOUNT}:role/company-config`;
  await config.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name, roleARN } }));
  await config.send(
    new PutDeliveryChannelCommand({ DeliveryChannel: { name: `${name}-channel`, s3BucketName: BUCKET } }),
  );
  await config.send(new PutRetentionConfigurationCommand({ RetentionPeriodInDays: 365 }));
}

/** A cluster that logged before anybody made its log group, so that EKS did. */
/** A bucket that the stack names tells a topic of new models, and logs access to itself. */
async function useModels(endpoint: string): Promise<void> {
  const s3 = new S3Client(clientSettings(endpoint, HOME));
  const { TopicArn } = await new SNSClient(clientSettings(endpoint, HOME)).send(
    new CreateTopicCommand({ Name: "company-models" }),
  );
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: MODELS,
      NotificationConfiguration: { TopicConfigurations: [{ TopicArn, Events: ["s3:ObjectCreated:*"] }] },
    }),
  );
  const Statement = [
    {
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `arn:aws:s3:::${BUCKET}/*`,
    },
  ];
  await s3.send(
    new PutBucketPolicyCommand({ Bucket: BUCKET, Policy: JSON.stringify({ Version: "2012-10-17", Statement }) }),
  );
  await s3.send(
    new PutBucketLoggingCommand({
      Bucket: MODELS,
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket: BUCKET, TargetPrefix: "models/" } },
    }),
  );
}

async function runCluster(endpoint: string): Promise<void> {
  const logGroupName = "/aws/eks/inference/cluster";
  const logs = new CloudWatchLogsClient(clientSettings(endpoint, HOME));
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 30 }));
  await new EKSClient(clientSettings(endpoint, HOME)).send(
    new CreateClusterCommand({
      name: "inference",
      roleArn: `arn:aws:iam::${ACCOUNT}:role/company-eks`,
      resourcesVpcConfig: { subnetIds: [] },
      logging: { clusterLogging: [{ types: ["api", "audit"], enabled: true }] },
    }),
  );
}

/** Names that the prod stack gives too. No setting changes them. */
export async function takeNames(endpoint: string): Promise<void> {
  const home = clientSettings(endpoint, HOME);
  await createBucket(endpoint, `baseline-trail-bucket-${ACCOUNT}-${HOME}`);
  await new SNSClient(home).send(new CreateTopicCommand({ Name: "baseline-trail-deliveries" }));
  await new CloudWatchLogsClient(home).send(
    new CreateLogGroupCommand({ logGroupName: "/aws/cloudtrail/baseline-trail" }),
  );
  const kms = new KMSClient(home);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: "alias/baseline-trail-key", TargetKeyId: KeyMetadata?.KeyId }));
  await new IAMClient(home).send(
    new CreateRoleCommand({ RoleName: "baseline-us-east-1-invocations-role", AssumeRolePolicyDocument: TRUST }),
  );
  await new CloudWatchClient(clientSettings(endpoint, OTHER)).send(
    new PutMetricAlarmCommand({
      AlarmName: "baseline-us-east-1-invocations-log-delivery-failure",
      ComparisonOperator: "GreaterThanThreshold",
      EvaluationPeriods: 1,
      MetricName: "Other",
      Namespace: "Company",
      Period: 60,
      Statistic: "Sum",
      Threshold: 1,
    }),
  );
  await new ConfigServiceClient(home).send(
    new PutConfigRuleCommand({
      ConfigRule: {
        ConfigRuleName: "baseline-eu-central-1-rules-access-keys-rotated",
        Source: { Owner: "AWS", SourceIdentifier: "ACCESS_KEYS_ROTATED" },
        InputParameters: JSON.stringify({ maxAccessKeyAge: "30" }),
      },
    }),
  );
}

async function createBucket(endpoint: string, Bucket: string): Promise<void> {
  await new S3Client(clientSettings(endpoint, HOME)).send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: HOME } }),
  );
}
