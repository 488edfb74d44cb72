import { firehoseLogBucketObjectLock } from "../../../../policies/rules/firehose/firehose-log-bucket-object-lock";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const LOCK = {
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  name: "baseline-us-east-1-export-bucket-object-lock",
};
const BUCKET = { type: "aws:s3/bucket:Bucket", name: "baseline-us-east-1-export-bucket" };
const PROPERTY = "extendedS3Configuration.bucketArn";
const findings = [
  {
    name: "baseline-us-east-1-export-stream",
    message: `references the bucket ${BUCKET.name}, which has no Object Lock with a default retention; configure one`,
  },
] as const;

describeStackRule(firehoseLogBucketObjectLock, {
  fails: [
    { title: "a bucket without a lock", change: (stack) => without(stack, LOCK), findings },
    {
      title: "a lock without a default retention",
      change: (stack) => changeAll(stack, LOCK, { remove: ["rule"] }),
      findings,
    },
  ],
  passes: [],
  unknown: [
    {
      title: "a lock that is not known yet",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention.mode": UNKNOWN_VALUE } }),
      property: PROPERTY,
    },
    { title: "a bucket of another stack", change: (stack) => without(stack, BUCKET), property: PROPERTY },
  ],
});
