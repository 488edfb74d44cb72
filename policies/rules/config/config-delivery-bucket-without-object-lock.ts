import { UNKNOWN } from "../../properties";
import { BUCKET, BUCKET_OBJECT_LOCK, DELIVERY_CHANNEL } from "../../resources";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { type Truth, is, must, not, some } from "../../truth";

export const configDeliveryBucketWithoutObjectLock = stackRule(DELIVERY_CHANNEL, {
  id: "config-delivery-bucket-without-object-lock",
  title: "AWS Config delivery channels use buckets without Object Lock",
  severity: "high",
  property: "s3BucketName",
  rationale:
    "AWS Config does not support buckets with Object Lock: delivery fails, and the configuration history in the bucket " +
    "has a gap.",
  remediation: "Give the delivery channel a bucket of its own, with versioning in place of Object Lock.",
  references: [
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-deliverychannel.html",
  ],
  checkEach: (channel, { stack, property }) =>
    followed(stack, channel, property, BUCKET, (bucket) =>
      must(
        not(hasObjectLock(stack, bucket)),
        property,
        `references the bucket ${bucket.name}, which has Object Lock; set it to a bucket without Object Lock`,
      ),
    ),
});

function hasObjectLock(stack: Stack, bucket: StackResourceOf<typeof BUCKET>): Truth {
  const { objectLockEnabled, objectLockConfiguration: inline } = bucket.properties;
  return some([
    is(objectLockEnabled, true),
    inline === UNKNOWN ? UNKNOWN : inline !== undefined,
    stack.referencing(bucket, BUCKET_OBJECT_LOCK, "bucket").length > 0,
  ]);
}
