import { type Value, UNKNOWN, at } from "../../properties";
import { BUCKET, BUCKET_OBJECT_LOCK, BUCKET_VERSIONING, TRAIL } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { type Truth, every, is, must, some } from "../../truth";

const DEFAULT_RETENTION = BUCKET_OBJECT_LOCK.path("rule.defaultRetention");
const VERSIONING_STATUS = BUCKET_VERSIONING.path("versioningConfiguration.status");
/** The same in the provider's older form, on the bucket itself. */
const OWN_DEFAULT_RETENTION = BUCKET.path("objectLockConfiguration.rule.defaultRetention");
const OWN_VERSIONING = BUCKET.path("versioning.enabled");

type Bucket = StackResourceOf<typeof BUCKET>;

export const cloudtrailBucketObjectLock = stackRule(TRAIL, {
  id: "cloudtrail-bucket-object-lock",
  title: "The S3 buckets of CloudTrail trails have Object Lock with a default retention",
  severity: "high",
  property: "s3BucketName",
  rationale:
    "Without Object Lock, anyone with write access to the bucket can change or delete log files, including the record of " +
    "their own actions.",
  remediation: "Give the bucket versioning and Object Lock with a default retention: a mode, and days or years.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  ],
  checkEach: (trail, { stack, property }) =>
    followed(stack, trail, property, BUCKET, (bucket) =>
      all(
        must(
          some(defaultRetentionsOf(stack, bucket).map(isComplete)),
          property,
          `references the bucket ${bucket.name}, which has no Object Lock with a default retention; set its mode and period`,
        ),
        must(
          some(versioningsOf(stack, bucket)),
          property,
          `references the bucket ${bucket.name}, which has no versioning enabled; enable it`,
        ),
      ),
    ),
});

function defaultRetentionsOf(stack: Stack, bucket: Bucket): readonly (Value | undefined)[] {
  return [
    ...stack
      .referencing(bucket, BUCKET_OBJECT_LOCK, "bucket")
      .map(({ properties }) => at(properties, DEFAULT_RETENTION)),
    at(bucket.properties, OWN_DEFAULT_RETENTION),
  ];
}

function isComplete(retention: Value | undefined): Truth {
  const mode = at(retention, "mode");
  return every([
    some([is(mode, "GOVERNANCE"), is(mode, "COMPLIANCE")]),
    some([isPositive(at(retention, "days")), isPositive(at(retention, "years"))]),
  ]);
}

function isPositive(value: Value | undefined): Truth {
  return value === UNKNOWN ? UNKNOWN : typeof value === "number" && value > 0;
}

function versioningsOf(stack: Stack, bucket: Bucket): readonly Truth[] {
  return [
    ...stack
      .referencing(bucket, BUCKET_VERSIONING, "bucket")
      .map(({ properties }) => is(at(properties, VERSIONING_STATUS), "Enabled")),
    is(at(bucket.properties, OWN_VERSIONING), true),
  ];
}
