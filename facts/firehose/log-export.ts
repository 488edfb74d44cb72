/** How Amazon Data Firehose delivers the events of CloudWatch log groups to S3. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/firehose/latest/dev/Message_extraction.html",
    readOn: "2026-11-26",
    secondary:
      "its copy in Japanese, whose sample shows the messages one after another and does not show how the last one ends",
  },
  {
    page: "https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs-decompression.html",
    readOn: "2026-11-26",
    secondary: "the page in the documentation for China",
  },
  { page: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_Processor.html", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html",
    readOn: "2026-11-26",
    secondary: "the examples of the AWS provider's documentation",
  },
];

/** A step by which Firehose changes a record before it delivers it. */
export interface Processor {
  readonly type: string;
  readonly parameters: readonly { readonly parameterName: string; readonly parameterValue: string }[];
}

/**
 * The steps by which events of CloudWatch Logs become lines, in order. What a subscription sends is an envelope of several events,
 * compressed: it is decompressed, and of each event the message alone is kept, so that log group, stream, id and time of arrival are
 * lost. A line's end is added behind each record, as the messages of the next one would otherwise go on in the last line.
 *
 * A stream with them takes records of CloudWatch Logs' subscriptions only.
 */
export const LOG_EVENT_PROCESSORS = [
  { type: "Decompression", parameters: [{ parameterName: "CompressionFormat", parameterValue: "GZIP" }] },
  {
    type: "CloudWatchLogProcessing",
    parameters: [{ parameterName: "DataMessageExtraction", parameterValue: "true" }],
  },
  { type: "AppendDelimiterToRecord", parameters: [] },
] as const satisfies readonly Processor[];

/** The day on which a record reached Firehose, in UTC, as an expression in a prefix. */
export const DAY_OF_ARRIVAL = "!{timestamp:yyyy/MM/dd}";

/** What could not be delivered lies beneath it by the kind of error. */
export const ERROR_PREFIX = `errors/!{firehose:error-output-type}/${DAY_OF_ARRIVAL}/`;

/** The age, in seconds, of the oldest record that Firehose has not delivered. */
export const FRESHNESS_METRIC = {
  namespace: "AWS/Firehose",
  name: "DeliveryToS3.DataFreshness",
  dimension: "DeliveryStreamName",
  /** Firehose buffers for this long at most, so that what is older is stuck. */
  longestBufferSeconds: 900,
} as const;

/** What Firehose does with a bucket as the role of a stream. */
export const BUCKET_ACTIONS = {
  bucket: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
  objects: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
  /** By S3, with the key that encrypts the bucket. */
  key: ["kms:Decrypt", "kms:GenerateDataKey"],
} as const;

/** What CloudWatch Logs does with a stream as the role of a subscription. */
export const SUBSCRIPTION_ACTIONS = ["firehose:PutRecord", "firehose:PutRecordBatch"] as const;
