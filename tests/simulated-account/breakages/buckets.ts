/** Breakages of buckets. */
import type { NotificationConfiguration } from "@aws-sdk/client-s3";
import { type Breakage } from "./breakage";
import { widened } from "./names";

const TRAIL_BUCKET = "baseline-trail-bucket-111122223333-eu-central-1";
const CONFIG_BUCKET = "baseline-eu-central-1-recorder-111122223333-eu-central-1";
const MODELS = "acme-models";

export const bucketBreakages: readonly Breakage[] = [
  {
    what: "a bucket has no policy",
    control: "STORE-03",
    act: async ({ s3 }) => {
      const { Policy } = await s3.getBucketPolicy({ Bucket: TRAIL_BUCKET });
      await s3.deleteBucketPolicy({ Bucket: TRAIL_BUCKET });
      return () => s3.putBucketPolicy({ Bucket: TRAIL_BUCKET, Policy });
    },
    says: [
      "verify-s3-bucket-policy-as-declared",
      "baseline-trail-bucket-policy",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket's policy lets everyone in",
    control: "STORE-01",
    act: async ({ s3 }) => {
      const { Policy } = await s3.getBucketPolicy({ Bucket: TRAIL_BUCKET });
      await s3.putBucketPolicy({ Bucket: TRAIL_BUCKET, Policy: widened(Policy) });
      return () => s3.putBucketPolicy({ Bucket: TRAIL_BUCKET, Policy });
    },
    says: [
      "verify-s3-bucket-policy-as-declared",
      "baseline-trail-bucket-policy",
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
  {
    what: "a bucket no longer keeps versions",
    control: "STORE-04",
    act: async ({ s3 }) => {
      await s3.putBucketVersioning({ Bucket: CONFIG_BUCKET, VersioningConfiguration: { Status: "Suspended" } });
      return () => s3.putBucketVersioning({ Bucket: CONFIG_BUCKET, VersioningConfiguration: { Status: "Enabled" } });
    },
    says: [
      "verify-s3-bucket-versioning-as-declared",
      "baseline-eu-central-1-recorder-bucket-versioning",
      "versioningConfiguration.status",
      "is Suspended in the account; the stack declares Enabled",
    ],
  },
  {
    what: "objects are locked for a day, and not for everyone",
    control: "TRAIL-04",
    act: async ({ s3 }) => {
      const { ObjectLockConfiguration } = await s3.getObjectLockConfiguration({ Bucket: TRAIL_BUCKET });
      await s3.putObjectLockConfiguration({
        Bucket: TRAIL_BUCKET,
        ObjectLockConfiguration: {
          ObjectLockEnabled: "Enabled",
          Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 2192 } },
        },
      });
      return () => s3.putObjectLockConfiguration({ Bucket: TRAIL_BUCKET, ObjectLockConfiguration });
    },
    says: [
      "verify-s3-bucket-object-lock-as-declared",
      "baseline-trail-bucket-object-lock",
      "rule.defaultRetention.mode",
      "is GOVERNANCE in the account; the stack declares COMPLIANCE",
    ],
  },
  {
    what: "a bucket's public access block is removed",
    control: "STORE-01",
    act: async ({ s3 }) => {
      const { PublicAccessBlockConfiguration } = await s3.getPublicAccessBlock({ Bucket: TRAIL_BUCKET });
      await s3.deletePublicAccessBlock({ Bucket: TRAIL_BUCKET });
      return () => s3.putPublicAccessBlock({ Bucket: TRAIL_BUCKET, PublicAccessBlockConfiguration });
    },
    says: [
      "verify-s3-bucket-public-access-block-as-declared",
      "baseline-trail-bucket-public-access-block",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket is encrypted with Amazon's own key",
    control: "STORE-02",
    act: async ({ s3 }) => {
      const { ServerSideEncryptionConfiguration } = await s3.getBucketEncryption({ Bucket: TRAIL_BUCKET });
      await s3.putBucketEncryption({
        Bucket: TRAIL_BUCKET,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
      });
      return () => s3.putBucketEncryption({ Bucket: TRAIL_BUCKET, ServerSideEncryptionConfiguration });
    },
    says: [
      "verify-s3-bucket-encryption-as-declared",
      "baseline-trail-bucket-encryption",
      "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm",
      "is AES256 in the account; the stack declares aws:kms",
    ],
    more: true,
  },
  {
    what: "a bucket's lifecycle is removed",
    control: "STORE-05",
    act: async ({ s3 }) => {
      const { Rules } = await s3.getBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET });
      await s3.deleteBucketLifecycle({ Bucket: TRAIL_BUCKET });
      return () => s3.putBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET, LifecycleConfiguration: { Rules } });
    },
    says: [
      "verify-s3-bucket-lifecycle-as-declared",
      "baseline-trail-bucket-lifecycle",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket's objects expire after a month",
    control: "STORE-05",
    act: async ({ s3 }) => {
      const { Rules = [] } = await s3.getBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET });
      const sooner = Rules.map((rule) => ({ ...rule, Expiration: { Days: 30 } }));
      await s3.putBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET, LifecycleConfiguration: { Rules: sooner } });
      return () => s3.putBucketLifecycleConfiguration({ Bucket: TRAIL_BUCKET, LifecycleConfiguration: { Rules } });
    },
    says: [
      "verify-s3-bucket-lifecycle-as-declared",
      "baseline-trail-bucket-lifecycle",
      "rules[expire-evidence].expiration.days",
      "is 30 in the account; the stack declares 2557",
    ],
  },
  {
    what: "access to a bucket is not logged",
    control: "STORE-06",
    act: async ({ s3 }) => {
      const { LoggingEnabled } = await s3.getBucketLogging({ Bucket: TRAIL_BUCKET });
      await s3.putBucketLogging({ Bucket: TRAIL_BUCKET, BucketLoggingStatus: {} });
      return () => s3.putBucketLogging({ Bucket: TRAIL_BUCKET, BucketLoggingStatus: { LoggingEnabled } });
    },
    says: [
      "verify-s3-bucket-logging-as-declared",
      "baseline-trail-bucket-access-logging",
      "",
      `is missing in the account; the stack declares it (${TRAIL_BUCKET} in eu-central-1)`,
    ],
  },
  {
    what: "a bucket with models sends no events",
    control: "LINEAGE-02",
    act: async ({ s3 }) => {
      const notify = (NotificationConfiguration: NotificationConfiguration) =>
        s3.putBucketNotificationConfiguration({ Bucket: MODELS, NotificationConfiguration });
      await notify({});
      return () => notify({ EventBridgeConfiguration: {} });
    },
    says: [
      "verify-s3-bucket-notification-as-declared",
      "baseline-eu-central-1-lineage-acme-models-events",
      "eventbridge",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "access to a bucket with models is not logged",
    control: "LINEAGE-02",
    act: async ({ s3 }) => {
      const { LoggingEnabled } = await s3.getBucketLogging({ Bucket: MODELS });
      await s3.putBucketLogging({ Bucket: MODELS, BucketLoggingStatus: {} });
      return () => s3.putBucketLogging({ Bucket: MODELS, BucketLoggingStatus: { LoggingEnabled } });
    },
    says: [
      "verify-s3-bucket-logging-as-declared",
      "baseline-eu-central-1-lineage-acme-models-access-logging",
      "",
      `is missing in the account; the stack declares it (${MODELS} in eu-central-1)`,
    ],
  },
  {
    what: "writers own their objects",
    control: "STORE-01",
    act: async ({ s3 }) => {
      const own = (ObjectOwnership: "ObjectWriter" | "BucketOwnerEnforced") =>
        s3.putBucketOwnershipControls({ Bucket: TRAIL_BUCKET, OwnershipControls: { Rules: [{ ObjectOwnership }] } });
      await own("ObjectWriter");
      return () => own("BucketOwnerEnforced");
    },
    says: [
      "verify-s3-bucket-ownership-as-declared",
      "baseline-trail-bucket-ownership",
      "rule.objectOwnership",
      "is ObjectWriter in the account; the stack declares BucketOwnerEnforced",
    ],
  },
];
