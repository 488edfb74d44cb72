import { all } from "../../judgement";
import { at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { type Truth, every, is, must, not, some } from "../truth";
import { INVOCATION_LOGGING_CONFIGURATION, LARGE_DATA_CONFIG, S3_CONFIG } from "./invocation-logging";

const BUCKETS = [`${LARGE_DATA_CONFIG}.bucketName`, `${S3_CONFIG}.bucketName`];
const BUCKET = "aws:s3/bucket:Bucket";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

export const invocationLoggingBucketLocked = stackRule({
  id: "invocation-logging-bucket-locked",
  title: "Invocation logs in a bucket cannot be changed or removed",
  severity: "medium",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: `${LARGE_DATA_CONFIG}.bucketName`,
  rationale: "What a model was asked and answered is evidence; whoever misused it would begin by deleting the record.",
  fix: "Give the bucket an Object Lock with a default retention; GOVERNANCE lets a named few erase personal data.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, INVOCATION_LOGGING_CONFIGURATION, (configuration) =>
      all(
        ...BUCKETS.map((path) =>
          followed(stack, configuration, path, BUCKET, (bucket) =>
            must(
              isLocked(stack, bucket),
              path,
              `leads to ${bucket.name}, which is without Object Lock; it must have it`,
            ),
          ),
        ),
      ),
    ),
});

/** Whether a lock leads to the bucket and has a default retention. */
function isLocked(stack: Stack, bucket: StackResource): Truth {
  return some(
    stack
      .pointingAt(bucket, LOCK, "bucket")
      .map(({ properties }) => at(properties, "rule.defaultRetention.mode"))
      .map((mode) => every([mode !== undefined, not(is(mode, ""))])),
  );
}
