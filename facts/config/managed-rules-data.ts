import { RULE_REGIONS } from "./rule-regions";
import { KEY_ARNS, type ManagedRule, type ManagedRuleParameter, NO_PARAMETERS, TRUE_OR_FALSE } from "./managed-rule";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-trigger-type.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html",
    readOn: "2026-11-21",
  },
];

const ENFORCED: ManagedRuleParameter = { legal: { kind: "one-of", values: ["True", "False"] }, default: "True" };

/** Rules on buckets, keys and identities. */
export const DATA_RULES = {
  "s3-bucket-public-read-prohibited": {
    identifier: "S3_BUCKET_PUBLIC_READ_PROHIBITED",
    description: "A bucket can be read by the public",
    baseline: true,
    trigger: "hybrid",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "s3-bucket-public-write-prohibited": {
    identifier: "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
    description: "A bucket can be written by the public",
    baseline: true,
    trigger: "hybrid",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "s3-bucket-level-public-access-prohibited": {
    identifier: "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    description: "A bucket does not block public access itself",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "s3-account-level-public-access-blocks-periodic": {
    identifier: "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC",
    description: "The account does not block public access to S3",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: {
      BlockPublicAcls: ENFORCED,
      BlockPublicPolicy: ENFORCED,
      IgnorePublicAcls: ENFORCED,
      RestrictPublicBuckets: ENFORCED,
    },
    regions: RULE_REGIONS.all,
  },
  "s3-bucket-ssl-requests-only": {
    identifier: "S3_BUCKET_SSL_REQUESTS_ONLY",
    description: "A bucket policy lets requests without TLS through",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "s3-bucket-versioning-enabled": {
    identifier: "S3_BUCKET_VERSIONING_ENABLED",
    description: "A bucket does not keep versions",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: { isMfaDeleteEnabled: { legal: TRUE_OR_FALSE } },
    regions: RULE_REGIONS.all,
  },
  "s3-bucket-acl-prohibited": {
    identifier: "S3_BUCKET_ACL_PROHIBITED",
    description: "A bucket grants access by access control lists",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.bucketAcl,
  },
  "s3-default-encryption-kms": {
    identifier: "S3_DEFAULT_ENCRYPTION_KMS",
    description: "A bucket is not encrypted with a KMS key by default",
    // S3 delivers server access logs only to buckets with S3's own keys, so an account with access logging always fails it.
    baseline: false,
    trigger: "change",
    readsGlobalResources: false,
    parameters: { kmsKeyArns: KEY_ARNS },
    regions: RULE_REGIONS.all,
  },
  "cmk-backing-key-rotation-enabled": {
    identifier: "CMK_BACKING_KEY_ROTATION_ENABLED",
    description: "A customer managed key does not rotate",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "kms-cmk-not-scheduled-for-deletion": {
    identifier: "KMS_CMK_NOT_SCHEDULED_FOR_DELETION",
    description: "A customer managed key waits for its deletion",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: {
      kmsKeyIds: {
        legal: { kind: "items-like", item: /^(mrk-[0-9a-f]{32}|[0-9a-f-]{36})$/, meaning: "ids of KMS keys" },
      },
    },
    regions: RULE_REGIONS.keyDeletion,
  },
  "kms-key-policy-no-public-access": {
    identifier: "KMS_KEY_POLICY_NO_PUBLIC_ACCESS",
    description: "A key policy lets the public use the key",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.keyPolicy,
  },
  "iam-customer-policy-blocked-kms-actions": {
    identifier: "IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS",
    description: "A customer managed policy allows decryption with every key",
    baseline: true,
    trigger: "change",
    readsGlobalResources: true,
    parameters: {
      blockedActionsPatterns: {
        legal: { kind: "items-like", item: /^kms:[A-Za-z*]+$/, meaning: "KMS actions such as kms:Decrypt" },
        default: "kms:Decrypt,kms:ReEncryptFrom",
      },
      // A permissions boundary grants nothing by itself.
      excludePermissionBoundaryPolicy: { legal: TRUE_OR_FALSE, default: "true" },
    },
    regions: RULE_REGIONS.iam,
  },
  "iam-policy-no-statements-with-admin-access": {
    identifier: "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
    description: "A customer managed policy allows every action on every resource",
    baseline: true,
    trigger: "change",
    readsGlobalResources: true,
    parameters: { excludePermissionBoundaryPolicy: { legal: TRUE_OR_FALSE, default: "true" } },
    regions: RULE_REGIONS.iam,
  },
  "iam-root-access-key-check": {
    identifier: "IAM_ROOT_ACCESS_KEY_CHECK",
    description: "The root user has an access key",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.iam,
  },
  "iam-user-mfa-enabled": {
    identifier: "IAM_USER_MFA_ENABLED",
    description: "A user signs in without a second factor",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.iam,
  },
  "access-keys-rotated": {
    identifier: "ACCESS_KEYS_ROTATED",
    description: "An active access key is older than the maximum, in days",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: true,
    parameters: { maxAccessKeyAge: { legal: { kind: "integer", minimum: 1, maximum: 365 }, default: "90" } },
    regions: RULE_REGIONS.iam,
  },
} as const satisfies Readonly<Record<string, ManagedRule>>;
