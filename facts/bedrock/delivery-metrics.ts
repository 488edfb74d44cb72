import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html",
    readOn: "2026-11-21",
  },
];

/** The namespace of the metrics. */
export const BEDROCK_NAMESPACE = "AWS/Bedrock";

/** The metric that counts what could not be delivered, by destination. It is published across all models, without a dimension. */
export const DELIVERY_FAILURE_METRICS = {
  cloudWatchLogs: "ModelInvocationLogsCloudWatchDeliveryFailure",
  s3: "ModelInvocationLogsS3DeliveryFailure",
  largeDataS3: "ModelInvocationLargeDataS3DeliveryFailure",
} as const;

/** One of {@link DELIVERY_FAILURE_METRICS}. */
export type DeliveryFailureMetric = (typeof DELIVERY_FAILURE_METRICS)[keyof typeof DELIVERY_FAILURE_METRICS];
