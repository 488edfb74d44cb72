/** How CloudWatch Logs counts what a log group receives. */
import type { Source } from "../source";
import { LOGS_NAMESPACE } from "./subscription-metrics";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html",
    readOn: "2026-11-27",
    secondary: "the page in other languages",
  },
];

/** The metric of one log group, which is named by the dimension. Where the group receives nothing, nothing is published. */
export const INCOMING_EVENTS = {
  namespace: LOGS_NAMESPACE,
  name: "IncomingLogEvents",
  dimension: "LogGroupName",
} as const;
