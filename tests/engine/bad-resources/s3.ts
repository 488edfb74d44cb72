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

export const badBuckets = [
  publicAccess("bucket-public-access-blocked", { set: { blockPublicPolicy: false } }),
  encryption("bucket-encrypted-with-customer-key", {
    set: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
  }),
  versioning("bucket-versioning-enabled", { set: { "versioningConfiguration.status": "Suspended" } }),
  ownership("bucket-ownership-enforced", { set: { "rule.objectOwnership": "ObjectWriter" } }),
  lifecycle("bucket-lifecycle-bounded", { remove: ["rules.0.expiration"] }),
  objectLock("bucket-object-lock-retained", { remove: ["rule"] }),
  bucket("bucket-force-destroy-off", { set: { forceDestroy: true } }),
  bucketPolicy("bucket-policy-tls-only", { set: { policy: grant("s3:GetObject") } }),
  bucketPolicy("bucket-policy-not-public", { set: { policy: everyoneMay("s3:GetObject") } }),
  bucketPolicy("bucket-service-grants-bound", { set: { policy: serviceMay("s3:PutObject") } }),
  bucketPolicy("bucket-service-grants-named", { set: { policy: boundServiceMay("s3:*") } }),
];
