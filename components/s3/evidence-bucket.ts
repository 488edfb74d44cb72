/** A bucket for evidence: encrypted, versioned, locked, private, TLS only, its access logged, its contents expiring. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection } from "../base/evidence-protection";
import { matching, optionOf, validated } from "../base/options";
import { type Statement, policyJson } from "../documents/iam";
import { accessLogPrefix, bucketArn, denyInsecureTransport } from "../documents/s3";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, lockMode, type ObjectLock } from "./object-lock";

import { type AgingStep, checkStorageClasses } from "./storage-classes";

export type { AgingStep } from "./storage-classes";
export { DEFAULT_OBJECT_LOCK, type ObjectLock } from "./object-lock";

/** Options of an {@link EvidenceBucket}. */
export interface EvidenceBucketArgs extends EvidenceProtection {
  /** The bucket's physical name: 3 to 63 of lower-case letters, digits and hyphens. */
  readonly bucketName: pulumi.Input<string>;
  /**
   * The ARN of the customer managed key that encrypts the objects, in the bucket's own region. `undefined` encrypts with S3's own
   * key (AES256), and is for buckets that receive S3 access logs only: S3 delivers them to no bucket with a customer managed key.
   */
  readonly keyArn: pulumi.Input<string> | undefined;
  /** What the bucket policy grants beyond its refusal of insecure transport. @default - nothing */
  readonly policyStatements?: pulumi.Input<readonly Statement[]>;
  /** @default the provider's region */
  readonly region?: string;
  /** Days after which an object expires. Not shorter than the object lock. */
  readonly retentionDays: number;
  /**
   * The storage classes that objects move to, from the dearest to the cheapest. What is in GLACIER or DEEP_ARCHIVE has to be
   * restored before it can be read. S3 moves no object under 128 KB.
   *
   * @default - objects stay in STANDARD
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
   */
  readonly storageClasses?: readonly AgingStep[];
  /**
   * "none" where a service forbids it: AWS Config's delivery channel and S3 access logging do.
   *
   * @default { mode: "GOVERNANCE", days: 365 }
   */
  readonly objectLock?: ObjectLock | "none";
  /** The bucket that receives this one's access logs. @default - access is not logged, as for an access-log bucket itself */
  readonly accessLogBucket?: pulumi.Input<string>;
}

/**
 * A private, versioned bucket whose objects are encrypted, cannot be deleted before their lock ends and are deleted after
 * their retention. A version that a deletion left behind stays for 90 days, or for the retention if that is shorter, so that
 * a deletion can be noticed and undone.
 *
 * @throws {OptionError} when retentionDays is no positive whole number or is shorter than the object lock, when the lock's
 *   days are no positive whole number, when storageClasses has a step that S3 refuses, when bucketName is no valid name, or when forceDestroy contradicts protect or the lock
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class EvidenceBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
  /** The bucket policy, for `dependsOn`: whatever writes to the bucket must wait for it. */
  readonly policy: aws.s3.BucketPolicy;

  constructor(name: string, args: EvidenceBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveEvidenceBucket(name, args);
    super(componentType("EvidenceBucket"), name, args, opts);
    const scope = scopeOf(this, name, args);

    const bucket = createBucket(scope, options);
    const publicAccessBlock = blockPublicAccess(scope, bucket);
    disableAcls(scope, bucket);
    const versioning = enableVersioning(scope, bucket);
    encrypt(scope, options, bucket);
    expireObjects(scope, options, bucket, versioning);
    lockObjects(scope, options, bucket, versioning);
    logAccess(scope, options, bucket);
    this.bucketArn = arnOf(scope, options);
    this.policy = restrictAccess(scope, options, bucket, this.bucketArn, publicAccessBlock);

    this.bucketName = bucket.bucket;
    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn });
  }
}

/** The options of an {@link EvidenceBucket}, resolved. */
export interface EvidenceBucketOptions {
  readonly bucketName: pulumi.Input<string>;
  readonly keyArn: pulumi.Input<string> | undefined;
  readonly policyStatements: pulumi.Input<readonly Statement[]>;
  readonly retentionDays: number;
  readonly storageClasses: readonly AgingStep[];
  readonly objectLock: ObjectLock | "none";
  readonly accessLogBucket: pulumi.Input<string> | undefined;
  readonly forceDestroy: boolean;
}

const DELETION_NOTICE_DAYS = 90;
const ABANDONED_UPLOAD_DAYS = 7;
const validBucketName = matching(
  /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  "3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit",
  "Choose a shorter or plainer name for the component or its bucket.",
);

/** @throws {OptionError} as {@link EvidenceBucket} does */
export function resolveEvidenceBucket(name: string, args: EvidenceBucketArgs): EvidenceBucketOptions {
  const option = optionOf("EvidenceBucket", name);
  const { keyArn, retentionDays, accessLogBucket, policyStatements = [], objectLock = DEFAULT_OBJECT_LOCK } = args;
  const { storageClasses = [], forceDestroy = false } = args;
  checkProtection(args, option, lockMode(objectLock));
  checkLockedRetention({ retentionDays, lock: objectLock, option, retentionOption: "retentionDays" });
  checkStorageClasses(storageClasses, retentionDays, option("storageClasses"));
  const bucketName = validated(args.bucketName, option("bucketName"), validBucketName);
  return {
    bucketName,
    keyArn,
    policyStatements,
    retentionDays,
    storageClasses,
    objectLock,
    accessLogBucket,
    forceDestroy,
  };
}

function createBucket(scope: Scope, { bucketName, objectLock, forceDestroy }: EvidenceBucketOptions): aws.s3.Bucket {
  return new aws.s3.Bucket(
    scope.child(),
    { bucket: bucketName, objectLockEnabled: objectLock !== "none", forceDestroy, ...scope.region },
    scope.evidence,
  );
}

function blockPublicAccess(scope: Scope, { bucket }: aws.s3.Bucket): aws.s3.BucketPublicAccessBlock {
  return new aws.s3.BucketPublicAccessBlock(
    scope.child("public-access-block"),
    {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      ...scope.region,
    },
    scope.options,
  );
}

function disableAcls(scope: Scope, { bucket }: aws.s3.Bucket): void {
  new aws.s3.BucketOwnershipControls(
    scope.child("ownership"),
    { bucket, rule: { objectOwnership: "BucketOwnerEnforced" }, ...scope.region },
    scope.options,
  );
}

function enableVersioning(scope: Scope, { bucket }: aws.s3.Bucket): aws.s3.BucketVersioning {
  return new aws.s3.BucketVersioning(
    scope.child("versioning"),
    { bucket, versioningConfiguration: { status: "Enabled" }, ...scope.region },
    scope.options,
  );
}

function encrypt(scope: Scope, { keyArn }: EvidenceBucketOptions, { bucket }: aws.s3.Bucket): void {
  const rule =
    keyArn === undefined
      ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
      : {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
          bucketKeyEnabled: true,
        };
  new aws.s3.BucketServerSideEncryptionConfiguration(
    scope.child("encryption"),
    { bucket, rules: [rule], ...scope.region },
    scope.options,
  );
}

function expireObjects(
  scope: Scope,
  { retentionDays, storageClasses }: EvidenceBucketOptions,
  { bucket }: aws.s3.Bucket,
  versioning: aws.s3.BucketVersioning,
): void {
  new aws.s3.BucketLifecycleConfiguration(
    scope.child("lifecycle"),
    {
      bucket,
      rules: [
        {
          id: "expire-evidence",
          status: "Enabled",
          filter: { prefix: "" },
          ...(storageClasses.length === 0 ? {} : { transitions: storageClasses.map((step) => ({ ...step })) }),
          expiration: { days: retentionDays },
          noncurrentVersionExpiration: { noncurrentDays: Math.min(retentionDays, DELETION_NOTICE_DAYS) },
          abortIncompleteMultipartUpload: { daysAfterInitiation: ABANDONED_UPLOAD_DAYS },
        },
      ],
      ...scope.region,
    },
    // S3 accepts the rule for noncurrent versions according to the bucket's versioning.
    { ...scope.options, dependsOn: [versioning] },
  );
}

function lockObjects(
  scope: Scope,
  { objectLock }: EvidenceBucketOptions,
  { bucket }: aws.s3.Bucket,
  versioning: aws.s3.BucketVersioning,
): void {
  if (objectLock === "none") {
    return;
  }
  const { mode, days } = objectLock;
  new aws.s3.BucketObjectLockConfiguration(
    scope.child("object-lock"),
    { bucket, rule: { defaultRetention: { mode, days } }, ...scope.region },
    // Object Lock works on versions only.
    { ...scope.options, dependsOn: [versioning] },
  );
}

function logAccess(
  scope: Scope,
  { bucketName, accessLogBucket }: EvidenceBucketOptions,
  { bucket }: aws.s3.Bucket,
): void {
  if (accessLogBucket === undefined) {
    return;
  }
  new aws.s3.BucketLogging(
    scope.child("access-logging"),
    {
      bucket,
      targetBucket: accessLogBucket,
      targetPrefix: pulumi.output(bucketName).apply(accessLogPrefix),
      // In folders by the day of delivery, to which nothing is added once it is over: a reader goes on where it stopped.
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "DeliveryTime" } },
      ...scope.region,
    },
    scope.options,
  );
}

function arnOf(scope: Scope, { bucketName }: EvidenceBucketOptions): pulumi.Output<string> {
  return pulumi.all([scope.account.partition, bucketName]).apply(([partition, name]) => bucketArn({ partition }, name));
}

function restrictAccess(
  scope: Scope,
  { policyStatements }: EvidenceBucketOptions,
  { bucket }: aws.s3.Bucket,
  arn: pulumi.Output<string>,
  publicAccessBlock: aws.s3.BucketPublicAccessBlock,
): aws.s3.BucketPolicy {
  return new aws.s3.BucketPolicy(
    scope.child("policy"),
    {
      bucket,
      policy: pulumi
        .all([arn, policyStatements])
        .apply(([ownArn, statements]) => policyJson([denyInsecureTransport(ownArn), ...statements])),
      ...scope.region,
    },
    // S3 refuses two changes of a bucket's access at the same time.
    { ...scope.options, dependsOn: [publicAccessBlock] },
  );
}
