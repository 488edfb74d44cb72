import { bucketEncryptedWithCustomerKey } from "../../../../policies/rules/s3/bucket-encrypted-with-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";
import { nameOf } from "../stack-resources";

const DEFAULTS = "rules.0.applyServerSideEncryptionByDefault";
const KEY = `${DEFAULTS}.kmsMasterKeyId`;
const ALGORITHM = `${DEFAULTS}.sseAlgorithm`;
const BUCKET_KEY = "rules.0.bucketKeyEnabled";
const ALGORITHMS = 'it must be "aws:kms" or "aws:kms:dsse" or "AES256"';

describeResourceRule(bucketEncryptedWithCustomerKey, {
  subject: (candidate) => nameOf(candidate) === "baseline-trail-bucket-encryption",
  fails: [
    {
      title: "KMS without a key",
      remove: [KEY],
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "KMS with the key that AWS keeps for S3",
      set: { [KEY]: "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" },
      message: 'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3"; it must name a customer managed KMS key',
    },
    {
      title: "two layers of KMS without a key",
      set: { [ALGORITHM]: "aws:kms:dsse" },
      remove: [KEY],
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "a bucket key that is off",
      set: { [BUCKET_KEY]: false },
      property: BUCKET_KEY,
      message: "is false; it must be true",
    },
    {
      title: "a bucket key left to the provider",
      remove: [BUCKET_KEY],
      property: BUCKET_KEY,
      message: "is absent, which the provider takes as false; it must be true",
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
      message: `is absent; ${ALGORITHMS}`,
    },
    {
      title: "a second rule that is worse than the first",
      set: { "rules.1": { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" }, bucketKeyEnabled: true } },
      property: "rules.1.applyServerSideEncryptionByDefault.kmsMasterKeyId",
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "no rule",
      set: { rules: [] },
      property: "rules",
      message: "is []; it must hold a rule with applyServerSideEncryptionByDefault",
    },
    {
      title: "no rules at all",
      remove: ["rules"],
      property: "rules",
      message: "is absent; it must hold a rule with applyServerSideEncryptionByDefault",
    },
  ],
  passes: [
    { title: "a key that is yet to be created", set: { [KEY]: UNKNOWN_VALUE } },
    {
      title: "two layers of KMS, for which S3 has no bucket keys",
      set: { [ALGORITHM]: "aws:kms:dsse" },
      remove: [BUCKET_KEY],
    },
    {
      title: "S3's own keys, as a bucket for access logs has them",
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
