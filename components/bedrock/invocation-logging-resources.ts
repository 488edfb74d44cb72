/** What an `InvocationLogging` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { ContentMode } from "../../facts/bedrock/content-modes";
import { BEDROCK_NAMESPACE, type DeliveryFailureMetric } from "../../facts/bedrock/delivery-metrics";
import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { RUNBOOK_OF } from "../../runbooks/alerts";
import { alarmDescription } from "../alerts/alarm-description";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import {
  invocationBucketStatements,
  invocationKeyStatements,
  type InvocationKeyUse,
  type InvocationLoggingPlace,
  invocationReaderStatements,
  invocationRoleStatements,
  invocationRoleTrust,
  LARGE_DATA_PREFIX,
} from "../documents/bedrock";
import { type AccountRegion, policyJson, type Statement } from "../documents/iam";
import { publishersUseKey, type TopicPublisher } from "../documents/sns";
import { type ExistingRole, requiredRole, type RequiredRole } from "../iam/required-role";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey } from "../kms/required-key";
import { type ExistingLogGroup, requiredLogGroup, type RequiredLogGroup } from "../logs/required-log-group";
import { RetainedLogGroup } from "../logs/retained-log-group";
import { EvidenceBucket } from "../s3/evidence-bucket";
import type { ObjectLock } from "../s3/object-lock";
import { type ExistingBucket, requiredBucket, type RequiredBucket } from "../s3/required-bucket";
import { NotificationTopic } from "../sns/notification-topic";
import { type ExistingTopic, requiredTopic, type RequiredTopic } from "../sns/required-topic";
import type { ContentModeProvision, DeliveryFlags } from "./content-mode-provisions";
import { InvocationSampler, type InvocationSamplerArgs } from "./invocation-sampler";
import { samplerLogGroupNames } from "./invocation-sampler-resources";

/** The options of an `InvocationLogging`, resolved. */
export interface InvocationLoggingOptions {
  readonly content: ContentMode;
  readonly region: string;
  /** Absent in mode off, which provisions nothing. */
  readonly provisioned: ProvisionedOptions | undefined;
}

/** The resolved options of what is provisioned. */
export interface ProvisionedOptions {
  readonly region: string;
  readonly forceDestroy: boolean;
  readonly audio: "leave" | "set-by-api";
  readonly mode: ContentModeProvision;
  readonly key: ExistingKey | undefined;
  readonly logGroup: ExistingLogGroup | undefined;
  readonly bucket: ExistingBucket | undefined;
  readonly role: ExistingRole | undefined;
  readonly topic: ExistingTopic | undefined;
  /** `undefined` leaves it to the log group's class. */
  readonly retentionDays: pulumi.Input<RetentionDays> | undefined;
  readonly bucketRetentionDays: number;
  /** `undefined` leaves it to the bucket. */
  readonly objectLock: ObjectLock | "none" | undefined;
  readonly accessLogBucket: pulumi.Input<string> | undefined;
  readonly piiIdentifiers: readonly DataIdentifier[];
  /** Used in mode sampled alone. */
  readonly sampling: Pick<InvocationSamplerArgs, "percent" | "retentionDays">;
  readonly readers: readonly string[];
}

/** What Bedrock delivers to, and by which role. */
export interface InvocationDestinations {
  readonly logGroup: RequiredLogGroup;
  /** In mode sampled, in whose log group Bedrock's records arrive. */
  readonly sampler: InvocationSampler | undefined;
  readonly bucket: RequiredBucket | undefined;
  readonly role: RequiredRole;
}

const ALARM_PERIOD_SECONDS = 300;
const ALARM_PUBLISHERS: readonly TopicPublisher[] = [{ service: "cloudwatch-alarms" }];

/** The name of an alarm, after its component's, by the metric that it watches. */
const ALARM_ROLES: Readonly<Record<DeliveryFailureMetric, string>> = {
  ModelInvocationLogsCloudWatchDeliveryFailure: "log-delivery-failure",
  ModelInvocationLogsS3DeliveryFailure: "s3-delivery-failure",
  ModelInvocationLargeDataS3DeliveryFailure: "large-data-delivery-failure",
};

/** Whether the component makes a bucket of its own. */
function makesBucket({ mode, bucket }: ProvisionedOptions): boolean {
  return mode.largeDataBucket && bucket === undefined;
}

/** Whether anything is made that a key encrypts: what the user brings is encrypted with a key of the user's. */
export function needsKey(options: ProvisionedOptions): boolean {
  return options.mode.sampled || options.logGroup === undefined || options.topic === undefined || makesBucket(options);
}

/** The key, which is made when it is first asked for: a key that encrypts nothing costs money all the same. */
export function createKeyOnDemand(scope: Scope, options: ProvisionedOptions): () => RequiredKey {
  let key: RequiredKey | undefined;
  return () => (key ??= createKey(scope, options));
}

function createKey(scope: Scope, options: ProvisionedOptions): RequiredKey {
  return requiredKey(
    options.key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Model invocation logging ${scope.child()}`,
          policyStatements: scope.account.place.apply((place) => keyStatements(scope, options, place)),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

function keyStatements(scope: Scope, options: ProvisionedOptions, place: AccountRegion): readonly Statement[] {
  return [
    ...invocationKeyStatements({
      ...place,
      logGroupName: options.logGroup === undefined ? ownLogGroupName(scope) : undefined,
      ...samplerKeyUse(scope, options),
      bucketName: makesBucket(options) ? ownBucketName(scope, place) : undefined,
      readers: options.readers,
    }),
    ...(options.topic === undefined ? publishersUseKey(place, ownTopicName(scope), ALARM_PUBLISHERS) : []),
  ];
}

function samplerKeyUse(
  scope: Scope,
  { mode }: ProvisionedOptions,
): Pick<InvocationKeyUse, "otherReadLogGroupNames" | "unreadLogGroupNames"> {
  const { samples, source, functionLog } = samplerLogGroupNames(samplerName(scope));
  return mode.sampled ? { otherReadLogGroupNames: [samples], unreadLogGroupNames: [source, functionLog] } : {};
}

export function createLogGroup(
  scope: Scope,
  { mode, logGroup, retentionDays, piiIdentifiers }: ProvisionedOptions,
  key: () => RequiredKey,
): RequiredLogGroup {
  return requiredLogGroup(
    logGroup,
    () =>
      new RetainedLogGroup(
        scope.child("log-group"),
        {
          logGroupName: ownLogGroupName(scope),
          retentionClass: "prompts",
          keyArn: key().keyArn,
          ...given({
            retentionDays,
            dataProtection: mode.masked ? { identifiers: piiIdentifiers } : undefined,
          }),
          ...scope.region,
          ...scope.protection,
        },
        scope.options,
      ),
  );
}

/** What sorts the records, in mode sampled. */
export function createSampler(
  scope: Scope,
  { mode, sampling }: ProvisionedOptions,
  { logGroup, topic }: { readonly logGroup: RequiredLogGroup; readonly topic: RequiredTopic },
  key: () => RequiredKey,
): InvocationSampler | undefined {
  return mode.sampled
    ? new InvocationSampler(
        samplerName(scope),
        {
          ...sampling,
          metadataLogGroupName: logGroup.logGroupName,
          keyArn: key().keyArn,
          topicArn: topic.topicArn,
          ...scope.region,
          ...scope.protection,
        },
        // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
        { ...scope.options, dependsOn: [...topic.before] },
      )
    : undefined;
}

export function createBucket(
  scope: Scope,
  { mode, bucket, bucketRetentionDays, objectLock, accessLogBucket }: ProvisionedOptions,
  key: () => RequiredKey,
): RequiredBucket | undefined {
  if (!mode.largeDataBucket) {
    return undefined;
  }
  const { place } = scope.account;
  return requiredBucket(
    scope,
    bucket,
    () =>
      new EvidenceBucket(
        scope.child("bucket"),
        {
          bucketName: place.apply((where) => ownBucketName(scope, where)),
          keyArn: key().keyArn,
          policyStatements: place.apply((where) => invocationBucketStatements(where, ownBucketName(scope, where))),
          retentionDays: bucketRetentionDays,
          ...given({ objectLock, accessLogBucket }),
          ...scope.region,
          ...scope.protection,
        },
        scope.options,
      ),
  );
}

export function createDeliveryRole(scope: Scope, options: ProvisionedOptions): RequiredRole {
  return requiredRole(options.role, () => makeRole(scope, options));
}

function makeRole(scope: Scope, options: ProvisionedOptions): RequiredRole {
  const name = scope.child("role");
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: "Bedrock delivers model invocation logs with it",
      assumeRolePolicy: scope.account.place.apply((place) => policyJson(invocationRoleTrust(place))),
    },
    scope.options,
  );
  const policy = new aws.iam.RolePolicy(
    scope.child("role-policy"),
    {
      name: "deliver-invocation-logs",
      role: role.name,
      policy: deliveryPlace(scope, options).apply((place) => policyJson(invocationRoleStatements(place))),
    },
    scope.options,
  );
  return { roleArn: role.arn, before: [policy] };
}

/**
 * The region's one logging configuration. Its name is that of the region and not of the component: otherwise a renamed component
 * would first write the configuration under the new name and then delete it under the old one, and logging would end off.
 * For the same reason Pulumi does not delete it when the component moves or goes, unless the evidence may be destroyed.
 */
export function configureLogging(
  scope: Scope,
  { region, forceDestroy }: ProvisionedOptions,
  { logGroup, sampler, bucket, role }: InvocationDestinations,
  { cloudWatchConfig, ...deliver }: DeclaredDelivery,
): aws.bedrockmodel.InvocationLoggingConfiguration {
  return new aws.bedrockmodel.InvocationLoggingConfiguration(
    `model-invocation-logging-${region}`,
    {
      loggingConfig: { ...deliver, cloudwatchConfig: cloudWatchConfig },
      ...scope.region,
    },
    {
      ...scope.evidence,
      retainOnDelete: !forceDestroy,
      // Bedrock tries its permissions when it is configured; masking and subscriptions work on events that arrive after them.
      dependsOn: [
        ...role.before,
        ...(bucket?.before ?? []),
        ...logGroup.beforeSensitiveData,
        ...(sampler === undefined ? [] : [sampler]),
      ],
    },
  );
}

/** What is declared of a region's configuration, but for the flag that the provider has no argument for. */
export interface DeclaredDelivery extends DeliveryFlags {
  readonly cloudWatchConfig: {
    readonly logGroupName: pulumi.Input<string>;
    readonly roleArn: pulumi.Input<string>;
    readonly largeDataDeliveryS3Config?: { readonly bucketName: pulumi.Input<string>; readonly keyPrefix: string };
  };
}

export function declaredDelivery(
  { mode }: ProvisionedOptions,
  { logGroup, sampler, bucket, role }: InvocationDestinations,
): DeclaredDelivery {
  return {
    ...mode.deliver,
    cloudWatchConfig: {
      logGroupName: sampler?.sourceLogGroupName ?? logGroup.logGroupName,
      roleArn: role.roleArn,
      ...(bucket === undefined
        ? {}
        : { largeDataDeliveryS3Config: { bucketName: bucket.bucketName, keyPrefix: LARGE_DATA_PREFIX } }),
    },
  };
}

export function createTopic(scope: Scope, { topic }: ProvisionedOptions, key: () => RequiredKey): RequiredTopic {
  return requiredTopic(
    topic,
    () =>
      new NotificationTopic(
        scope.child("topic"),
        {
          topicName: ownTopicName(scope),
          keyArn: key().keyArn,
          publishers: ALARM_PUBLISHERS,
          ...scope.region,
        },
        scope.options,
      ),
  );
}

export function createAlarms(scope: Scope, { mode }: ProvisionedOptions, topic: RequiredTopic): void {
  for (const metricName of mode.failureMetrics) {
    const name = scope.child(ALARM_ROLES[metricName]);
    new aws.cloudwatch.MetricAlarm(
      name,
      {
        name,
        alarmDescription: alarmDescription(
          "Bedrock could not deliver model invocation logs: evidence is being lost",
          "page",
          RUNBOOK_OF.lostInvocations,
        ),
        namespace: BEDROCK_NAMESPACE,
        metricName,
        statistic: "Sum",
        period: ALARM_PERIOD_SECONDS,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
        alarmActions: [topic.topicArn],
        ...scope.region,
      },
      // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
      { ...scope.options, dependsOn: [...topic.before] },
    );
  }
}

/** The policy for readers, where there are any. */
export function createReadersPolicy(scope: Scope, options: ProvisionedOptions): aws.iam.Policy | undefined {
  const { mode, readers } = options;
  if (readers.length === 0) {
    return undefined;
  }
  const name = scope.child("readers");
  return new aws.iam.Policy(
    name,
    {
      name,
      description: mode.masked ? "Reads model invocation logs, masked" : "Reads model invocation logs",
      policy: loggingPlace(scope, options).apply((place) =>
        policyJson(
          invocationReaderStatements(
            place,
            mode.masked,
            mode.sampled ? [samplerLogGroupNames(samplerName(scope)).samples] : [],
          ),
        ),
      ),
    },
    scope.options,
  );
}

/** Where Bedrock delivers to. */
function deliveryPlace(scope: Scope, options: ProvisionedOptions): pulumi.Output<InvocationLoggingPlace> {
  return options.mode.sampled
    ? scope.account.place.apply((place) => ({
        ...place,
        logGroupName: samplerLogGroupNames(samplerName(scope)).source,
      }))
    : loggingPlace(scope, options);
}

/** Where records are kept: known at preview, unless the name that the user brings is not. */
function loggingPlace(scope: Scope, { logGroup }: ProvisionedOptions): pulumi.Output<InvocationLoggingPlace> {
  const name = logGroup === undefined ? ownLogGroupName(scope) : logGroup.existing.name;
  return pulumi.all([scope.account.place, name]).apply(([place, logGroupName]) => ({ ...place, logGroupName }));
}

function ownLogGroupName(scope: Scope): string {
  return `/ai-governance/${scope.child()}/model-invocations`;
}

function samplerName(scope: Scope): string {
  return scope.child("sampler");
}

function ownTopicName(scope: Scope): string {
  return `${scope.child()}-alarms`;
}

function ownBucketName(scope: Scope, { accountId, region }: AccountRegion): string {
  return `${scope.child()}-${accountId}-${region}`;
}
