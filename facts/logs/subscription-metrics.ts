/** How CloudWatch Logs tells of events that it could not send to a subscription's destination. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html",
    readOn: "2026-11-27",
    secondary: "the page in other languages, and the dimensions as AWS's CDK has them",
  },
];

/** The namespace of the metrics. */
export const LOGS_NAMESPACE = "AWS/Logs";

/**
 * Events that the destination answered with an error. What it refuses for good, such as a call without permission, is not tried again;
 * everything else is, for a day.
 */
export const DELIVERY_ERRORS = "DeliveryErrors";

/** The dimensions of the metric. */
export const DELIVERY_DIMENSIONS = {
  logGroup: "LogGroupName",
  destination: "DestinationType",
  filter: "FilterName",
} as const;

/** The destination's type where it is a function. */
export const LAMBDA_DESTINATION = "Lambda";
