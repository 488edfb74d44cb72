import { isCustomerManagedKey } from "../../families/customer-managed-key";
import { type PropertyMap, at, isList } from "../../properties";
import { decide, equals, found } from "../../requirements";
import { BUCKET_ENCRYPTION } from "../../resources";
import { type Results, all, fail, pass } from "../../result";
import { resourceRule } from "../../rule";
import { algorithmPath, keyPath } from "./default-encryption";

const RULES = BUCKET_ENCRYPTION.path("rules");

export const s3BucketEncryptionCustomerManagedKey = resourceRule(BUCKET_ENCRYPTION, {
  id: "s3-bucket-encryption-customer-managed-key",
  title: "S3 buckets encrypted with KMS use a customer managed key and an S3 Bucket Key",
  severity: "high",
  elsewhere: "evidence",
  property: keyPath(0),
  rationale:
    "The AWS managed key for S3 decrypts objects for anyone who may read the bucket; a customer managed key can deny " +
    "it. Without an S3 Bucket Key every object is a call to KMS, which adds cost and throttling where logs are " +
    "delivered.",
  remediation:
    "Set sseAlgorithm to aws:kms, kmsMasterKeyId to the ARN of a customer managed key and bucketKeyEnabled to true.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  ],
  check: ({ properties }) =>
    decide(properties, RULES, (rules) =>
      isList(rules) && rules.length > 0
        ? all(...rules.map((_, index) => checkDefault(properties, index)))
        : fail(RULES, `${found(rules)}; add one with applyServerSideEncryptionByDefault`),
    ),
});

/**
 * SSE-S3 passes here, because S3 delivers access logs only into a bucket that has it. That no other bucket has it is
 * checked by s3-bucket-sse-s3-for-access-logs-only, which sees the whole stack. S3 has no Bucket Keys for DSSE-KMS
 * (aws:kms:dsse).
 */
function checkDefault(properties: PropertyMap, rule: number): Results {
  switch (at(properties, algorithmPath(rule))) {
    case "AES256":
      return pass;
    case "aws:kms:dsse":
      return isCustomerManagedKey(properties, keyPath(rule));
    case "aws:kms":
      return all(
        isCustomerManagedKey(properties, keyPath(rule)),
        equals(true, { byDefault: false })(properties, BUCKET_ENCRYPTION.path(`rules.${rule}.bucketKeyEnabled`)),
      );
    default:
      return equals(["aws:kms", "aws:kms:dsse", "AES256"])(properties, algorithmPath(rule));
  }
}
