/** The trail of who did what: every management event and every use of AI, tamper-evident and kept for years. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity, type AccountIdentity } from "./account-identity";
import { checkAuditTrailArgs, DEFAULT_BUCKET_RETENTION_DAYS, type AuditTrailArgs } from "./audit-trail-args";
import { CustomerKey } from "./customer-key";
import { deliverAccessLogs } from "./documents/bucket-documents";
import { policyJson } from "./documents/iam";
import { trailArn, trailBucketStatements, trailKeyStatements, type TrailIdentity } from "./documents/trail-documents";
import { EvidenceBucket } from "./evidence-bucket";
import { NotificationTopic } from "./notification-topic";
import { checkRetention, RETENTION_CLASSES } from "./retention";
import { RetainedLogGroup } from "./retained-log-group";
import { createTrailLogDelivery, type TrailLogDelivery } from "./trail-log-delivery";
import { trailSelectors } from "./trail-selectors";
import { optionOf, validated } from "./validated-input";

export type { AuditTrailArgs, InsightType } from "./audit-trail-args";

/**
 * A trail of all regions with log-file validation. It logs every management event, read and write (a model invocation is a
 * read), and the data events of every AI resource type, into a locked bucket and a retained log group, encrypted with its
 * own key.
 *
 * CloudTrail never holds prompts or completions; those are `InvocationLogging`'s. Data events are charged for by the event.
 * Insights cover management events; the provider cannot set them for data events.
 *
 * @throws {OptionError} for an option out of its range, of the wrong form, or that another option would ignore; and when
 *   the selectors hold more than the 500 values that CloudTrail accepts
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 */
export class AuditTrail extends pulumi.ComponentResource {
  readonly trail: aws.cloudtrail.Trail;
  readonly key: CustomerKey;
  readonly bucket: EvidenceBucket;
  readonly accessLogBucket: EvidenceBucket;
  readonly logGroup: RetainedLogGroup;
  /** Absent when notifications are off. */
  readonly topic: NotificationTopic | undefined;
  /** The trail's ARN, built from its name and so known at preview. */
  readonly trailArn: pulumi.Output<string>;

  constructor(name: string, args: AuditTrailArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("ai-governance-baseline:index:AuditTrail", name, args, opts);
    checkAuditTrailArgs(name, args);
    const own = ownNames(name, args, this);

    this.key = createKey(own);
    this.accessLogBucket = createAccessLogBucket(own);
    this.bucket = createBucket(own, this.key, this.accessLogBucket);
    this.logGroup = createLogGroup(own, this.key);
    const delivery = createTrailLogDelivery(own);
    this.topic = createTopic(own, this.key);
    this.trail = createTrail(own, this, delivery);

    this.trailArn = own.identity.apply(trailArn);
    this.registerOutputs({
      trailArn: this.trailArn,
      bucketName: this.bucket.bucketName,
      keyArn: this.key.keyArn,
      logGroupName: this.logGroup.logGroupName,
      topicArn: this.topic?.topicArn,
      trainingBucketArns: args.trainingBucketArns ?? [],
    });
  }
}

/** What every step of the constructor needs: the arguments and the names, which are known before anything exists. */
interface Own {
  readonly name: string;
  readonly args: AuditTrailArgs;
  readonly parent: AuditTrail;
  readonly protect: boolean;
  readonly option: (option: string) => string;
  readonly account: AccountIdentity;
  readonly identity: pulumi.Output<TrailIdentity>;
  readonly trailName: string;
  readonly logGroupName: string;
  readonly topicName: string | undefined;
}

const ACCESS_LOG_RETENTION_DAYS = 400;
const BOTH_INSIGHTS = ["ApiCallRateInsight", "ApiErrorRateInsight"] as const;

function ownNames(name: string, args: AuditTrailArgs, parent: AuditTrail): Own {
  const account = accountIdentity(parent, args.region);
  const trailName = args.trailName ?? name;
  return {
    name,
    args,
    parent,
    protect: args.protect ?? true,
    option: optionOf("AuditTrail", name),
    account,
    identity: account.place.apply((place) => ({ place, trailName, organization: args.organization })),
    trailName,
    logGroupName: `/aws/cloudtrail/${trailName}`,
    topicName: (args.notifications ?? true) ? `${trailName}-deliveries` : undefined,
  };
}

function bucketNameOf({ name, account }: Own, what: "bucket" | "access-logs"): pulumi.Output<string> {
  return pulumi.interpolate`${name}-${what}-${account.accountId}-${account.region}`;
}

function createKey({ name, args, parent, protect, identity, trailName, logGroupName, topicName }: Own): CustomerKey {
  return new CustomerKey(
    `${name}-key`,
    {
      description: `Encrypts the log files, log group and notifications of the trail ${trailName}`,
      policy: pulumi
        .all([identity, pulumi.all([...(args.readers ?? [])])])
        .apply(([trail, readers]) => policyJson(trailKeyStatements(trail, { logGroupName, topicName, readers }))),
      ...regionOf(args),
      protect,
    },
    { parent },
  );
}

function createAccessLogBucket(own: Own): EvidenceBucket {
  const accessLogBucket = bucketNameOf(own, "access-logs");
  return new EvidenceBucket(
    `${own.name}-access-logs`,
    {
      bucketName: accessLogBucket,
      keyArn: undefined,
      policyStatements: pulumi
        .all([own.account.place, accessLogBucket, bucketNameOf(own, "bucket")])
        .apply(([place, receiver, sourceBucket]) => [
          deliverAccessLogs({ place, accessLogBucket: receiver, sourceBucket }),
        ]),
      retentionDays: ACCESS_LOG_RETENTION_DAYS,
      objectLock: "none",
      ...regionOf(own.args),
      protect: own.protect,
    },
    { parent: own.parent },
  );
}

function createBucket(own: Own, key: CustomerKey, accessLogs: EvidenceBucket): EvidenceBucket {
  const bucketName = bucketNameOf(own, "bucket");
  return new EvidenceBucket(
    `${own.name}-bucket`,
    {
      bucketName,
      keyArn: key.keyArn,
      policyStatements: pulumi
        .all([own.identity, bucketName])
        .apply(([trail, bucket]) => trailBucketStatements(trail, bucket)),
      retentionDays: own.args.bucketRetentionDays ?? DEFAULT_BUCKET_RETENTION_DAYS,
      ...(own.args.objectLock === undefined ? {} : { objectLock: own.args.objectLock }),
      // The name as the policy holds it: logging starts after the policy that lets it in.
      accessLogBucket: accessLogs.policy.bucket,
      ...regionOf(own.args),
      protect: own.protect,
    },
    { parent: own.parent },
  );
}

function createLogGroup(
  { name, args, parent, protect, option, logGroupName }: Own,
  key: CustomerKey,
): RetainedLogGroup {
  const retention = args.auditRetention ?? RETENTION_CLASSES.audit.default;
  return new RetainedLogGroup(
    `${name}-log-group`,
    {
      logGroupName,
      retentionClass: "audit",
      retentionDays: validated(retention, option("auditRetention"), checkRetention("audit")),
      keyArn: key.keyArn,
      ...regionOf(args),
      protect,
    },
    { parent },
  );
}

function createTopic(
  { name, args, parent, identity, topicName }: Own,
  key: CustomerKey,
): NotificationTopic | undefined {
  if (topicName === undefined) {
    return undefined;
  }
  return new NotificationTopic(
    `${name}-topic`,
    {
      topicName,
      keyArn: key.keyArn,
      publishers: identity.apply((trail) => [{ service: "cloudtrail" as const, trailArn: trailArn(trail) }]),
      ...regionOf(args),
    },
    { parent },
  );
}

function createTrail(
  own: Own,
  made: Pick<AuditTrail, "key" | "bucket" | "logGroup" | "topic">,
  delivery: TrailLogDelivery,
) {
  const { name, args, parent, protect, option, trailName } = own;
  const { key, bucket, logGroup, topic } = made;
  return new aws.cloudtrail.Trail(
    name,
    {
      name: trailName,
      s3BucketName: bucket.bucketName,
      kmsKeyId: key.keyArn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      isOrganizationTrail: args.organization !== undefined,
      enableLogging: true,
      enableLogFileValidation: true,
      cloudWatchLogsGroupArn: pulumi.interpolate`${logGroup.logGroupArn}:*`,
      cloudWatchLogsRoleArn: delivery.role.arn,
      snsTopicName: topic?.topicName,
      advancedEventSelectors: trailSelectors(args, option),
      insightSelectors: (args.insights ?? BOTH_INSIGHTS).map((insightType) => ({ insightType })),
      region: args.region,
    },
    {
      parent,
      protect,
      // CloudTrail tries all of its destinations when the trail is created.
      dependsOn: [
        bucket.policy,
        logGroup.logGroup,
        delivery.permissions,
        ...(topic === undefined ? [] : [topic.policy]),
      ],
    },
  );
}

function regionOf({ region }: AuditTrailArgs): { readonly region?: string } {
  return region === undefined ? {} : { region };
}
