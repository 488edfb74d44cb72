import { UNKNOWN, at, show } from "../../properties";
import { BUCKET, BUCKET_OBJECT_LOCK, TRAIL } from "../../resources";
import { type Results, all } from "../../result";
import { stackRule } from "../../rule";
import { wholeNumber } from "../../settings";
import { type Delivery, keepsDelivered } from "../../stack/delivered-objects";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { must, not } from "../../truth";

const BUCKET_NAME = TRAIL.path("s3BucketName");
const LOCK_DAYS = BUCKET_OBJECT_LOCK.path("rule.defaultRetention.days");

export const cloudtrailBucketRetention = stackRule(TRAIL, {
  id: "cloudtrail-bucket-retention",
  title: "The S3 buckets of CloudTrail trails keep and lock log files for at least a year",
  severity: "high",
  property: BUCKET_NAME,
  rationale: "Log files are the evidence of record and outlive the log group; auditors ask for a year of it.",
  remediation: "Let the bucket's objects expire after 365 days or later, and lock them for 365 days or longer.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"],
  settings: { minimumDays: wholeNumber({ minimum: 1, default: 365, description: "Least period, in days." }) },
  checkEach: (trail, { stack, settings: { minimumDays } }) => {
    const delivery: Delivery = { property: BUCKET_NAME, prefix: trail.properties.s3KeyPrefix };
    return followed(stack, trail, BUCKET_NAME, BUCKET, (bucket) =>
      all(keepsDelivered(stack, bucket, delivery, minimumDays), isLocked(stack, bucket, minimumDays)),
    );
  },
});

/** A bucket without a lock is cloudtrail-bucket-object-lock's finding. */
function isLocked(stack: Stack, bucket: StackResourceOf<typeof BUCKET>, minimum: number): Results {
  const locks = stack
    .referencing(bucket, BUCKET_OBJECT_LOCK, "bucket")
    .map(({ properties }) => at(properties, LOCK_DAYS));
  return all(
    ...locks.map((days) =>
      must(
        not(days === UNKNOWN ? UNKNOWN : typeof days === "number" && days < minimum),
        BUCKET_NAME,
        `references the bucket ${bucket.name}, whose objects are locked for ${show(days)} days; lock them for at least ${minimum} days`,
      ),
    ),
  );
}
