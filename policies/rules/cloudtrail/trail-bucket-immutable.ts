import { type Judgements, all } from "../../judgement";
import { type Value, UNKNOWN, at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { type Truth, every, is, must, some } from "../truth";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET = "aws:s3/bucket:Bucket";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

export const trailBucketImmutable = stackRule({
  id: "trail-bucket-immutable",
  title: "A trail's log files cannot be changed or removed",
  severity: "high",
  type: TRAIL,
  property: "s3BucketName",
  rationale:
    "Evidence that its subject can remove is none: whoever holds the bucket could rewrite the account's history.",
  fix: "Give the bucket Object Lock with a default retention (mode, and days or years), and versioning.",
  links: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  ],
  covers: {},
  judge: (stack) =>
    eachOf(stack, TRAIL, (trail) =>
      followed(stack, trail, "s3BucketName", BUCKET, (bucket) => {
        const demand = (what: string, truths: readonly Truth[]): Judgements =>
          must(some(truths), "s3BucketName", `leads to ${bucket.name}, which is without ${what}; it must have it`);
        return all(
          demand("Object Lock with a default retention", locksOf(stack, bucket).map(isRetention)),
          demand("versioning enabled", versionsOf(stack, bucket)),
        );
      }),
    ),
});

/** The default retention of the bucket's lock; a bucket may also carry it itself, in the provider's older form. */
function locksOf(stack: Stack, bucket: StackResource): readonly (Value | undefined)[] {
  return [
    ...stack.pointingAt(bucket, LOCK, "bucket").map(({ properties }) => at(properties, "rule.defaultRetention")),
    at(bucket.properties, "objectLockConfiguration.rule.defaultRetention"),
  ];
}

function isRetention(retention: Value | undefined): Truth {
  const mode = at(retention, "mode");
  return every([
    some([is(mode, "GOVERNANCE"), is(mode, "COMPLIANCE")]),
    some([isPositive(at(retention, "days")), isPositive(at(retention, "years"))]),
  ]);
}

function isPositive(value: Value | undefined): Truth {
  return value === UNKNOWN ? UNKNOWN : typeof value === "number" && value > 0;
}

function versionsOf(stack: Stack, bucket: StackResource): readonly Truth[] {
  return [
    ...stack
      .pointingAt(bucket, VERSIONING, "bucket")
      .map(({ properties }) => is(at(properties, "versioningConfiguration.status"), "Enabled")),
    is(at(bucket.properties, "versioning.enabled"), true),
  ];
}
