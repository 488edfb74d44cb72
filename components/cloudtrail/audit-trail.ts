/** The trail of who did what: every management event and every use of AI, tamper-evident and kept for years. */
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AiResourceType } from "../../facts/cloudtrail/ai-data-event-types";
import { INSIGHT_TYPES, type InsightType } from "../../facts/cloudtrail/limits";
import { RETENTION_CLASSES } from "../../facts/logs/retention-classes";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { optionOf, validated } from "../base/options";
import { trailArn } from "../documents/cloudtrail";
import { type ExistingRole, validatedRole } from "../iam/required-role";
import { type ExistingKey, type RequiredKey, validatedKey } from "../kms/required-key";
import { checkRetention } from "../logs/check-retention";
import { type ExistingLogGroup, type RequiredLogGroup, validatedLogGroup } from "../logs/required-log-group";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, lockMode, type ObjectLock } from "../s3/object-lock";
import { type ExistingBucket, type RequiredBucket, validatedBucket } from "../s3/required-bucket";
import { type AgingStep, checkStorageClasses } from "../s3/storage-classes";
import type { TopicSubscriber } from "../sns/notification-topic";
import { type ExistingTopic, type RequiredTopic, validatedTopic } from "../sns/required-topic";
import {
  type AuditTrailOptions,
  createAccessLogBucket,
  createBucket,
  createDataTrail,
  createKey,
  createLogGroup,
  createTopic,
  createTrail,
  identityOf,
} from "./audit-trail-resources";
import {
  accountIdForm,
  dataTrailNameOf,
  organizationIdForm,
  pairedTrailNameForm,
  trailNameForm,
} from "./trail-identifiers";
import { createLogDeliveryRole } from "./trail-log-delivery";
import { type CloudWatchCopy, trailSelectors } from "./trail-selectors";

/** Options of an `AuditTrail`. */
export interface AuditTrailArgs extends EvidenceProtection, KeyProtection {
  /** The trail's physical name: 3 to 128 letters, digits and single `. _ -` between them. @default the component's name */
  readonly trailName?: string;
  /** The trail's home region, where its bucket, key, log group and topic are too. @default the provider's region */
  readonly region?: string;
  /**
   * The key that encrypts the trail, its own bucket, log group and topic. Its policy needs the statements of
   * `trailKeyStatements`.
   *
   * @default - a key of its own
   */
  readonly key?: ExistingKey;
  /**
   * The key that encrypts the log files in the bucket, if it is another than that of the log group: the key of a bucket in another
   * account or region. It is in the region of the bucket, and its policy needs the statements of `trailKeyStatements`.
   *
   * @default - the same key
   */
  readonly logFileKey?: ExistingKey;
  /**
   * The bucket that log files are delivered to, in this account or another. Its policy needs the statements of `trailBucketStatements`, and its default
   * encryption a key whose policy lets CloudTrail use it.
   *
   * @default - a bucket of its own, and one for its access logs
   */
  readonly bucket?: ExistingBucket;
  /**
   * The log group that events are delivered to, in the trail's home region. It keeps and encrypts them as its owner says.
   *
   * @default - a log group of its own
   */
  readonly logGroup?: ExistingLogGroup;
  /**
   * The role by which CloudTrail writes to the log group. It needs the trust of `logDeliveryTrust` and the statement of
   * `logDeliveryPermissions`.
   *
   * @default - a role of its own
   */
  readonly logDeliveryRole?: ExistingRole;
  /**
   * The topic that is told of each delivery, by its name where that is given. Its policy must let CloudTrail publish, and the
   * policy of its key needs the statements of `publishersUseKey`.
   *
   * @default - a topic of its own where there are subscribers
   */
  readonly topic?: ExistingTopic;
  /** Days that its own log group keeps events, 365 to 3653. @default 400 */
  readonly auditRetention?: pulumi.Input<RetentionDays>;
  /** Days that its own bucket keeps log files. Not shorter than the object lock. @default 2557 (seven years) */
  readonly bucketRetentionDays?: number;
  /** The storage classes that log files in its own bucket move to, as `EvidenceBucket` takes them. @default - STANDARD only */
  readonly bucketStorageClasses?: readonly AgingStep[];
  /** Whether and how long its own bucket refuses to delete log files. @default { mode: "GOVERNANCE", days: 365 } */
  readonly objectLock?: ObjectLock | "none";
  /**
   * The AI resource types whose data events are logged; data events are charged for. "none-i-accept-the-gap" logs no data
   * event at all, of buckets and functions neither: agents, knowledge bases and guardrails then leave no trace of their use.
   * "all-ai" are those that exist in the partition; types that are named are selected even where CloudTrail refuses them.
   *
   * @default "all-ai"
   */
  readonly dataEvents?: "all-ai" | readonly AiResourceType[] | "none-i-accept-the-gap";
  /**
   * The ARNs of buckets, general purpose or directory, such as those with training data and models; reads and writes of their objects
   * are logged.
   *
   * @default - no object is
   */
  readonly dataEventBucketArns?: readonly pulumi.Input<string>[];
  /**
   * The ARNs of the functions whose invocations are logged, or "none": then nobody can tell what the tools of an agent did.
   *
   * @default - those of every function
   */
  readonly lambdaFunctionArns?: readonly pulumi.Input<string>[] | "none";
  /**
   * Which events are delivered to the log group too. "management-only" has the data events logged by a second trail,
   * `<trailName>-data`, which delivers to the same bucket: CloudWatch Logs charges for every event that it takes in, and a
   * trail cannot leave some of its events out. AWS Config's rule cloud-trail-cloud-watch-logs-enabled reports the second trail.
   *
   * @default "all"
   */
  readonly cloudWatchCopy?: CloudWatchCopy;
  /** The anomalies looked for. @default both: ApiCallRateInsight and ApiErrorRateInsight */
  readonly insights?: readonly InsightType[];
  /** Logs every account of the organization. @default - this account only */
  readonly organization?: {
    /** `o-` and 10 to 32 lower-case letters and digits. */
    readonly id: string;
    /** The account that owns the trail, twelve digits. */
    readonly managementAccountId: string;
  };
  /** The ARNs of IAM principals whom its own key lets decrypt log files, besides those whom IAM lets. @default - none */
  readonly readers?: readonly pulumi.Input<string>[];
  /**
   * Who is told of each delivered log file, by a topic of the trail's own: a queue or a function, since there is a log file for
   * every region every few minutes.
   *
   * @default - nobody, and there is no topic
   */
  readonly subscribers?: readonly TopicSubscriber[];
}

/**
 * A trail of all regions with log-file validation. It logs every management event, read and write (a model invocation is a
 * read), and the data events of every AI resource type, into a locked bucket and a retained log group, encrypted with a
 * customer managed key.
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
  /** Logs the data events. Absent where the trail does. */
  readonly dataTrail: aws.cloudtrail.Trail | undefined;
  readonly key: RequiredKey;
  readonly bucket: RequiredBucket;
  /** Takes the access logs of the trail's own bucket. Absent when the bucket is not its own. */
  readonly accessLogBucket: EvidenceBucket | undefined;
  readonly logGroup: RequiredLogGroup;
  /** Absent when nobody is told of deliveries. */
  readonly topic: RequiredTopic | undefined;
  /** The trail's ARN, built from its name and so known at preview. */
  readonly trailArn: pulumi.Output<string>;

  constructor(name: string, args: AuditTrailArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveAuditTrail(name, args);
    super(componentType("AuditTrail"), name, args, opts);
    const scope = scopeOf(this, name, args);
    const identity = identityOf(scope, options);

    this.key = createKey(scope, options, identity);
    this.accessLogBucket = createAccessLogBucket(scope, options);
    this.bucket = createBucket(scope, options, identity, this.key, this.accessLogBucket);
    this.logGroup = createLogGroup(scope, options, this.key);
    const delivery = createLogDeliveryRole(scope, options, identity);
    this.topic = createTopic(scope, options, identity, this.key);
    const { key, bucket, logGroup, topic } = this;
    const destinations = { key, bucket, logGroup, topic, delivery };
    this.trail = createTrail(scope, options, destinations);
    this.dataTrail = createDataTrail(scope, options, destinations);

    this.trailArn = identity.apply(trailArn);
    this.registerOutputs({
      trailArn: this.trailArn,
      bucketName: this.bucket.bucketName,
      keyArn: this.key.keyArn,
      logGroupName: this.logGroup.logGroupName,
      topicArn: this.topic?.topicArn,
      dataEventBucketArns: args.dataEventBucketArns ?? [],
    });
  }
}

const SHAPING: ShapingOptions<keyof AuditTrailArgs> = {
  key: ["readers", "breakGlassPrincipals"],
  bucket: ["bucketRetentionDays", "bucketStorageClasses", "objectLock"],
  logGroup: ["auditRetention"],
  topic: ["subscribers"],
};
const SEVEN_YEARS_IN_DAYS = 2557;

const managementAccountForm = accountIdForm("Take the id of the organization's management account.");

/** @throws {OptionError} as {@link AuditTrail} does */
export function resolveAuditTrail(name: string, args: AuditTrailArgs): AuditTrailOptions {
  const option = optionOf("AuditTrail", name);
  const {
    trailName = name,
    organization,
    objectLock,
    bucketStorageClasses = [],
    readers = [],
    subscribers = [],
  } = args;
  const { auditRetention = RETENTION_CLASSES.audit.default, bucketRetentionDays = SEVEN_YEARS_IN_DAYS } = args;
  trailNameForm(trailName, option("trailName"));
  const hasDataTrail = args.cloudWatchCopy === "management-only";
  if (hasDataTrail) {
    pairedTrailNameForm(trailName, option("trailName"));
  }
  checkProtection(args, option, args.bucket === undefined ? lockMode(objectLock ?? DEFAULT_OBJECT_LOCK) : "none");
  checkLockedRetention({
    retentionDays: bucketRetentionDays,
    lock: objectLock ?? DEFAULT_OBJECT_LOCK,
    option,
    retentionOption: "bucketRetentionDays",
  });
  checkStorageClasses(bucketStorageClasses, bucketRetentionDays, option("bucketStorageClasses"));
  if (organization !== undefined) {
    organizationIdForm(organization.id, option("organization.id"));
    managementAccountForm(organization.managementAccountId, option("organization.managementAccountId"));
  }
  refuseShapingOfExisting(args, SHAPING, option);
  return {
    trailName,
    dataTrailName: hasDataTrail ? dataTrailNameOf(trailName) : undefined,
    organization,
    key: validatedKey(args.key, option("key")),
    logFileKey: validatedKey(args.logFileKey, option("logFileKey")),
    bucket: validatedBucket(args.bucket, option("bucket")),
    logGroup: validatedLogGroup(args.logGroup, option("logGroup")),
    logDeliveryRole: validatedRole(args.logDeliveryRole, option("logDeliveryRole")),
    topic: validatedTopic(args.topic, option("topic")),
    subscribers,
    auditRetention: validated(auditRetention, option("auditRetention"), checkRetention("audit")),
    bucketRetentionDays,
    bucketStorageClasses,
    objectLock,
    selectors: trailSelectors(args, option),
    insights: args.insights ?? INSIGHT_TYPES,
    readers,
  };
}
