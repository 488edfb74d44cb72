/** What an `AuditTrail` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { InsightType } from "../../facts/cloudtrail/limits";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import {
  trailBucketStatements,
  type TrailIdentity,
  trailKeyStatements,
  type TrailOrganization,
  trailsPublish,
} from "../documents/cloudtrail";
import { deliverAccessLogs } from "../documents/s3";
import type { ExistingRole, RequiredRole } from "../iam/required-role";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey } from "../kms/required-key";
import { type ExistingLogGroup, requiredLogGroup, type RequiredLogGroup } from "../logs/required-log-group";
import { RetainedLogGroup } from "../logs/retained-log-group";
import { type AgingStep, EvidenceBucket } from "../s3/evidence-bucket";
import type { ObjectLock } from "../s3/object-lock";
import { type ExistingBucket, requiredBucket, type RequiredBucket } from "../s3/required-bucket";
import { NotificationTopic, type TopicSubscriber } from "../sns/notification-topic";
import { type ExistingTopic, requiredTopic, type RequiredTopic } from "../sns/required-topic";
import { ownLogGroupName } from "./trail-log-delivery";
import type { SelectorsIn, TrailSelectors } from "./trail-selectors";

/** The options of an `AuditTrail`, resolved. */
export interface AuditTrailOptions {
  readonly trailName: string;
  /** `undefined` where one trail logs all. */
  readonly dataTrailName: string | undefined;
  readonly organization: TrailOrganization | undefined;
  readonly key: ExistingKey | undefined;
  readonly logFileKey: ExistingKey | undefined;
  readonly bucket: ExistingBucket | undefined;
  readonly logGroup: ExistingLogGroup | undefined;
  readonly logDeliveryRole: ExistingRole | undefined;
  readonly topic: ExistingTopic | undefined;
  readonly subscribers: readonly TopicSubscriber[];
  readonly auditRetention: pulumi.Input<RetentionDays>;
  readonly bucketRetentionDays: number;
  readonly bucketStorageClasses: readonly AgingStep[];
  /** `undefined` leaves it to the bucket. */
  readonly objectLock: ObjectLock | "none" | undefined;
  readonly selectors: TrailSelectors;
  readonly insights: readonly InsightType[];
  readonly readers: readonly pulumi.Input<string>[];
}

/** What the trail delivers to, and by which role. */
export interface TrailDestinations {
  readonly key: RequiredKey;
  readonly bucket: RequiredBucket;
  readonly logGroup: RequiredLogGroup;
  readonly topic: RequiredTopic | undefined;
  readonly delivery: RequiredRole;
}

const ACCESS_LOG_RETENTION_DAYS = 400;

/** The trail by its names, which are known before anything exists. */
export function identityOf(
  scope: Scope,
  { trailName, dataTrailName, organization }: AuditTrailOptions,
): pulumi.Output<TrailIdentity> {
  return scope.account.place.apply((place) => ({ place, trailName, dataTrailName, organization }));
}

export function createKey(
  scope: Scope,
  options: AuditTrailOptions,
  identity: pulumi.Output<TrailIdentity>,
): RequiredKey {
  const { trailName, key, logGroup, readers } = options;
  // What the user brings is encrypted with a key of the user's.
  const logGroupName = logGroup === undefined ? ownLogGroupName(trailName) : undefined;
  const topicName = makesTopic(options) ? ownTopicName(trailName) : undefined;
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Encrypts the log files, log group and notifications of the trail ${trailName}`,
          policyStatements: pulumi
            .all([identity, pulumi.all([...readers])])
            .apply(([trail, arns]) => trailKeyStatements(trail, { logGroupName, topicName, readers: arns })),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

export function createAccessLogBucket(scope: Scope, { bucket }: AuditTrailOptions): EvidenceBucket | undefined {
  if (bucket !== undefined) {
    return undefined;
  }
  const accessLogBucket = ownBucketName(scope, "access-logs");
  return new EvidenceBucket(
    scope.child("access-logs"),
    {
      bucketName: accessLogBucket,
      keyArn: undefined,
      policyStatements: pulumi
        .all([scope.account.place, accessLogBucket, ownBucketName(scope, "bucket")])
        .apply(([place, receiver, sourceBucket]) => [
          deliverAccessLogs({ place, accessLogBucket: receiver, sourceBuckets: [sourceBucket] }),
        ]),
      retentionDays: ACCESS_LOG_RETENTION_DAYS,
      objectLock: "none",
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

export function createBucket(
  scope: Scope,
  { bucket, bucketRetentionDays, bucketStorageClasses, objectLock }: AuditTrailOptions,
  identity: pulumi.Output<TrailIdentity>,
  { keyArn }: RequiredKey,
  accessLogs: EvidenceBucket | undefined,
): RequiredBucket {
  return requiredBucket(scope, bucket, () => {
    const bucketName = ownBucketName(scope, "bucket");
    return new EvidenceBucket(
      scope.child("bucket"),
      {
        bucketName,
        keyArn,
        policyStatements: pulumi
          .all([identity, bucketName])
          .apply(([trail, name]) => trailBucketStatements(trail, name)),
        retentionDays: bucketRetentionDays,
        storageClasses: bucketStorageClasses,
        // The name as the policy holds it: logging starts after the policy that lets it in.
        ...given({ objectLock, accessLogBucket: accessLogs?.policy.bucket }),
        ...scope.region,
        ...scope.protection,
      },
      scope.options,
    );
  });
}

export function createLogGroup(
  scope: Scope,
  { trailName, logGroup, auditRetention }: AuditTrailOptions,
  { keyArn }: RequiredKey,
): RequiredLogGroup {
  return requiredLogGroup(
    logGroup,
    () =>
      new RetainedLogGroup(
        scope.child("log-group"),
        {
          logGroupName: ownLogGroupName(trailName),
          retentionClass: "audit",
          retentionDays: auditRetention,
          keyArn,
          ...scope.region,
          ...scope.protection,
        },
        scope.options,
      ),
  );
}

export function createTopic(
  scope: Scope,
  options: AuditTrailOptions,
  identity: pulumi.Output<TrailIdentity>,
  { keyArn }: RequiredKey,
): RequiredTopic | undefined {
  const { trailName, topic, subscribers } = options;
  if (topic === undefined && !makesTopic(options)) {
    return undefined;
  }
  return requiredTopic(
    topic,
    () =>
      new NotificationTopic(
        scope.child("topic"),
        {
          topicName: ownTopicName(trailName),
          keyArn,
          publishers: identity.apply((trail) => [trailsPublish(trail)]),
          subscribers,
          ...scope.region,
        },
        scope.options,
      ),
  );
}

export function createTrail(
  scope: Scope,
  options: AuditTrailOptions,
  destinations: TrailDestinations,
): aws.cloudtrail.Trail {
  const { trailName, selectors, insights } = options;
  const { bucket, logGroup, topic, delivery } = destinations;
  return new aws.cloudtrail.Trail(
    scope.child(),
    {
      name: trailName,
      ...everyTrail(scope, options, destinations, selectors.trail),
      cloudWatchLogsGroupArn: pulumi.interpolate`${logGroup.logGroupArn}:*`,
      cloudWatchLogsRoleArn: delivery.roleArn,
      insightSelectors: insights.map((insightType) => ({ insightType })),
    },
    {
      ...scope.evidence,
      // CloudTrail tries all of its destinations when the trail is created.
      dependsOn: [...bucket.before, ...logGroup.before, ...delivery.before, ...(topic?.before ?? [])],
    },
  );
}

/** The trail that logs the data events where CloudWatch Logs gets the management events only. */
export function createDataTrail(
  scope: Scope,
  options: AuditTrailOptions,
  destinations: TrailDestinations,
): aws.cloudtrail.Trail | undefined {
  const { dataTrailName, selectors } = options;
  const { bucket, topic } = destinations;
  if (dataTrailName === undefined || selectors.dataTrail === undefined) {
    return undefined;
  }
  return new aws.cloudtrail.Trail(
    scope.child("data"),
    { name: dataTrailName, ...everyTrail(scope, options, destinations, selectors.dataTrail) },
    { ...scope.evidence, dependsOn: [...bucket.before, ...(topic?.before ?? [])] },
  );
}

function everyTrail(
  scope: Scope,
  { organization, logFileKey }: AuditTrailOptions,
  { key, bucket, topic }: TrailDestinations,
  selectors: SelectorsIn,
): Omit<aws.cloudtrail.TrailArgs, "name"> {
  return {
    s3BucketName: bucket.bucketName,
    kmsKeyId: logFileKey === undefined ? key.keyArn : logFileKey.existing.arn,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    isOrganizationTrail: organization !== undefined,
    enableLogging: true,
    enableLogFileValidation: true,
    ...given({ snsTopicName: topic?.topicName ?? topic?.topicArn }),
    advancedEventSelectors: selectors(scope.account.partition),
    ...scope.region,
  };
}

/** A topic that nobody subscribes to tells nobody anything. */
function makesTopic({ topic, subscribers }: AuditTrailOptions): boolean {
  return topic === undefined && subscribers.length > 0;
}

function ownBucketName(scope: Scope, role: "bucket" | "access-logs"): pulumi.Output<string> {
  return pulumi.interpolate`${scope.child(role)}-${scope.account.accountId}-${scope.account.region}`;
}

function ownTopicName(trailName: string): string {
  return `${trailName}-deliveries`;
}
