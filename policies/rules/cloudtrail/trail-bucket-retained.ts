import { type Judgements, all } from "../../judgement";
import { type Value, UNKNOWN, at, isList, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { type Truth, every, is, must, not } from "../truth";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET = "aws:s3/bucket:Bucket";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const PROPERTY = "s3BucketName";

export const trailBucketRetained = stackRule({
  id: "trail-bucket-retained",
  title: "A trail's log files are kept, and where locked are locked, for a year at least",
  severity: "high",
  type: TRAIL,
  property: PROPERTY,
  rationale: "Log files outlive the log group as the evidence of record; auditors ask for a year of it.",
  fix: "Let the bucket's objects expire after 365 days or later, and lock them for 365 days or longer.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"],
  covers: {},
  config: { minimumDays: { type: "integer", minimum: 1, default: 365, description: "Least period, in days." } },
  judge: (stack, { minimumDays }) =>
    eachOf(stack, TRAIL, (trail) =>
      followed(stack, trail, PROPERTY, BUCKET, (bucket) => judgeBucket(stack, bucket, Number(minimumDays))),
    ),
});

/** A bucket without a lifecycle keeps everything; one without a lock is trail-bucket-immutable's finding. */
function judgeBucket(stack: Stack, bucket: StackResource, minimum: number): Judgements {
  const rules = stack
    .pointingAt(bucket, LIFECYCLE, "bucket")
    .flatMap(({ properties }) => itemsOf(at(properties, "rules")));
  const locks = stack
    .pointingAt(bucket, LOCK, "bucket")
    .map(({ properties }) => at(properties, "rule.defaultRetention.days"));
  const least = `it must be at least ${minimum}`;
  return all(
    ...rules.map((rule) => {
      const days = at(rule, "expiration.days");
      const tooSoon = every([not(is(at(rule, "status"), "Disabled")), isBelow(days, minimum)]);
      return must(
        not(tooSoon),
        PROPERTY,
        `leads to ${bucket.name}, where objects expire after ${show(days)} days; ${least}`,
      );
    }),
    ...locks.map((days) =>
      must(
        not(isBelow(days, minimum)),
        PROPERTY,
        `leads to ${bucket.name}, where objects are locked for ${show(days)} days; ${least}`,
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
