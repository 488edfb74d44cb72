import { mustLetIn } from "../../iam/deliveries";
import { BUCKET, BUCKET_LOGGING, BUCKET_POLICY } from "../../resources";
import { type Results, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";

const TARGET_BUCKET = BUCKET_LOGGING.path("targetBucket");

export const s3AccessLogBucketAllowsDelivery = stackRule(BUCKET_LOGGING, {
  id: "s3-access-log-bucket-allows-delivery",
  title: "S3 buckets for access logs allow S3 to deliver them",
  severity: "medium",
  property: TARGET_BUCKET,
  rationale:
    "S3 drops access logs that it is not allowed to deliver, without an error. Who read the evidence then stays " +
    "unknown.",
  remediation:
    "Allow logging.s3.amazonaws.com s3:PutObject below the prefix, bound to the ARN and the account of the logged " +
    "bucket.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"],
  checkEach: (logging, { stack }) =>
    followed(stack, logging, TARGET_BUCKET, BUCKET, (target) => checkTarget(stack, logging, target)),
});

function checkTarget(
  stack: Stack,
  logging: StackResourceOf<typeof BUCKET_LOGGING>,
  target: StackResourceOf<typeof BUCKET>,
): Results {
  const { bucket, targetPrefix = "" } = logging.properties;
  const { arn } = target.properties;
  if (typeof arn !== "string" || typeof targetPrefix !== "string" || typeof bucket !== "string") {
    return undecided(TARGET_BUCKET);
  }
  const [, partition = "aws"] = arn.split(":");
  return mustLetIn(
    {
      property: TARGET_BUCKET,
      target,
      policies: stack.referencing(target, BUCKET_POLICY, "bucket").map(({ properties }) => properties.policy),
      needs: [{ action: "s3:PutObject", resource: `${arn}/${targetPrefix}log` }],
    },
    { service: "logging.s3.amazonaws.com", context: { "aws:sourcearn": `arn:${partition}:s3:::${bucket}` } },
  );
}
