import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html", readOn: "2026-11-25" },
];

/** Bytes that a bucket policy may have. */
export const LARGEST_BUCKET_POLICY = 20 * 1024;
