import { type Judgements, all } from "../../judgement";
import { UNKNOWN, at, isList, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { eachOf } from "../subjects";
import { every, is, must, not, some } from "../truth";
import { BUCKET, BUCKET_ENCRYPTION, DEFAULT_ALGORITHM } from "./bucket";
import { receivesAccessLogs } from "./companions";

export const bucketCustomerKey = stackRule({
  id: "bucket-customer-key",
  title: "Only a bucket that receives access logs is encrypted with S3's own keys",
  severity: "high",
  type: BUCKET,
  property: "encryption",
  rationale:
    "S3's own keys open to whoever may read the bucket. Access logs are the exception: S3 delivers them into no other bucket.",
  fix: "Set sseAlgorithm to aws:kms and kmsMasterKeyId to the ARN of a customer key.",
  links: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html",
  ],
  covers: {
    prowler: ["s3_bucket_kms_encryption"],
    checkov: ["CKV_AWS_145"],
    securityHub: ["S3.17"],
    config: ["S3_DEFAULT_ENCRYPTION_KMS"],
  },
  judge: (stack) =>
    eachOf(stack, BUCKET, (bucket) =>
      all(
        ...stack
          .pointingAt(bucket, BUCKET_ENCRYPTION, "bucket")
          .map((encryption) => judgeEncryption(stack, bucket, encryption)),
      ),
    ),
});

/** A bucket without a declared encryption is bucket-hardening-complete's finding. */
function judgeEncryption(stack: Stack, bucket: StackResource, { properties }: StackResource): Judgements {
  const rules = at(properties, "rules");
  const algorithms = isList(rules) ? rules.map((rule) => at(rule, DEFAULT_ALGORITHM)) : [];
  const ownKeys = rules === UNKNOWN ? UNKNOWN : some(algorithms.map((algorithm) => is(algorithm, "AES256")));
  return must(
    not(every([ownKeys, not(receivesAccessLogs(stack, bucket))])),
    "encryption",
    `is ${algorithms.map(show).join(", ")}; it must be aws:kms or aws:kms:dsse, because no access logs are delivered here`,
  );
}
