import { type Judgement, fail, undecided } from "../../judgement";
import { type Value, UNKNOWN, at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { followed } from "../references";

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
    stack
      .ofType(TRAIL)
      .flatMap((trail) =>
        followed(stack, trail, "s3BucketName", BUCKET, (bucket) => [
          ...demand(trail, bucket, "Object Lock with a default retention", answersOf(stack, bucket, LOCK, locks)),
          ...demand(trail, bucket, "versioning enabled", answersOf(stack, bucket, VERSIONING, isVersioned)),
        ]),
      ),
});

type Answer = boolean | typeof UNKNOWN;

/** What the bucket's companions of a type answer; a bucket may also carry the setting itself, in the provider's old form. */
function answersOf(
  stack: Stack,
  bucket: StackResource,
  type: string,
  ask: (holder: StackResource) => Answer,
): Answer[] {
  return [...stack.pointingAt(bucket, type, "bucket"), bucket].map(ask);
}

function locks({ type, properties }: StackResource): Answer {
  const retention = at(
    properties,
    type === BUCKET ? "objectLockConfiguration.rule.defaultRetention" : "rule.defaultRetention",
  );
  const [mode, days, years] = ["mode", "days", "years"].map((name) => at(retention, name));
  if (mode !== UNKNOWN && mode !== "GOVERNANCE" && mode !== "COMPLIANCE") {
    return false;
  }
  return isPositive(days) || isPositive(years)
    ? mode !== UNKNOWN || UNKNOWN
    : [days, years].includes(UNKNOWN) && UNKNOWN;
}

function isPositive(value: Value | undefined): boolean {
  return typeof value === "number" && value > 0;
}

function isVersioned({ type, properties }: StackResource): Answer {
  const [path, wanted] =
    type === BUCKET
      ? (["versioning.enabled", true] as const)
      : (["versioningConfiguration.status", "Enabled"] as const);
  const status = at(properties, path);
  return status === UNKNOWN ? UNKNOWN : status === wanted;
}

function demand(
  trail: StackResource,
  bucket: StackResource,
  what: string,
  answers: readonly Answer[],
): readonly Judgement[] {
  if (answers.includes(true)) {
    return [];
  }
  return answers.includes(UNKNOWN)
    ? [undecided("s3BucketName", trail.urn)]
    : [fail("s3BucketName", `leads to ${bucket.name}, which is without ${what}; it must have it`, trail.urn)];
}
