import { referencesRetained, retentionSettings } from "../../families/log-group-retention";
import { UNKNOWN, at } from "../../properties";
import { BUCKET, BUCKET_ENCRYPTION, INVOCATION_LOGGING_CONFIGURATION, LOG_GROUP } from "../../resources";
import { type Results, all } from "../../result";
import { stackRule } from "../../rule";
import { keepsDelivered } from "../../stack/delivered-objects";
import { followed } from "../../stack/references";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { type Truth, every, must, some } from "../../truth";
import { LARGE_DATA_CONFIG, LOG_GROUP_NAME, S3_CONFIG } from "./invocation-logging";

const ALGORITHM = BUCKET_ENCRYPTION.path("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm");
const KEY = BUCKET_ENCRYPTION.path("rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId");

export const bedrockInvocationLoggingRetention = stackRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-retention",
  title: "Bedrock model invocation logs have a bounded retention and a customer managed key",
  severity: "high",
  property: LOG_GROUP_NAME,
  rationale:
    "Bedrock deletes nothing. A log group without retention keeps prompts forever, and without a customer managed " +
    "key everyone who may read the group can read them.",
  remediation:
    "Set retentionInDays and kmsKeyId of the log group, and give each bucket default encryption with a customer " +
    "managed key.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  ],
  related: { prowler: ["bedrock_model_invocation_logs_encryption_enabled"] },
  settings: retentionSettings({ minimumDays: 30, maximumDays: 400 }),
  checkEach: (configuration, { stack, settings }) =>
    all(
      followed(stack, configuration, LOG_GROUP_NAME, LOG_GROUP, ({ properties }) =>
        referencesRetained(properties, LOG_GROUP_NAME, settings),
      ),
      ...[S3_CONFIG, LARGE_DATA_CONFIG].map((destination) =>
        checkBucket(stack, configuration, destination, settings.minimumDays),
      ),
    ),
});

function checkBucket(stack: Stack, configuration: StackResource, destination: string, minimumDays: number): Results {
  const property = `${destination}.bucketName`;
  const prefix = at(configuration.properties, `${destination}.keyPrefix`);
  return followed(stack, configuration, property, BUCKET, (bucket) =>
    all(
      must(
        some(stack.referencing(bucket, BUCKET_ENCRYPTION, "bucket").map(hasCustomerManagedKey)),
        property,
        `references the bucket ${bucket.name}, whose default encryption has no customer managed key; set sseAlgorithm ` +
          "to aws:kms and kmsMasterKeyId to a customer managed key",
      ),
      keepsDelivered(stack, bucket, { property, prefix }, minimumDays),
    ),
  );
}

function hasCustomerManagedKey({ properties }: StackResourceOf<typeof BUCKET_ENCRYPTION>): Truth {
  const algorithm = at(properties, ALGORITHM);
  const key = at(properties, KEY);
  return every([
    algorithm === UNKNOWN ? UNKNOWN : algorithm === "aws:kms" || algorithm === "aws:kms:dsse",
    // Which key it is may be unknown; that there is one is known all the same.
    key !== undefined && key !== "",
  ]);
}
