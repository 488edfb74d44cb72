/** What alarms cost: each metric that one watches, and each that a metric filter writes. */
import { at, type Declared, listAt, numberAt, textAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";

export const cloudWatchAlarmUsages: UsagesOf = (account) => [
  ...ofType(account, "aws:cloudwatch/metricAlarm:MetricAlarm").map((alarm): Usage => {
    const quick = isHighResolution(alarm);
    return {
      price: quick ? "cloudwatch.highResolutionAlarms" : "cloudwatch.alarms",
      what: quick ? "high-resolution alarms" : "alarms",
      resource: alarm,
      quantity: everyMonth(metricsOf(alarm)),
      drivers: [],
      bound: { setting: "governedRegions" },
    };
  }),
  ...ofType(account, "aws:cloudwatch/logMetricFilter:LogMetricFilter").map((filter): Usage => ({
    price: "cloudwatch.customMetrics",
    what: "metrics of metric filters",
    resource: filter,
    quantity: everyMonth(1),
    drivers: [],
    bound: { setting: "alerting" },
    note: "charged by the hour, in the hours in which the filter counts something",
  })),
  ...ofType(account, "aws:cloudwatch/dashboard:Dashboard").map((dashboard): Usage => ({
    price: "cloudwatch.dashboards",
    what: "dashboards",
    resource: dashboard,
    quantity: everyMonth(1),
    drivers: [],
    bound: { setting: "dashboards" },
    note: "the first three of an account are free, whosever they are",
  })),
  ...ofType(account, "aws:cloudwatch/compositeAlarm:CompositeAlarm").map((alarm): Usage => ({
    price: "cloudwatch.compositeAlarms",
    what: "composite alarms",
    resource: alarm,
    quantity: everyMonth(1),
    drivers: [],
    bound: { property: "alarmRule" },
  })),
];

/** An alarm on an expression is charged for each metric of the expression, and for the two bounds of a band of what is expected. */
function metricsOf({ properties }: Declared): number {
  const queries = listAt(properties, "metricQueries");
  const metrics = queries.filter((query) => at(query, "metric") !== undefined);
  const bands = queries.filter((query) => textAt(query, "expression")?.startsWith("ANOMALY_DETECTION_BAND(") === true);
  return Math.max(1, metrics.length + 2 * bands.length);
}

const SECONDS_OF_STANDARD_RESOLUTION = 60;

function isHighResolution({ properties }: Declared): boolean {
  const periods = [
    numberAt(properties, "period"),
    ...listAt(properties, "metricQueries").map((query) => numberAt(query, "metric", "period")),
  ];
  return periods.some((period) => period !== undefined && period < SECONDS_OF_STANDARD_RESOLUTION);
}
