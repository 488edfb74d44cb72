import { s3BucketEncryptionCustomerManagedKey } from "../../../../policies/rules/s3/s3-bucket-encryption-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";
import { nameOf } from "../stack-resources";

const DEFAULTS = "rules.0.applyServerSideEncryptionByDefault";
const KEY = `${DEFAULTS}.kmsMasterKeyId`;
const ALGORITHM = `${DEFAULTS}.sseAlgorithm`;
const BUCKET_KEY = "rules.0.bucketKeyEnabled";
const ALGORITHMS = 'set it to "aws:kms" or "aws:kms:dsse" or "AES256"';

describeResourceRule(s3BucketEncryptionCustomerManagedKey, {
  subject: (candidate) => nameOf(candidate) === "baseline-trail-bucket-encryption",
  fails: [
    {
      title: "KMS without a key",
      remove: [KEY],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "KMS with the AWS managed key for S3",
      set: { [KEY]: "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" },
      message:
        'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3", an AWS managed key; set it to the ARN of a customer managed key',
    },
    {
      title: "DSSE-KMS without a key",
      set: { [ALGORITHM]: "aws:kms:dsse" },
      remove: [KEY],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "a Bucket Key that is disabled",
      set: { [BUCKET_KEY]: false },
      property: BUCKET_KEY,
      message: "is false; set it to true",
    },
    {
      title: "a Bucket Key left to the provider",
      remove: [BUCKET_KEY],
      property: BUCKET_KEY,
      message: "is not set and defaults to false; set it to true",
    },
    {
      title: "an algorithm that S3 does not have",
      set: { [ALGORITHM]: "none" },
      property: ALGORITHM,
      message: `is "none"; ${ALGORITHMS}`,
    },
    {
      title: "a rule without a default",
      remove: [DEFAULTS],
      property: ALGORITHM,
      message: `is not set; ${ALGORITHMS}`,
    },
    {
      title: "a second rule that is worse than the first",
      set: { "rules.1": { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" }, bucketKeyEnabled: true } },
      property: "rules.1.applyServerSideEncryptionByDefault.kmsMasterKeyId",
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "no rule",
      set: { rules: [] },
      property: "rules",
      message: "is []; add one with applyServerSideEncryptionByDefault",
    },
    {
      title: "no rules at all",
      remove: ["rules"],
      property: "rules",
      message: "is not set; add one with applyServerSideEncryptionByDefault",
    },
  ],
  passes: [
    { title: "a key that has yet to be created", set: { [KEY]: UNKNOWN_VALUE } },
    {
      title: "DSSE-KMS, for which S3 has no Bucket Keys",
      set: { [ALGORITHM]: "aws:kms:dsse" },
      remove: [BUCKET_KEY],
    },
    {
      title: "SSE-S3, as a bucket for access logs has it",
      set: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    },
  ],
  unknown: [
    "rules",
    ALGORITHM,
    BUCKET_KEY,
    { path: "rules.0", property: ALGORITHM },
    { path: DEFAULTS, property: ALGORITHM },
  ],
});
