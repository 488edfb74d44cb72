import { arnParts, mustLetIn } from "../../iam/deliveries";
import { BUCKET, BUCKET_POLICY, TRAIL } from "../../resources";
import { type Results, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";

const BUCKET_NAME = TRAIL.path("s3BucketName");

export const cloudtrailBucketAllowsDelivery = stackRule(TRAIL, {
  id: "cloudtrail-bucket-allows-delivery",
  title: "The S3 buckets of CloudTrail trails allow CloudTrail to deliver log files",
  severity: "high",
  property: BUCKET_NAME,
  rationale:
    "A later change to the bucket policy stops delivery without an error in the program, and the record ends there.",
  remediation:
    "Allow cloudtrail.amazonaws.com s3:GetBucketAcl on the bucket and s3:PutObject below AWSLogs/ACCOUNT/, bound to the " +
    "trail.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
  ],
  checkEach: (trail, { stack }) =>
    followed(stack, trail, BUCKET_NAME, BUCKET, (bucket) => checkBucket(stack, trail, bucket)),
});

function checkBucket(
  stack: Stack,
  trail: StackResourceOf<typeof TRAIL>,
  bucket: StackResourceOf<typeof BUCKET>,
): Results {
  const { arn, s3KeyPrefix } = trail.properties;
  const account = arnParts(arn)?.account;
  const { arn: bucketArn } = bucket.properties;
  if (typeof arn !== "string" || account === undefined || typeof bucketArn !== "string") {
    return undecided(BUCKET_NAME);
  }
  const prefix = typeof s3KeyPrefix === "string" ? `${s3KeyPrefix}/` : "";
  return mustLetIn(
    {
      property: BUCKET_NAME,
      target: bucket,
      policies: stack.referencing(bucket, BUCKET_POLICY, "bucket").map(({ properties }) => properties.policy),
      needs: [
        { action: "s3:GetBucketAcl", resource: bucketArn },
        { action: "s3:PutObject", resource: `${bucketArn}/${prefix}AWSLogs/${account}/CloudTrail/log` },
      ],
    },
    {
      service: "cloudtrail.amazonaws.com",
      context: { "aws:sourcearn": arn, "aws:sourceaccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
    },
  );
}
