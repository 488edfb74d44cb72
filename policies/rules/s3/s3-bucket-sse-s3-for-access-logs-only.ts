import { UNKNOWN, at, isList, show } from "../../properties";
import { BUCKET, BUCKET_ENCRYPTION } from "../../resources";
import { type Results, all } from "../../result";
import { stackRule } from "../../rule";
import { deliveredBuckets } from "../../stack/evidence";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { every, is, must, not, some } from "../../truth";
import { receivesAccessLogs } from "./bucket-parts";
import { algorithmPath } from "./default-encryption";

const ENCRYPTION = BUCKET.path("serverSideEncryptionConfiguration");

export const s3BucketSseS3ForAccessLogsOnly = stackRule(BUCKET, {
  id: "s3-bucket-sse-s3-for-access-logs-only",
  title: "S3 buckets use SSE-S3 only if they receive access logs, and no other evidence",
  severity: "high",
  elsewhere: "evidence",
  property: ENCRYPTION,
  rationale:
    "SSE-S3 decrypts objects for anyone who may read the bucket. Access logs are the exception, because S3 and " +
    "load balancers deliver them only into buckets with SSE-S3.",
  remediation: "Set sseAlgorithm to aws:kms and kmsMasterKeyId to the ARN of a customer managed key.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
  ],
  related: {
    prowler: ["s3_bucket_kms_encryption"],
    checkov: ["CKV_AWS_145"],
    securityHub: ["S3.17"],
    config: ["S3_DEFAULT_ENCRYPTION_KMS"],
  },
  // A bucket without a declared encryption is a finding of s3-bucket-hardening-complete.
  checkEach: (bucket, { stack }) =>
    all(
      ...stack
        .referencing(bucket, BUCKET_ENCRYPTION, "bucket")
        .map((encryption) => checkEncryption(stack, bucket, encryption)),
    ),
});

function checkEncryption(
  stack: Stack,
  bucket: StackResourceOf<typeof BUCKET>,
  { properties }: StackResourceOf<typeof BUCKET_ENCRYPTION>,
): Results {
  const { rules } = properties;
  const algorithms = isList(rules) ? rules.map((_, index) => at(properties, algorithmPath(index))) : [];
  const hasSseS3 = rules === UNKNOWN ? UNKNOWN : some(algorithms.map((algorithm) => is(algorithm, "AES256")));
  const isForAccessLogs = deliveredBuckets(stack).includes(bucket) ? false : receivesAccessLogs(stack, bucket);
  return must(
    not(every([hasSseS3, not(isForAccessLogs)])),
    ENCRYPTION,
    `has the sseAlgorithm ${algorithms.map(show).join(", ")}; set it to aws:kms or aws:kms:dsse, because no access ` +
      "logs are delivered into this bucket",
  );
}
