import { at } from "../../properties";
import { BUCKET, BUCKET_OBJECT_LOCK, INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { type Truth, every, is, must, not, some } from "../../truth";
import { LARGE_DATA_BUCKET, S3_BUCKET } from "./invocation-logging";

const MODE = BUCKET_OBJECT_LOCK.path("rule.defaultRetention.mode");

export const bedrockInvocationLoggingBucketObjectLock = stackRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-bucket-object-lock",
  title: "Buckets of Bedrock model invocation logs have Object Lock with a default retention",
  severity: "medium",
  property: LARGE_DATA_BUCKET,
  rationale:
    "What a model was asked and what it answered is evidence. Without Object Lock the person who misused the model " +
    "can delete the record.",
  remediation:
    "Configure Object Lock with a default retention on the bucket. In GOVERNANCE mode a few named principals can " +
    "still erase personal data.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"],
  checkEach: (configuration, { stack }) =>
    all(
      ...[LARGE_DATA_BUCKET, S3_BUCKET].map((path) =>
        followed(stack, configuration, path, BUCKET, (bucket) =>
          must(
            isLocked(stack, bucket),
            path,
            `references the bucket ${bucket.name}, which has no Object Lock with a default retention; configure one`,
          ),
        ),
      ),
    ),
});

/** Whether an Object Lock configuration references the bucket and has a default retention. */
function isLocked(stack: Stack, bucket: StackResourceOf<typeof BUCKET>): Truth {
  return some(
    stack
      .referencing(bucket, BUCKET_OBJECT_LOCK, "bucket")
      .map(({ properties }) => at(properties, MODE))
      .map((mode) => every([mode !== undefined, not(is(mode, ""))])),
  );
}
