import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    readOn: "2026-11-21",
  },
];

/**
 * Every retention period that CloudWatch Logs accepts, in days. There is no 183 or 184 (half a year is 365 here),
 * no 366, no 2190 (six years are 2192) and no 2555 (seven years are 2557). 0 means never to expire, and is not among them.
 */
export const RETENTION_PERIODS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** A retention period that CloudWatch Logs accepts, in days. */
export type RetentionDays = (typeof RETENTION_PERIODS)[number];

/** Whether CloudWatch Logs accepts the period. */
export function isRetentionPeriod(days: number): days is RetentionDays {
  return RETENTION_PERIODS.some((period) => period === days);
}
