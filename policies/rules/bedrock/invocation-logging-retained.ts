import { type Judgements, all } from "../../judgement";
import { UNKNOWN, at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { LOG_GROUP, type RetentionBounds, boundsOf, mustBeRetained, retentionSettings } from "../log-group";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { type Truth, every, must, some } from "../truth";
import {
  CLOUDWATCH_CONFIG,
  INVOCATION_LOGGING_CONFIGURATION,
  LARGE_DATA_CONFIG,
  S3_CONFIG,
} from "./invocation-logging";

const GROUP = `${CLOUDWATCH_CONFIG}.logGroupName`;
const BUCKETS = [`${S3_CONFIG}.bucketName`, `${LARGE_DATA_CONFIG}.bucketName`];
const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

export const invocationLoggingRetained = stackRule({
  id: "invocation-logging-retained",
  title: "Invocation logs are kept for a bounded time, under a customer key",
  severity: "high",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: GROUP,
  rationale:
    "Bedrock deletes nothing: a log group without retention keeps prompts for ever, and without a customer key everyone " +
    "who may read the group reads them.",
  fix: "Give the log group retentionInDays and kmsKeyId, and each bucket an encryption with a customer key.",
  links: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  ],
  covers: { prowler: ["bedrock_model_invocation_logs_encryption_enabled"] },
  config: retentionSettings({ minimum: 30, maximum: 400 }),
  judge: (stack, config) => {
    const bounds = boundsOf(config);
    return eachOf(stack, INVOCATION_LOGGING_CONFIGURATION, (configuration) =>
      all(
        judgeLogGroup(stack, configuration, bounds),
        ...BUCKETS.map((path) => judgeBucket(stack, configuration, path)),
      ),
    );
  },
});

function judgeLogGroup(stack: Stack, configuration: StackResource, bounds: RetentionBounds): Judgements {
  return followed(stack, configuration, GROUP, LOG_GROUP, ({ properties }) =>
    mustBeRetained(properties, bounds, GROUP),
  );
}

function judgeBucket(stack: Stack, configuration: StackResource, path: string): Judgements {
  return followed(stack, configuration, path, BUCKET, (bucket) =>
    must(
      some(stack.pointingAt(bucket, BUCKET_ENCRYPTION, "bucket").map(hasCustomerKey)),
      path,
      "names a bucket whose default encryption has no customer key; it must be aws:kms with kmsMasterKeyId",
    ),
  );
}

function hasCustomerKey({ properties }: StackResource): Truth {
  const defaults = "rules.0.applyServerSideEncryptionByDefault";
  const algorithm = at(properties, `${defaults}.sseAlgorithm`);
  const key = at(properties, `${defaults}.kmsMasterKeyId`);
  return every([
    algorithm === UNKNOWN ? UNKNOWN : algorithm === "aws:kms" || algorithm === "aws:kms:dsse",
    // Which key it is may be unknown; that there is one is known all the same.
    key !== undefined && key !== "",
  ]);
}
