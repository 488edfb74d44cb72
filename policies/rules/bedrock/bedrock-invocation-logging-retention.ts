import { RETENTION_CLASSES } from "../../../facts/logs/retention-classes";
import { referencesRetained, type RetentionBounds, retentionSettings } from "../../families/log-group-retention";
import { UNKNOWN, at } from "../../properties";
import { BUCKET, BUCKET_ENCRYPTION, INVOCATION_LOGGING_CONFIGURATION, LOG_GROUP } from "../../resources";
import { type Results, all } from "../../result";
import { stackRule } from "../../rule";
import { wholeNumber } from "../../settings";
import { keepsDelivered } from "../../stack/delivered-objects";
import { followed } from "../../stack/references";
import { SAMPLER_KEEPS, samplersOf } from "../../stack/sampled-invocations";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { about } from "../../stack/subjects";
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
  settings: {
    ...retentionSettings({ minimumDays: 30, maximumDays: 400 }),
    unsampledMaximumDays: wholeNumber({
      minimum: 1,
      maximum: 3653,
      default: RETENTION_CLASSES["unsampled-prompts"].maximum,
      description: "Longest retention of a log group whose records a function samples, in days.",
    }),
    sampledMaximumDays: wholeNumber({
      minimum: 1,
      maximum: 3653,
      default: RETENTION_CLASSES["sampled-prompts"].maximum,
      description: "Longest retention of the whole records that such a function keeps, in days.",
    }),
  },
  checkEach: (configuration, { stack, settings }) =>
    all(
      ...logGroupsOf(stack, configuration, settings).map(({ from, property, bounds }) =>
        about(
          from,
          followed(stack, from, property, LOG_GROUP, ({ properties }) =>
            referencesRetained(properties, property, bounds),
          ),
        ),
      ),
      ...[S3_CONFIG, LARGE_DATA_CONFIG].map((destination) =>
        checkBucket(stack, configuration, destination, settings.minimumDays),
      ),
    ),
});

interface Bounds extends RetentionBounds {
  readonly unsampledMaximumDays: number;
  readonly sampledMaximumDays: number;
}

/** A log group by the property that names it, and how long it may keep events. */
interface Kept {
  readonly from: StackResource;
  readonly property: string;
  readonly bounds: RetentionBounds;
}

/** Where records are sampled, metadata is the evidence, and every whole record is to go soon. */
function logGroupsOf(stack: Stack, configuration: StackResource, bounds: Bounds): readonly Kept[] {
  const delivered = { from: configuration, property: LOG_GROUP_NAME };
  const samplers = samplersOf(stack, configuration);
  return samplers.length === 0
    ? [{ ...delivered, bounds }]
    : [
        { ...delivered, bounds: { minimumDays: 1, maximumDays: bounds.unsampledMaximumDays } },
        ...samplers.flatMap(({ sampler: from }) => [
          { from, property: SAMPLER_KEEPS.metadata, bounds },
          {
            from,
            property: SAMPLER_KEEPS.samples,
            bounds: { minimumDays: 1, maximumDays: bounds.sampledMaximumDays },
          },
        ]),
      ];
}

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
