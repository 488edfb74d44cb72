import { type Judgements, undecided } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { mustLetIn } from "../deliveries";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { BUCKET, BUCKET_LOGGING, BUCKET_POLICY } from "./bucket";

const PROPERTY = "targetBucket";

export const accessLogBucketUsable = stackRule({
  id: "access-log-bucket-usable",
  title: "A bucket for access logs lets S3 deliver them",
  severity: "medium",
  type: BUCKET_LOGGING,
  property: PROPERTY,
  rationale:
    "S3 drops the access logs that it may not deliver, and says so nowhere: who read the evidence stays unknown.",
  fix: "Allow logging.s3.amazonaws.com s3:PutObject below the prefix, bound to the logged bucket and its account.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, BUCKET_LOGGING, (logging) =>
      followed(stack, logging, PROPERTY, BUCKET, (target) => judgeTarget(stack, logging, target)),
    ),
});

function judgeTarget(stack: Stack, logging: StackResource, target: StackResource): Judgements {
  const { bucket, targetPrefix = "" } = logging.properties;
  const { arn } = target.properties;
  if (typeof arn !== "string" || typeof targetPrefix !== "string" || typeof bucket !== "string") {
    return undecided(PROPERTY);
  }
  const [, partition = "aws"] = arn.split(":");
  return mustLetIn(
    {
      property: PROPERTY,
      target,
      policies: stack.pointingAt(target, BUCKET_POLICY, "bucket").map(({ properties }) => properties["policy"]),
      needs: [{ action: "s3:PutObject", resource: `${arn}/${targetPrefix}log` }],
    },
    { service: "logging.s3.amazonaws.com", context: { "aws:sourcearn": `arn:${partition}:s3:::${bucket}` } },
  );
}
