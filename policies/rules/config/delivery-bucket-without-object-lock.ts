import { type Judgements } from "../../judgement";
import { UNKNOWN, at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { type Truth, is, must, not, some } from "../truth";
import { DELIVERY_CHANNEL } from "./recorder";

const BUCKET = "aws:s3/bucket:Bucket";
const OBJECT_LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const BUCKET_NAME = "s3BucketName";

export const deliveryBucketWithoutObjectLock = stackRule({
  id: "delivery-bucket-without-object-lock",
  title: "AWS Config delivers to a bucket without Object Lock",
  severity: "high",
  type: DELIVERY_CHANNEL,
  property: BUCKET_NAME,
  rationale:
    "AWS Config does not support a bucket with Object Lock: its delivery fails, and the history that an audit reads " +
    "from the bucket has a hole.",
  fix: "Give the delivery channel a bucket of its own, with versioning in place of Object Lock.",
  links: [
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-deliverychannel.html",
  ],
  covers: {},
  judge: (stack) => eachOf(stack, DELIVERY_CHANNEL, (channel) => judgeBucket(stack, channel)),
});

function judgeBucket(stack: Stack, channel: StackResource): Judgements {
  return followed(stack, channel, BUCKET_NAME, BUCKET, (bucket) =>
    must(not(isLocked(stack, bucket)), BUCKET_NAME, "names a bucket with Object Lock; it must be a bucket without"),
  );
}

function isLocked(stack: Stack, bucket: StackResource): Truth {
  const inline = at(bucket.properties, "objectLockConfiguration");
  return some([
    is(at(bucket.properties, "objectLockEnabled"), true),
    inline === UNKNOWN ? UNKNOWN : inline !== undefined,
    stack.pointingAt(bucket, OBJECT_LOCK, "bucket").length > 0,
  ]);
}
