/** What `InvocationLogging` provisions in each content mode. */
import {
  type ContentMode,
  deliveryFlag,
  DELIVERED_MODALITIES,
  type LoggedContentMode,
  MODALITIES,
  type Modality,
} from "../../facts/bedrock/content-modes";
import { DELIVERY_FAILURE_METRICS, type DeliveryFailureMetric } from "../../facts/bedrock/delivery-metrics";

/** The delivery flags, by name; the provider's own default for each is `true`. */
export type DeliveryFlags = Readonly<Record<`${Modality}DataDeliveryEnabled`, boolean>>;

/** Options of `InvocationLogging` that matter in some modes only. */
export type ContentOption =
  (typeof LOGGING_OPTIONS)[number] | "piiIdentifiers" | BucketOption | (typeof SAMPLING_OPTIONS)[number];
type BucketOption = (typeof BUCKET_OPTIONS)[number];

const LOGGING_OPTIONS = [
  "audio",
  "key",
  "logGroup",
  "role",
  "topic",
  "retentionDays",
  "readers",
  "breakGlassPrincipals",
] as const;
const SAMPLING_OPTIONS = ["samplePercent", "sampleRetentionDays"] as const;
const BUCKET_OPTIONS = ["bucket", "bucketRetentionDays", "objectLock", "accessLogBucket"] as const;

/** What a content mode provisions. */
export interface ContentModeProvision {
  readonly deliver: DeliveryFlags;
  /** Whether bodies above 100 KB and binary data go to a bucket. Data-protection policies never reach that bucket. */
  readonly largeDataBucket: boolean;
  /** Whether a data-protection policy masks the log group. */
  readonly masked: boolean;
  /** Whether Bedrock delivers to a log group of its own, of which a share is kept, and metadata alone to the log group. */
  readonly sampled: boolean;
  /** Options of `InvocationLogging` that change nothing in this mode, and so are refused. */
  readonly ignoredOptions: readonly ContentOption[];
  /** Failure metrics that can move in this mode; one alarm each. */
  readonly failureMetrics: readonly DeliveryFailureMetric[];
}

function deliver(mode: LoggedContentMode): DeliveryFlags {
  const flags = MODALITIES.map(
    (modality) => [deliveryFlag(modality), DELIVERED_MODALITIES[mode].includes(modality)] as const,
  );
  return Object.fromEntries(flags) as DeliveryFlags; // a flag for each modality, by the line above
}

/**
 * What each mode provisions; `off` provisions nothing.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
export const CONTENT_MODE_PROVISIONS: Readonly<Record<ContentMode, ContentModeProvision | undefined>> = {
  off: undefined,
  "metadata-only": {
    deliver: deliver("metadata-only"),
    largeDataBucket: false,
    masked: false,
    sampled: false,
    ignoredOptions: [...BUCKET_OPTIONS, ...SAMPLING_OPTIONS, "piiIdentifiers"],
    failureMetrics: [DELIVERY_FAILURE_METRICS.cloudWatchLogs],
  },
  sampled: {
    deliver: deliver("sampled"),
    // A bucket would keep every large body: nothing in it can be sampled, and S3 deletes by the day.
    largeDataBucket: false,
    masked: false,
    sampled: true,
    ignoredOptions: [...BUCKET_OPTIONS, "piiIdentifiers"],
    failureMetrics: [DELIVERY_FAILURE_METRICS.cloudWatchLogs],
  },
  redacted: {
    deliver: deliver("redacted"),
    largeDataBucket: false,
    masked: true,
    sampled: false,
    ignoredOptions: [...BUCKET_OPTIONS, ...SAMPLING_OPTIONS],
    failureMetrics: [DELIVERY_FAILURE_METRICS.cloudWatchLogs],
  },
  full: {
    deliver: deliver("full"),
    largeDataBucket: true,
    masked: false,
    sampled: false,
    ignoredOptions: [...SAMPLING_OPTIONS, "piiIdentifiers"],
    failureMetrics: [DELIVERY_FAILURE_METRICS.cloudWatchLogs, DELIVERY_FAILURE_METRICS.largeDataS3],
  },
};

/** The options that change nothing in a mode. */
export function ignoredOptions(mode: ContentMode): readonly ContentOption[] {
  return (
    CONTENT_MODE_PROVISIONS[mode]?.ignoredOptions ?? [
      ...LOGGING_OPTIONS,
      "piiIdentifiers",
      ...BUCKET_OPTIONS,
      ...SAMPLING_OPTIONS,
    ]
  );
}
