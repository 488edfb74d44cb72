/** What AWS Config tells CloudWatch of its own failures, and that somebody should be told of them. */
import type { UsageAlarm, WatchedMetric } from "../alerting/usage-alarms";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/viewing-the-aws-config-dashboard.html",
    readOn: "2026-11-27",
    secondary:
      "the names without spaces, and that the metrics have no dimension where they are of all recorders, as public programs write them",
  },
];

const ofConfig = (name: string): WatchedMetric => ({ namespace: "AWS/Config", name });

/**
 * Across everything that a region's recorders record. The page has two more. `ChangeNotificationsDeliveryFailed` is of topics, and the
 * delivery channels of this project name none. `ConfigurationItemsRecorded` counts changes: a region in which nothing changes has none
 * either, so that its silence says nothing.
 */
export const CONFIG_FAILURE_METRICS = {
  history: ofConfig("ConfigHistoryExportFailed"),
  snapshots: ofConfig("ConfigSnapshotExportFailed"),
  permissions: ofConfig("ConfigurationRecorderInsufficientPermissionsFailure"),
} as const;

export type ConfigFailureMetric = keyof typeof CONFIG_FAILURE_METRICS;

/** In seconds. */
const HOUR = 3600;

/** One failure is enough: AWS Config delivers history every six hours, and its items remain in AWS Config meanwhile. */
const ONE_IN_AN_HOUR = {
  statistic: "Sum",
  period: HOUR,
  periods: 1,
  bound: { kind: "threshold", atLeast: 1 },
} as const;

export const CONFIG_FAILURE_ALARMS = {
  "config-history": {
    what: "AWS Config could not deliver the history of configurations to its bucket",
    severity: "mail",
    metric: "history",
    ...ONE_IN_AN_HOUR,
  },
  "config-snapshots": {
    what: "AWS Config could not deliver a snapshot of configurations to its bucket",
    severity: "mail",
    metric: "snapshots",
    ...ONE_IN_AN_HOUR,
  },
  "config-permissions": {
    what: "The role of AWS Config's recorder lacks permissions to read what it records",
    severity: "ticket",
    metric: "permissions",
    ...ONE_IN_AN_HOUR,
  },
} as const satisfies Readonly<Record<string, UsageAlarm<ConfigFailureMetric>>>;

export type ConfigFailureAlarmId = keyof typeof CONFIG_FAILURE_ALARMS;

export const CONFIG_FAILURE_ALARM_IDS = Object.keys(CONFIG_FAILURE_ALARMS) as readonly ConfigFailureAlarmId[]; // Object.keys loses the key types
