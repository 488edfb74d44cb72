import { type Judgements, undecided } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { arnParts, mustLetIn } from "../deliveries";
import { followed } from "../references";
import { eachOf } from "../subjects";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";

export const trailBucketUsable = stackRule({
  id: "trail-bucket-usable",
  title: "A trail's bucket lets CloudTrail deliver to it",
  severity: "high",
  type: TRAIL,
  property: "s3BucketName",
  rationale:
    "A policy that is changed later stops the delivery without an error in the program: the record ends there.",
  fix: "Allow cloudtrail.amazonaws.com s3:GetBucketAcl on the bucket and s3:PutObject below AWSLogs/ACCOUNT/, bound to the trail.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, TRAIL, (trail) =>
      followed(stack, trail, "s3BucketName", BUCKET, (bucket) => judgeBucket(stack, trail, bucket)),
    ),
});

function judgeBucket(stack: Stack, trail: StackResource, bucket: StackResource): Judgements {
  const { arn, s3KeyPrefix } = trail.properties;
  const account = arnParts(arn)?.account;
  const bucketArn = bucket.properties["arn"];
  if (typeof arn !== "string" || account === undefined || typeof bucketArn !== "string") {
    return undecided("s3BucketName");
  }
  const prefix = typeof s3KeyPrefix === "string" ? `${s3KeyPrefix}/` : "";
  return mustLetIn(
    {
      property: "s3BucketName",
      target: bucket,
      policies: stack.pointingAt(bucket, BUCKET_POLICY, "bucket").map(({ properties }) => properties["policy"]),
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
