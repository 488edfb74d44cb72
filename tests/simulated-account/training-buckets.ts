/** The buckets of teams that the prod stack backs up, which no stack of this project makes. */
import type { S3 } from "@aws-sdk/client-s3";

const NAMES = ["acme-training-data", "acme-fine-tuning"];

/** Versioned, as AWS Backup wants them. @returns what deletes them */
export async function createTrainingBuckets(s3: S3): Promise<() => Promise<void>> {
  for (const Bucket of NAMES) {
    await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: "eu-central-1" } });
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Enabled" } });
  }
  return async () => {
    for (const Bucket of NAMES) {
      await s3.deleteBucket({ Bucket });
    }
  };
}
