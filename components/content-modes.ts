/** How much of a model invocation is kept, from nothing to everything. */
export const CONTENT_MODES = ["off", "metadata-only", "redacted", "full"] as const;

/** One of {@link CONTENT_MODES}. */
export type ContentMode = (typeof CONTENT_MODES)[number];

/** Bodies that Bedrock delivers, by modality; the provider's own default for each is `true`. */
export interface DeliveredModalities {
  readonly textDataDeliveryEnabled: boolean;
  readonly imageDataDeliveryEnabled: boolean;
  readonly embeddingDataDeliveryEnabled: boolean;
  readonly videoDataDeliveryEnabled: boolean;
}

/** Metrics of namespace `AWS/Bedrock`, published without a dimension, that count records which were not delivered. */
export type DeliveryFailureMetric =
  "ModelInvocationLogsCloudWatchDeliveryFailure" | "ModelInvocationLargeDataS3DeliveryFailure";

/** Options of `InvocationLogging` that matter in some modes only. */
export type ContentOption = "retentionDays" | "readers" | "alarmTopicArn" | "piiIdentifiers" | BucketOption;
type BucketOption = "bucketRetentionDays" | "objectLock" | "accessLogBucket";

/** What a content mode provisions. */
export interface ContentModeProvision {
  readonly deliver: DeliveredModalities;
  /** Whether bodies above 100 KB and binary data go to a bucket. Data-protection policies never reach that bucket. */
  readonly largeDataBucket: boolean;
  /** Whether a data-protection policy masks the log group. */
  readonly masked: boolean;
  /** Options of `InvocationLogging` that change nothing in this mode, and so are refused. */
  readonly ignoredOptions: readonly ContentOption[];
  /** Failure metrics that can move in this mode; one alarm each. */
  readonly failureMetrics: readonly DeliveryFailureMetric[];
}

const BUCKET_OPTIONS: readonly BucketOption[] = ["bucketRetentionDays", "objectLock", "accessLogBucket"];
const NO_BODIES: DeliveredModalities = {
  textDataDeliveryEnabled: false,
  imageDataDeliveryEnabled: false,
  embeddingDataDeliveryEnabled: false,
  videoDataDeliveryEnabled: false,
};

/**
 * What each mode provisions; `off` provisions nothing.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
export const CONTENT_MODE_PROVISIONS: Readonly<Record<ContentMode, ContentModeProvision | undefined>> = {
  off: undefined,
  "metadata-only": {
    deliver: NO_BODIES,
    largeDataBucket: false,
    masked: false,
    ignoredOptions: [...BUCKET_OPTIONS, "piiIdentifiers"],
    failureMetrics: ["ModelInvocationLogsCloudWatchDeliveryFailure"],
  },
  redacted: {
    deliver: { ...NO_BODIES, textDataDeliveryEnabled: true },
    largeDataBucket: false,
    masked: true,
    ignoredOptions: BUCKET_OPTIONS,
    failureMetrics: ["ModelInvocationLogsCloudWatchDeliveryFailure"],
  },
  full: {
    deliver: {
      textDataDeliveryEnabled: true,
      imageDataDeliveryEnabled: true,
      embeddingDataDeliveryEnabled: true,
      videoDataDeliveryEnabled: true,
    },
    largeDataBucket: true,
    masked: false,
    ignoredOptions: ["piiIdentifiers"],
    failureMetrics: ["ModelInvocationLogsCloudWatchDeliveryFailure", "ModelInvocationLargeDataS3DeliveryFailure"],
  },
};

/** The options that change nothing in a mode. */
export function ignoredOptions(mode: ContentMode): readonly ContentOption[] {
  return (
    CONTENT_MODE_PROVISIONS[mode]?.ignoredOptions ?? [
      "retentionDays",
      "readers",
      "alarmTopicArn",
      "piiIdentifiers",
      ...BUCKET_OPTIONS,
    ]
  );
}
