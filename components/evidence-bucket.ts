/** A bucket for evidence: encrypted, versioned, locked, private, TLS only, its access logged, its contents expiring. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity } from "./account-identity";
import { accessLogPrefix, bucketArn, denyInsecureTransport } from "./documents/bucket-documents";
import { policyJson, type Statement } from "./documents/iam";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, type ObjectLock } from "./object-lock";
import { matching, optionOf, validated } from "./validated-input";

export { DEFAULT_OBJECT_LOCK, type ObjectLock } from "./object-lock";

/** Options of an {@link EvidenceBucket}. */
export interface EvidenceBucketArgs {
  /** The bucket's physical name: 3 to 63 of lower-case letters, digits and hyphens. */
  readonly bucketName: pulumi.Input<string>;
  /**
   * The ARN of the customer key that encrypts the objects, in the bucket's own region. `undefined` encrypts with S3's own
   * key (AES256), and is for buckets that receive S3 access logs only: S3 delivers them to no bucket with a customer key.
   */
  readonly keyArn: pulumi.Input<string> | undefined;
  /** What the bucket policy grants beyond its refusal of insecure transport. @default - nothing */
  readonly policyStatements?: pulumi.Input<readonly Statement[]>;
  /** @default the provider's region */
  readonly region?: string;
  /** Days after which an object expires. Not shorter than the object lock. */
  readonly retentionDays: number;
  /**
   * "none" where a service forbids it: AWS Config's delivery channel and S3 access logging do.
   *
   * @default { mode: "GOVERNANCE", days: 365 }
   */
  readonly objectLock?: ObjectLock | "none";
  /** The bucket that receives this one's access logs. @default - access is not logged, as for an access-log bucket itself */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** Whether Pulumi refuses to delete the bucket. @default true */
  readonly protect?: boolean;
}

/**
 * A private, versioned bucket whose objects are encrypted, cannot be deleted before their lock ends and are deleted after
 * their retention. A version that a deletion left behind stays for 90 days, or for the retention if that is shorter, so that
 * a deletion can be noticed and undone.
 *
 * @throws {OptionError} when retentionDays is no positive whole number or is shorter than the object lock, when the lock's
 *   days are no positive whole number, or when bucketName is no valid name
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class EvidenceBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
  /** The bucket policy, for `dependsOn`: whatever writes to the bucket must wait for it. */
  readonly policy: aws.s3.BucketPolicy;

  constructor(name: string, args: EvidenceBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("ai-governance-baseline:index:EvidenceBucket", name, args, opts);
    const lock = args.objectLock ?? DEFAULT_OBJECT_LOCK;
    const option = optionOf("EvidenceBucket", name);
    checkLockedRetention({ retentionDays: args.retentionDays, lock, option, retentionOption: "retentionDays" });
    const own: Own = { name, args, lock, parent: this };

    const bucket = createBucket(own);
    const publicAccessBlock = blockPublicAccess(own, bucket);
    disableAcls(own, bucket);
    const versioning = enableVersioning(own, bucket);
    encrypt(own, bucket);
    expireObjects(own, bucket, versioning);
    lockObjects(own, bucket, versioning);
    logAccess(own, bucket);
    this.bucketArn = arnOf(own);
    this.policy = restrictAccess(own, bucket, this.bucketArn, publicAccessBlock);

    this.bucketName = bucket.bucket;
    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn });
  }
}

/** What every step of the constructor needs. */
interface Own {
  readonly name: string;
  readonly args: EvidenceBucketArgs;
  readonly lock: ObjectLock | "none";
  readonly parent: EvidenceBucket;
}

const DELETION_NOTICE_DAYS = 90;
const ABANDONED_UPLOAD_DAYS = 7;
const validBucketName = matching(
  /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  "3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit",
  "Choose a shorter or plainer name for the component or its bucket.",
);

function createBucket({ name, args, lock, parent }: Own): aws.s3.Bucket {
  return new aws.s3.Bucket(
    name,
    {
      bucket: validated(args.bucketName, optionOf("EvidenceBucket", name)("bucketName"), validBucketName),
      objectLockEnabled: lock !== "none",
      forceDestroy: false,
      region: args.region,
    },
    { parent, protect: args.protect ?? true },
  );
}

function blockPublicAccess({ name, args, parent }: Own, bucket: aws.s3.Bucket): aws.s3.BucketPublicAccessBlock {
  return new aws.s3.BucketPublicAccessBlock(
    `${name}-public-access-block`,
    {
      bucket: bucket.bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      region: args.region,
    },
    { parent },
  );
}

function disableAcls({ name, args, parent }: Own, bucket: aws.s3.Bucket): void {
  new aws.s3.BucketOwnershipControls(
    `${name}-ownership`,
    { bucket: bucket.bucket, rule: { objectOwnership: "BucketOwnerEnforced" }, region: args.region },
    { parent },
  );
}

function enableVersioning({ name, args, parent }: Own, bucket: aws.s3.Bucket): aws.s3.BucketVersioning {
  return new aws.s3.BucketVersioning(
    `${name}-versioning`,
    { bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" }, region: args.region },
    { parent },
  );
}

function encrypt({ name, args, parent }: Own, bucket: aws.s3.Bucket): void {
  const rule =
    args.keyArn === undefined
      ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
      : {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.keyArn },
          bucketKeyEnabled: true,
        };
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { bucket: bucket.bucket, rules: [rule], region: args.region },
    { parent },
  );
}

function expireObjects({ name, args, parent }: Own, bucket: aws.s3.Bucket, versioning: aws.s3.BucketVersioning): void {
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      bucket: bucket.bucket,
      rules: [
        {
          id: "expire-evidence",
          status: "Enabled",
          filter: { prefix: "" },
          expiration: { days: args.retentionDays },
          noncurrentVersionExpiration: { noncurrentDays: Math.min(args.retentionDays, DELETION_NOTICE_DAYS) },
          abortIncompleteMultipartUpload: { daysAfterInitiation: ABANDONED_UPLOAD_DAYS },
        },
      ],
      region: args.region,
    },
    // S3 judges the rule for noncurrent versions by the bucket's versioning.
    { parent, dependsOn: [versioning] },
  );
}

function lockObjects(
  { name, args, lock, parent }: Own,
  bucket: aws.s3.Bucket,
  versioning: aws.s3.BucketVersioning,
): void {
  if (lock === "none") {
    return;
  }
  new aws.s3.BucketObjectLockConfiguration(
    `${name}-object-lock`,
    {
      bucket: bucket.bucket,
      rule: { defaultRetention: { mode: lock.mode, days: lock.days } },
      region: args.region,
    },
    // Object Lock works on versions only.
    { parent, dependsOn: [versioning] },
  );
}

function logAccess({ name, args, parent }: Own, bucket: aws.s3.Bucket): void {
  if (args.accessLogBucket === undefined) {
    return;
  }
  new aws.s3.BucketLogging(
    `${name}-access-logging`,
    {
      bucket: bucket.bucket,
      targetBucket: args.accessLogBucket,
      targetPrefix: pulumi.output(args.bucketName).apply(accessLogPrefix),
      region: args.region,
    },
    { parent },
  );
}

function arnOf({ args, parent }: Own): pulumi.Output<string> {
  return pulumi
    .all([accountIdentity(parent, args.region).partition, args.bucketName])
    .apply(([partition, bucketName]) => bucketArn({ partition }, bucketName));
}

function restrictAccess(
  { name, args, parent }: Own,
  bucket: aws.s3.Bucket,
  arn: pulumi.Output<string>,
  publicAccessBlock: aws.s3.BucketPublicAccessBlock,
): aws.s3.BucketPolicy {
  return new aws.s3.BucketPolicy(
    `${name}-policy`,
    {
      bucket: bucket.bucket,
      policy: pulumi
        .all([arn, args.policyStatements ?? []])
        .apply(([ownArn, statements]) => policyJson([denyInsecureTransport(ownArn), ...statements])),
      region: args.region,
    },
    // S3 refuses two changes of a bucket's access at the same time.
    { parent, dependsOn: [publicAccessBlock] },
  );
}
