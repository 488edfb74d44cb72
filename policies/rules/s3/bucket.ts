/** Types that make up a bucket, which the provider declares apart from it. */
export const BUCKET = "aws:s3/bucket:Bucket";
export const BUCKET_ENCRYPTION =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
export const BUCKET_LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
export const BUCKET_LOGGING = "aws:s3/bucketLogging:BucketLogging";
export const BUCKET_OBJECT_LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
export const BUCKET_OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
export const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
export const BUCKET_PUBLIC_ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
export const BUCKET_VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

/** The fields of an item of `BucketServerSideEncryptionConfiguration.rules`. */
export const DEFAULT_ALGORITHM = "applyServerSideEncryptionByDefault.sseAlgorithm";
export const DEFAULT_KEY = "applyServerSideEncryptionByDefault.kmsMasterKeyId";
