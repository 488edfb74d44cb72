import { at } from "../../properties";
import { BUCKET, BUCKET_OBJECT_LOCK, DELIVERY_STREAM, SUBSCRIPTION_FILTER } from "../../resources";
import { notApplicable } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import { every, is, must, not, some } from "../../truth";

const BUCKET_ARN = DELIVERY_STREAM.path("extendedS3Configuration.bucketArn");
const MODE = BUCKET_OBJECT_LOCK.path("rule.defaultRetention.mode");

export const firehoseLogBucketObjectLock = stackRule(DELIVERY_STREAM, {
  id: "firehose-log-bucket-object-lock",
  title: "Buckets to which Firehose streams deliver log groups have Object Lock with a default retention",
  severity: "medium",
  property: BUCKET_ARN,
  rationale:
    "The copy of a log group is there for when the log group is deleted. Without Object Lock whoever deletes the one deletes the other.",
  remediation: "Configure Object Lock with a default retention on the bucket.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"],
  checkEach: (stream, { stack }) =>
    stack.referencing(stream, SUBSCRIPTION_FILTER, "destinationArn").length === 0
      ? notApplicable("no log group sends to it")
      : followed(stack, stream, BUCKET_ARN, BUCKET, (bucket) =>
          must(
            some(
              stack
                .referencing(bucket, BUCKET_OBJECT_LOCK, "bucket")
                .map(({ properties }) => at(properties, MODE))
                .map((mode) => every([mode !== undefined, not(is(mode, ""))])),
            ),
            BUCKET_ARN,
            `references the bucket ${bucket.name}, which has no Object Lock with a default retention; configure one`,
          ),
        ),
});
