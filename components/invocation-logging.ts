/** Bedrock's log of what models were asked and answered, in one region. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity } from "./account-identity";
import {
  CONTENT_MODE_PROVISIONS,
  type ContentMode,
  type ContentModeProvision,
  type DeliveryFailureMetric,
} from "./content-modes";
import { CustomerKey } from "./customer-key";
import { type AccountRegion, policyJson } from "./documents/iam";
import {
  invocationBucketStatements,
  invocationKeyStatements,
  type InvocationLoggingPlace,
  invocationReaderStatements,
  invocationRoleStatements,
  invocationRoleTrust,
  LARGE_DATA_PREFIX,
} from "./documents/invocation-logging-documents";
import { publishersUseKey, type TopicPublisher } from "./documents/topic-documents";
import { EvidenceBucket } from "./evidence-bucket";
import {
  checkInvocationLoggingArgs,
  DEFAULT_PII_IDENTIFIERS,
  type InvocationLoggingArgs,
} from "./invocation-logging-args";
import { NotificationTopic } from "./notification-topic";
import { claimRegion } from "./region-claims";
import { requiredRegion } from "./required-region";
import { RetainedLogGroup } from "./retained-log-group";
import type { ObjectLock } from "./object-lock";

export { DEFAULT_PII_IDENTIFIERS, type InvocationLoggingArgs } from "./invocation-logging-args";

/**
 * Bedrock's model invocation logging for one account and region, of which AWS keeps a single configuration.
 *
 * It covers InvokeModel, Converse and their streaming forms on the bedrock-runtime endpoint; calls through bedrock-mantle and
 * bidirectional streams are seen by CloudTrail's data events only. Guardrails do not mask what is logged here.
 *
 * Its outputs `content` and `region` say what was declared, so that a policy can hold it against what is configured.
 *
 * @throws {OptionError} when content is no known mode or an option changes nothing in it; `pulumi.RunError` when another
 *   InvocationLogging of the program has the same region
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export class InvocationLogging extends pulumi.ComponentResource {
  /** The mode that was declared. */
  readonly content: ContentMode;
  /** The region that was declared. */
  readonly region: string;
  /** Absent in mode off, as is everything below. */
  readonly logGroupName: pulumi.Output<string> | undefined;
  readonly keyArn: pulumi.Output<string> | undefined;
  /** Present in mode full. */
  readonly bucketName: pulumi.Output<string> | undefined;
  /** Present when there are readers. */
  readonly readersPolicyArn: pulumi.Output<string> | undefined;
  /** Where delivery failures are reported. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  constructor(name: string, args: InvocationLoggingArgs, opts?: pulumi.ComponentResourceOptions) {
    checkInvocationLoggingArgs(name, args);
    const region = requiredRegion("InvocationLogging", name, args.region);
    claimRegion("InvocationLogging", region, name);
    super("ai-governance-baseline:index:InvocationLogging", name, { content: args.content, region }, opts);
    this.content = args.content;
    this.region = region;

    const mode = CONTENT_MODE_PROVISIONS[args.content];
    if (mode !== undefined) {
      const own: Own = { name, args, mode, parent: this, place: placeOf(name, args, mode, this) };
      const key = createKey(own);
      const logGroup = createLogGroup(own, key);
      const bucket = createBucket(own, key);
      const delivery = createDeliveryRole(own);
      configureLogging(own, logGroup, bucket, delivery);
      const topic = createTopic(own, key);
      createAlarms(own, topic);

      this.logGroupName = logGroup.logGroupName;
      this.keyArn = key.keyArn;
      this.bucketName = bucket?.bucketName;
      this.readersPolicyArn = createReadersPolicy(own);
      this.alarmTopicArn = topic.topicArn;
    }
    this.registerOutputs({
      content: this.content,
      region: this.region,
      logGroupName: this.logGroupName,
      keyArn: this.keyArn,
      bucketName: this.bucketName,
      readersPolicyArn: this.readersPolicyArn,
      alarmTopicArn: this.alarmTopicArn,
    });
  }
}

/** What every step of the constructor needs. */
interface Own {
  readonly name: string;
  readonly args: InvocationLoggingArgs;
  readonly mode: ContentModeProvision;
  readonly parent: InvocationLogging;
  readonly place: pulumi.Output<InvocationLoggingPlace>;
}

interface Delivery {
  readonly role: aws.iam.Role;
  readonly policy: aws.iam.RolePolicy;
}

interface AlarmTopic {
  readonly topicArn: pulumi.Output<string>;
  /** What alarms wait for: the ARN is made of the topic's name and does not say that the topic has to exist. */
  readonly before: readonly pulumi.Resource[];
}

/** Large bodies are prompts: kept no longer than the class of prompts allows, which also outlasts the default lock. */
const DEFAULT_BUCKET_RETENTION_DAYS = 400;
const ALARM_PERIOD_SECONDS = 300;
const ALARM_PUBLISHERS: readonly TopicPublisher[] = [{ service: "cloudwatch-alarms" }];

/** The name of an alarm, after its component's, by the metric that it watches. */
const ALARM_SUFFIXES: Readonly<Record<DeliveryFailureMetric, string>> = {
  ModelInvocationLogsCloudWatchDeliveryFailure: "log-delivery-failure",
  ModelInvocationLargeDataS3DeliveryFailure: "large-data-delivery-failure",
};

function logGroupNameOf(name: string): string {
  return `/ai-governance/${name}/model-invocations`;
}

function topicNameOf(name: string): string {
  return `${name}-alarms`;
}

function bucketNameOf(name: string, where: AccountRegion): string {
  return `${name}-${where.accountId}-${where.region}`;
}

function placeOf(
  name: string,
  args: InvocationLoggingArgs,
  mode: ContentModeProvision,
  parent: InvocationLogging,
): pulumi.Output<InvocationLoggingPlace> {
  return accountIdentity(parent, args.region).place.apply((where) => ({
    ...where,
    logGroupName: logGroupNameOf(name),
    readers: args.readers ?? [],
    ...(mode.largeDataBucket ? { bucketName: bucketNameOf(name, where) } : {}),
  }));
}

function createKey({ name, args, parent, place }: Own): CustomerKey {
  return new CustomerKey(
    `${name}-key`,
    {
      description: `Model invocation logging ${name}`,
      policy: place.apply((where) =>
        policyJson([
          ...invocationKeyStatements(where),
          ...(args.alarmTopicArn === undefined ? publishersUseKey(where, topicNameOf(name), ALARM_PUBLISHERS) : []),
        ]),
      ),
      ...regionOf(args),
      ...protectionOf(args),
    },
    { parent },
  );
}

function createLogGroup({ name, args, mode, parent }: Own, key: CustomerKey): RetainedLogGroup {
  return new RetainedLogGroup(
    `${name}-log-group`,
    {
      logGroupName: logGroupNameOf(name),
      retentionClass: "prompts",
      keyArn: key.keyArn,
      ...(args.retentionDays === undefined ? {} : { retentionDays: args.retentionDays }),
      ...(mode.masked ? { dataProtection: { identifiers: args.piiIdentifiers ?? DEFAULT_PII_IDENTIFIERS } } : {}),
      ...regionOf(args),
      ...protectionOf(args),
    },
    { parent },
  );
}

function createBucket({ name, args, mode, parent, place }: Own, key: CustomerKey): EvidenceBucket | undefined {
  if (!mode.largeDataBucket) {
    return undefined;
  }
  return new EvidenceBucket(
    `${name}-bucket`,
    {
      bucketName: place.apply((where) => bucketNameOf(name, where)),
      keyArn: key.keyArn,
      policyStatements: place.apply((where) => invocationBucketStatements(where, bucketNameOf(name, where))),
      retentionDays: args.bucketRetentionDays ?? defaultBucketRetentionDays(args.objectLock),
      ...(args.objectLock === undefined ? {} : { objectLock: args.objectLock }),
      ...(args.accessLogBucket === undefined ? {} : { accessLogBucket: args.accessLogBucket }),
      ...regionOf(args),
      ...protectionOf(args),
    },
    { parent },
  );
}

function defaultBucketRetentionDays(objectLock: ObjectLock | "none" | undefined): number {
  return objectLock === undefined || objectLock === "none"
    ? DEFAULT_BUCKET_RETENTION_DAYS
    : Math.max(DEFAULT_BUCKET_RETENTION_DAYS, objectLock.days);
}

function createDeliveryRole({ name, parent, place }: Own): Delivery {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      name: `${name}-role`,
      description: "Bedrock delivers model invocation logs with it",
      assumeRolePolicy: place.apply((where) => policyJson(invocationRoleTrust(where))),
    },
    { parent },
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-role-policy`,
    {
      name: "deliver-invocation-logs",
      role: role.name,
      policy: place.apply((where) => policyJson(invocationRoleStatements(where))),
    },
    { parent },
  );
  return { role, policy };
}

function configureLogging(
  { name, args, mode, parent }: Own,
  logGroup: RetainedLogGroup,
  bucket: EvidenceBucket | undefined,
  { role, policy }: Delivery,
): void {
  const largeData =
    bucket === undefined
      ? {}
      : { largeDataDeliveryS3Config: { bucketName: bucket.bucketName, keyPrefix: LARGE_DATA_PREFIX } };
  // Bedrock tries its permissions when it is configured, and masking works on events that arrive after it.
  const before = [policy, bucket?.policy, logGroup.dataProtectionPolicy].filter((resource) => resource !== undefined);
  new aws.bedrockmodel.InvocationLoggingConfiguration(
    `${name}-configuration`,
    {
      loggingConfig: {
        ...mode.deliver,
        cloudwatchConfig: { logGroupName: logGroup.logGroupName, roleArn: role.arn, ...largeData },
      },
      region: args.region,
    },
    { parent, dependsOn: before, protect: args.protect ?? true },
  );
}

function createTopic({ name, args, parent }: Own, key: CustomerKey): AlarmTopic {
  if (args.alarmTopicArn !== undefined) {
    return { topicArn: pulumi.output(args.alarmTopicArn), before: [] };
  }
  const { topicArn, policy } = new NotificationTopic(
    `${name}-topic`,
    { topicName: topicNameOf(name), keyArn: key.keyArn, publishers: ALARM_PUBLISHERS, ...regionOf(args) },
    { parent },
  );
  return { topicArn, before: [policy] };
}

function createAlarms({ name, args, mode, parent }: Own, { topicArn, before }: AlarmTopic): void {
  for (const metricName of mode.failureMetrics) {
    const alarm = `${name}-${ALARM_SUFFIXES[metricName]}`;
    new aws.cloudwatch.MetricAlarm(
      alarm,
      {
        name: alarm,
        alarmDescription: "Bedrock could not deliver model invocation logs: evidence is being lost",
        namespace: "AWS/Bedrock",
        metricName,
        statistic: "Sum",
        period: ALARM_PERIOD_SECONDS,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        region: args.region,
      },
      { parent, dependsOn: [...before] },
    );
  }
}

function createReadersPolicy({ name, args, mode, parent, place }: Own): pulumi.Output<string> | undefined {
  if (args.readers === undefined || args.readers.length === 0) {
    return undefined;
  }
  return new aws.iam.Policy(
    `${name}-readers`,
    {
      name: `${name}-readers`,
      description: mode.masked ? "Reads model invocation logs, masked" : "Reads model invocation logs",
      policy: place.apply((where) => policyJson(invocationReaderStatements(where, mode.masked))),
    },
    { parent },
  ).arn;
}

function regionOf({ region }: InvocationLoggingArgs): { readonly region?: string } {
  return region === undefined ? {} : { region };
}

function protectionOf({ protect }: InvocationLoggingArgs): { readonly protect?: boolean } {
  return protect === undefined ? {} : { protect };
}
