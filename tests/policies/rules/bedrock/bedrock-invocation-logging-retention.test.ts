import { bedrockInvocationLoggingRetention } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-retention";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack } from "../../state-changes";
import { declared } from "../stack-resources";
import { CONFIGURATION, LOG_GROUP, having } from "./prod-names";
import { sampledStack } from "./sampled-stack";

const GROUP = "loggingConfig.cloudwatchConfig.logGroupName";
const S3_BUCKET = "loggingConfig.s3Config.bucketName";
const LARGE_DATA_BUCKET = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const BUCKET_MESSAGE =
  "references the bucket raw, whose default encryption has no customer managed key; set sseAlgorithm to aws:kms and " +
  "kmsMasterKeyId to a customer managed key";

const retainedFor = (days: number | string) => ({
  title: `${days} days`,
  change: (stack: Parameters<typeof changeAll>[0]) => changeAll(stack, LOG_GROUP, { set: { retentionInDays: days } }),
});
const refused = (days: number) => ({
  ...retainedFor(days),
  findings: [
    {
      name: CONFIGURATION.name,
      message: `references a log group whose retentionInDays is ${days}; set it to 30 to 400 days`,
    },
  ] as const,
});

/** A stack that logs to a bucket, given what encrypts the bucket by default. */
function bucketStack(loggingConfig: WireMap, defaults: WireMap | undefined) {
  return having(
    declared("aws:s3/bucket:Bucket", "raw", { bucket: "raw" }),
    declared(CONFIGURATION.type, "logging", { loggingConfig }),
    ...(defaults === undefined
      ? []
      : [
          declared(ENCRYPTION, "encryption", {
            bucket: "raw",
            rules: [{ applyServerSideEncryptionByDefault: defaults }],
          }),
        ]),
  )(emptyStack());
}
const TO_S3 = { s3Config: { bucketName: "raw" } };
const CUSTOMER_KEY = { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k" };

const lifecycle = (expiration: WireMap) =>
  declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", {
    bucket: "raw",
    rules: [{ status: "Enabled", expiration }],
  });

/** A stack that samples, with the days that it keeps whole records, samples and metadata. */
function sampled(source: number, samples: number, metadata: number) {
  return Object.entries({ source, samples, metadata }).reduce(
    (stack, [name, retentionInDays]) => changeAll(stack, { type: LOG_GROUP.type, name }, { set: { retentionInDays } }),
    sampledStack(),
  );
}

describeStackRule(bedrockInvocationLoggingRetention, {
  fails: [
    {
      title: "a log group that never expires",
      change: (stack) => changeAll(stack, LOG_GROUP, { remove: ["retentionInDays"] }),
      findings: [
        {
          name: CONFIGURATION.name,
          message: "references a log group whose retentionInDays is not set; set it to 30 to 400 days",
        },
      ],
    },
    refused(0),
    refused(14),
    refused(545),
    {
      title: "a retention above a maximum that is configured",
      change: (stack) => changeAll(stack, LOG_GROUP, { set: { retentionInDays: 400 } }),
      settings: { maximumDays: 365 },
      findings: [
        {
          name: CONFIGURATION.name,
          message: "references a log group whose retentionInDays is 400; set it to 30 to 365 days",
        },
      ],
    },
    {
      title: "a log group without a customer managed key",
      change: (stack) => changeAll(stack, LOG_GROUP, { remove: ["kmsKeyId"] }),
      findings: [
        {
          name: CONFIGURATION.name,
          message: "references a log group whose kmsKeyId is not set; set it to a customer managed key",
        },
      ],
    },
    {
      title: "a bucket without an encryption of its own",
      change: () => bucketStack(TO_S3, undefined),
      findings: [{ name: "logging", property: S3_BUCKET, message: BUCKET_MESSAGE }],
    },
    {
      title: "a bucket encrypted with SSE-S3",
      change: () => bucketStack(TO_S3, { sseAlgorithm: "AES256" }),
      findings: [{ name: "logging", property: S3_BUCKET, message: BUCKET_MESSAGE }],
    },
    {
      title: "a bucket for large bodies under an AWS managed key",
      change: () =>
        bucketStack({ cloudwatchConfig: { largeDataDeliveryS3Config: TO_S3.s3Config } }, { sseAlgorithm: "aws:kms" }),
      findings: [{ name: "logging", property: LARGE_DATA_BUCKET, message: BUCKET_MESSAGE }],
    },
    {
      title: "whole records that are all kept for longer than their sampling takes",
      change: () => sampled(5, 7, 90),
      findings: [
        { name: "logging", message: "references a log group whose retentionInDays is 5; set it to 1 to 3 days" },
      ],
    },
    {
      title: "whole records that are all kept for ever",
      change: () =>
        changeAll(sampledStack(), { type: LOG_GROUP.type, name: "source" }, { remove: ["retentionInDays"] }),
      findings: [
        { name: "logging", message: "references a log group whose retentionInDays is not set; set it to 1 to 3 days" },
      ],
    },
    {
      title: "samples that are kept as long as evidence",
      change: () => sampled(1, 60, 90),
      findings: [
        {
          name: "sampler",
          property: "environment.variables.SAMPLES_LOG_GROUP",
          message: "references a log group whose retentionInDays is 60; set it to 1 to 30 days",
        },
      ],
    },
    {
      title: "metadata that is kept no longer than samples",
      change: () => sampled(1, 7, 14),
      findings: [
        {
          name: "sampler",
          property: "environment.variables.METADATA_LOG_GROUP",
          message: "references a log group whose retentionInDays is 14; set it to 30 to 400 days",
        },
      ],
    },
    {
      title: "whole records without a customer managed key",
      change: () => changeAll(sampledStack(), { type: LOG_GROUP.type, name: "source" }, { remove: ["kmsKeyId"] }),
      findings: [
        {
          name: "logging",
          message: "references a log group whose kmsKeyId is not set; set it to a customer managed key",
        },
      ],
    },
    {
      title: "whole records for longer than a bound that is configured",
      change: () => sampled(3, 7, 90),
      settings: { unsampledMaximumDays: 1, sampledMaximumDays: 7 },
      findings: [
        { name: "logging", message: "references a log group whose retentionInDays is 3; set it to 1 to 1 days" },
      ],
    },
    {
      title: "a bucket whose objects expire a day too soon",
      change: () => [...bucketStack(TO_S3, CUSTOMER_KEY), lifecycle({ days: 29 })],
      findings: [
        {
          name: "logging",
          property: S3_BUCKET,
          message: "references the bucket raw, whose objects expire after 29 days; keep them for at least 30 days",
        },
      ],
    },
  ],
  passes: [
    { title: "whole records for three days, of which a share is kept for thirty", change: () => sampled(3, 30, 30) },
    { title: "whole records for a day, and metadata for the longest", change: () => sampled(1, 1, 400) },
    {
      title: "a bucket whose objects expire after the least period",
      change: () => [...bucketStack(TO_S3, CUSTOMER_KEY), lifecycle({ days: 30 })],
    },
    retainedFor(30),
    retainedFor(400),
    { title: "a bucket under a customer managed key", change: () => bucketStack(TO_S3, CUSTOMER_KEY) },
    {
      title: "a bucket under a customer managed key, in two layers",
      change: () => bucketStack(TO_S3, { ...CUSTOMER_KEY, sseAlgorithm: "aws:kms:dsse" }),
    },
    {
      title: "a bucket under a customer managed key that is not created yet",
      change: () => bucketStack(TO_S3, { ...CUSTOMER_KEY, kmsMasterKeyId: UNKNOWN_VALUE }),
    },
  ],
  unknown: [
    { ...retainedFor(UNKNOWN_VALUE), title: "the retention", property: GROUP },
    {
      title: "the algorithm of a bucket",
      change: () => bucketStack(TO_S3, { ...CUSTOMER_KEY, sseAlgorithm: UNKNOWN_VALUE }),
      property: S3_BUCKET,
    },
    {
      title: "a log group of another stack",
      change: () =>
        having(
          declared(CONFIGURATION.type, "logging", { loggingConfig: { cloudwatchConfig: { logGroupName: "theirs" } } }),
        )(emptyStack()),
      property: GROUP,
    },
  ],
});
