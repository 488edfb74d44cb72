import { type PropertyMap, UNKNOWN, at } from "../../properties";
import { LOG_METRIC_FILTER, METRIC_ALARM } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";

type Alarm = StackResourceOf<typeof METRIC_ALARM>["properties"];

const METRIC = METRIC_ALARM.path("metricName");

/** Comparisons by threshold that a count, which is never negative, cannot meet. */
const NEVER_OF_COUNT: Readonly<Record<string, (threshold: number) => boolean>> = {
  LessThanThreshold: (threshold) => threshold <= 0,
  LessThanOrEqualToThreshold: (threshold) => threshold < 0,
};

export const cloudwatchAlarmCanGoOff = stackRule(METRIC_ALARM, {
  id: "cloudwatch-alarm-can-go-off",
  title: "CloudWatch alarms watch a metric that something writes, and a threshold that it can cross",
  severity: "high",
  property: METRIC,
  rationale:
    "An alarm on a metric that nothing writes, or below zero of a count, stays quiet whatever happens, and looks like a control.",
  remediation: "Name the metric and namespace of a metric filter, and a threshold that the metric can cross.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
  ],
  checkEach: ({ properties }, { stack }) => all(isWritten(stack, properties), canBeCrossed(stack, properties)),
});

/** In a namespace outside AWS's own, where metric filters write, one of them has to write the metric. */
function isWritten(stack: Stack, { namespace, metricName }: Alarm): Results {
  if (typeof namespace !== "string" || namespace.startsWith("AWS/") || metricName === undefined) {
    return namespace === UNKNOWN ? undecided(METRIC_ALARM.path("namespace")) : pass;
  }
  const names = filtersOf(stack, namespace).map((filter) => at(filter, "metricTransformation.name"));
  if (names.length === 0) {
    return pass; // a program writes it
  }
  if (metricName === UNKNOWN || (names.includes(UNKNOWN) && !names.includes(metricName))) {
    return undecided(METRIC);
  }
  return names.includes(metricName)
    ? pass
    : fail(
        METRIC,
        `is one that no metric filter of the namespace writes; set it to ${names.filter((name) => typeof name === "string").join(" or ")}`,
      );
}

function canBeCrossed(
  stack: Stack,
  { comparisonOperator, threshold, namespace, metricName, statistic }: Alarm,
): Results {
  const isOfFilter =
    typeof namespace === "string" &&
    filtersOf(stack, namespace).some((filter) => at(filter, "metricTransformation.name") === metricName);
  const never = typeof comparisonOperator === "string" ? NEVER_OF_COUNT[comparisonOperator] : undefined;
  return (statistic === "SampleCount" || (statistic === "Sum" && isOfFilter)) &&
    typeof threshold === "number" &&
    never?.(threshold) === true
    ? fail("threshold", `is ${threshold}, below which a count never is; set it to one that the metric can cross`)
    : pass;
}

function filtersOf(stack: Stack, namespace: string): readonly PropertyMap[] {
  return stack
    .ofType(LOG_METRIC_FILTER)
    .map(({ properties }): PropertyMap => properties)
    .filter((properties) => {
      const written = at(properties, "metricTransformation.namespace");
      return written === namespace || written === UNKNOWN;
    });
}
