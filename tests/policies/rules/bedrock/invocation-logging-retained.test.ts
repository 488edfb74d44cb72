import { invocationLoggingRetained } from "../../../../policies/rules/bedrock/invocation-logging-retained";
import type { WireMap } from "../../../../state/stack-state";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack } from "../../state-changes";
import { declared } from "../stack-resources";
import { CONFIGURATION, LOG_GROUP, having } from "./prod-names";

const GROUP = "loggingConfig.cloudwatchConfig.logGroupName";
const S3_BUCKET = "loggingConfig.s3Config.bucketName";
const LARGE_DATA_BUCKET = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const BUCKET_MESSAGE =
  "names a bucket whose default encryption has no customer key; it must be aws:kms with kmsMasterKeyId";

const retainedFor = (days: number | string) => ({
  title: `${days} days`,
  change: (stack: Parameters<typeof changeAll>[0]) => changeAll(stack, LOG_GROUP, { set: { retentionInDays: days } }),
});
const refused = (days: number) => ({
  ...retainedFor(days),
  findings: [
    {
      name: CONFIGURATION.name,
      message: `names a log group whose retentionInDays is ${days}; it must be at least 30 and at most 400`,
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

describeStackRule(invocationLoggingRetained, {
  fails: [
    {
      title: "a log group that never expires",
      change: (stack) => changeAll(stack, LOG_GROUP, { remove: ["retentionInDays"] }),
      findings: [
        {
          name: CONFIGURATION.name,
          message: "names a log group whose retentionInDays is absent; it must be at least 30 and at most 400",
        },
      ],
    },
    refused(0),
    refused(14),
    refused(545),
    {
      title: "a retention above a maximum that is configured",
      change: (stack) => changeAll(stack, LOG_GROUP, { set: { retentionInDays: 400 } }),
      config: { maximumDays: 365 },
      findings: [
        {
          name: CONFIGURATION.name,
          message: "names a log group whose retentionInDays is 400; it must be at least 30 and at most 365",
        },
      ],
    },
    {
      title: "a log group without a customer key",
      change: (stack) => changeAll(stack, LOG_GROUP, { remove: ["kmsKeyId"] }),
      findings: [
        {
          name: CONFIGURATION.name,
          message: "names a log group whose kmsKeyId is absent; it must name a customer key",
        },
      ],
    },
    {
      title: "a bucket without an encryption of its own",
      change: () => bucketStack(TO_S3, undefined),
      findings: [{ name: "logging", property: S3_BUCKET, message: BUCKET_MESSAGE }],
    },
    {
      title: "a bucket under a key of S3",
      change: () => bucketStack(TO_S3, { sseAlgorithm: "AES256" }),
      findings: [{ name: "logging", property: S3_BUCKET, message: BUCKET_MESSAGE }],
    },
    {
      title: "a bucket for large bodies under a key of AWS",
      change: () =>
        bucketStack({ cloudwatchConfig: { largeDataDeliveryS3Config: TO_S3.s3Config } }, { sseAlgorithm: "aws:kms" }),
      findings: [{ name: "logging", property: LARGE_DATA_BUCKET, message: BUCKET_MESSAGE }],
    },
  ],
  passes: [
    retainedFor(30),
    retainedFor(400),
    { title: "a bucket under a customer key", change: () => bucketStack(TO_S3, CUSTOMER_KEY) },
    {
      title: "a bucket under a customer key, in two layers",
      change: () => bucketStack(TO_S3, { ...CUSTOMER_KEY, sseAlgorithm: "aws:kms:dsse" }),
    },
    {
      title: "a bucket under a customer key that is yet to be made",
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
