import { casesOf } from "./bad-resource";
import { boundServiceMay, everyoneMay, grant, serviceMay } from "./documents";

const bucket = casesOf("bucket", "aws:s3/bucket:Bucket");
const publicAccess = casesOf("bucket", "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
const encryption = casesOf(
  "bucket",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
);
const versioning = casesOf("bucket", "aws:s3/bucketVersioning:BucketVersioning");
const ownership = casesOf("bucket", "aws:s3/bucketOwnershipControls:BucketOwnershipControls");
const lifecycle = casesOf("bucket", "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
const objectLock = casesOf("bucket", "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
const bucketPolicy = casesOf("bucket", "aws:s3/bucketPolicy:BucketPolicy");

const acl = casesOf("bucket", "aws:s3/bucketAcl:BucketAcl", { bucket: "readers", acl: "private" });

export const badBuckets = [
  acl("s3-bucket-acl-not-public", { set: { acl: "public-read" } }),
  bucket("s3-bucket-parts-separate", { set: { versioning: { enabled: true } } }),
  publicAccess("s3-bucket-public-access-blocked", { set: { blockPublicPolicy: false } }),
  encryption("s3-bucket-encryption-customer-managed-key", {
    set: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
  }),
  versioning("s3-bucket-versioning-enabled", { set: { "versioningConfiguration.status": "Suspended" } }),
  ownership("s3-bucket-owner-enforced", { set: { "rule.objectOwnership": "ObjectWriter" } }),
  lifecycle("s3-bucket-lifecycle-bounded", { remove: ["rules.0.expiration"] }),
  objectLock("s3-bucket-object-lock-retention", { remove: ["rule"] }),
  bucket("s3-bucket-force-destroy-disabled", { set: { forceDestroy: true } }),
  bucketPolicy("s3-bucket-policy-tls-only", { set: { policy: grant("s3:GetObject") } }),
  bucketPolicy("s3-bucket-policy-not-public", { set: { policy: everyoneMay("s3:GetObject") } }),
  bucketPolicy("s3-bucket-policy-service-grants-bound", { set: { policy: serviceMay("s3:PutObject") } }),
  bucketPolicy("s3-bucket-policy-service-grants-named", { set: { policy: boundServiceMay("s3:*") } }),
];
