/** The buckets that a model's lineage runs through, by what they hold, and what S3 tells of them. */
import type { ServiceEvents } from "../eventbridge/service-events";
import type { Source } from "../source";

const GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

export const SOURCES: readonly Source[] = [
  { page: `${GUIDE}/EventBridge.html`, readOn: "2026-11-27" },
  { page: `${GUIDE}/ev-events.html`, readOn: "2026-11-27" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-s3.html", readOn: "2026-11-27" },
  { page: `${GUIDE}/enable-server-access-logging.html`, readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html",
    readOn: "2026-11-27",
    secondary: "the operation as AWS's SDKs and command line document it",
  },
];

/** What a bucket can hold of a model's lineage. */
export const LINEAGE_BUCKET_KINDS = ["training", "model", "artifact"] as const;

export type LineageBucketKind = (typeof LINEAGE_BUCKET_KINDS)[number];

/**
 * Whether S3 delivers access logs of the bucket and sends its events: directory buckets, which are named by their ARNs, have neither.
 *
 * @param bucket a name, or the ARN of a directory bucket
 */
export function isGeneralPurpose(bucket: string): boolean {
  return !bucket.startsWith("arn:");
}

/** The kinds of which a deletion is nobody's daily work; a job that ends deletes artifacts of its own accord. */
export const KINDS_WITH_DELETION_ALERTS: readonly LineageBucketKind[] = ["training", "model"];

/** Deletions by a call. What a lifecycle rule lets expire was decided when the rule was made. */
export const OBJECT_DELETIONS = {
  what: "Training data or a model was deleted",
  severity: "ticket",
  source: "aws.s3",
  detailTypes: ["Object Deleted"],
  detail: { reason: ["DeleteObject"] },
} as const satisfies ServiceEvents;
