import { type Value, UNKNOWN, at, isList, show } from "../../properties";
import { BUCKET, BUCKET_LIFECYCLE, BUCKET_OBJECT_LOCK, TRAIL } from "../../resources";
import { type Results, all } from "../../result";
import { stackRule } from "../../rule";
import { wholeNumber } from "../../settings";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { type Truth, every, is, must, not } from "../../truth";

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
  checkEach: (trail, { stack, settings }) =>
    followed(stack, trail, BUCKET_NAME, BUCKET, (bucket) => checkBucket(stack, bucket, settings.minimumDays)),
});

/** A bucket without a lifecycle keeps everything; one without a lock is cloudtrail-bucket-object-lock's finding. */
function checkBucket(stack: Stack, bucket: StackResourceOf<typeof BUCKET>, minimum: number): Results {
  const rules = stack
    .referencing(bucket, BUCKET_LIFECYCLE, "bucket")
    .flatMap(({ properties }) => itemsOf(properties.rules));
  const locks = stack
    .referencing(bucket, BUCKET_OBJECT_LOCK, "bucket")
    .map(({ properties }) => at(properties, LOCK_DAYS));
  const references = `references the bucket ${bucket.name}, whose objects`;
  return all(
    ...rules.map((rule) => {
      const days = at(rule, "expiration.days");
      const tooSoon = every([not(is(at(rule, "status"), "Disabled")), isBelow(days, minimum)]);
      return must(
        not(tooSoon),
        BUCKET_NAME,
        `${references} expire after ${show(days)} days; keep them for at least ${minimum} days`,
      );
    }),
    ...locks.map((days) =>
      must(
        not(isBelow(days, minimum)),
        BUCKET_NAME,
        `${references} are locked for ${show(days)} days; lock them for at least ${minimum} days`,
      ),
    ),
  );
}

function isBelow(days: Value | undefined, minimum: number): Truth {
  return days === UNKNOWN ? UNKNOWN : typeof days === "number" && days < minimum;
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : value === UNKNOWN ? [{ expiration: UNKNOWN }] : [];
}
