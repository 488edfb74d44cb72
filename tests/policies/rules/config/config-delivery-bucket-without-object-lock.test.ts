import { configDeliveryBucketWithoutObjectLock } from "../../../../policies/rules/config/config-delivery-bucket-without-object-lock";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack } from "../../state-changes";
import { declared } from "../stack-resources";
import { BUCKET, CHANNEL } from "./prod-names";

const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const LOCKED = {
  name: CHANNEL.name,
  message:
    "references the bucket baseline-us-east-1-recorder-bucket, which has Object Lock; set it to a bucket without Object Lock",
};
const BUCKET_NAME = "baseline-us-east-1-recorder-111122223333-us-east-1";

const locked = (objectLockEnabled: boolean | string) => (stack: Parameters<typeof changeAll>[0]) =>
  changeAll(stack, BUCKET, { set: { objectLockEnabled } });

describeStackRule(configDeliveryBucketWithoutObjectLock, {
  fails: [
    { title: "a bucket with Object Lock", change: locked(true), findings: [LOCKED] },
    {
      title: "a bucket that is locked by a configuration of its own",
      change: (stack) => [...stack, declared(LOCK, "lock", { bucket: BUCKET_NAME })],
      findings: [LOCKED],
    },
    {
      title: "a bucket that is locked by the deprecated argument",
      change: (stack) =>
        changeAll(stack, BUCKET, { set: { objectLockConfiguration: { objectLockEnabled: "Enabled" } } }),
      findings: [LOCKED],
    },
  ],
  passes: [
    {
      title: "a lock on another bucket",
      change: (stack) => [...stack, declared(LOCK, "lock", { bucket: "another" })],
    },
  ],
  unknown: [
    { title: "whether the bucket is locked", change: locked(UNKNOWN_VALUE), property: "s3BucketName" },
    {
      title: "a bucket of another stack",
      change: () => [...emptyStack(), declared(CHANNEL.type, "channel", { s3BucketName: "theirs" })],
      property: "s3BucketName",
    },
    {
      title: "a bucket that is not yet known",
      change: () => [...emptyStack(), declared(CHANNEL.type, "channel", { s3BucketName: UNKNOWN_VALUE })],
      property: "s3BucketName",
    },
  ],
});
