/** The form of an alarm on how something is used: on a metric, and against a value or what the account is used to. */
import type { Source } from "../source";
import type { AlertSeverity } from "./severities";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html",
    readOn: "2026-11-26",
  },
];

/** A metric as an alarm or a widget names it: with exactly these dimensions it is published. */
export interface WatchedMetric {
  readonly namespace: string;
  readonly name: string;
  /** @default - none: across everything that is counted */
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** When an alarm goes off. */
export type AlarmBound =
  /** At a value, whatever the account is used to. */
  | { readonly kind: "threshold"; readonly atLeast: number }
  /** Above what CloudWatch expects of the account, by so many standard deviations. */
  | { readonly kind: "anomaly"; readonly deviations: number };

export interface UsageAlarm<Metric extends string> {
  /** A sentence without its full stop. */
  readonly what: string;
  readonly severity: AlertSeverity;
  readonly metric: Metric;
  readonly statistic: "Sum" | "p90";
  /** In seconds. */
  readonly period: number;
  /** How many periods in a row. */
  readonly periods: number;
  readonly bound: AlarmBound;
}
