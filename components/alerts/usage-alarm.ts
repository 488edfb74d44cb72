/** An alarm on how something is used, within the component that declares it. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { UsageAlarm, WatchedMetric } from "../../facts/alerting/usage-alarms";
import type { RunbookId } from "../../runbooks/catalogue";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { alarmDescription } from "./alarm-description";

export function createUsageAlarm(
  scope: Scope,
  { topicArn }: { readonly topicArn: pulumi.Input<string> },
  id: string,
  alarm: UsageAlarm<string>,
  metric: WatchedMetric,
  runbook: RunbookId,
): void {
  const name = scope.child(id);
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      name,
      alarmDescription: alarmDescription(alarm.what, alarm.severity, runbook),
      ...watched(alarm, metric),
      evaluationPeriods: alarm.periods,
      // What does not happen is not published.
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      ...scope.region,
    },
    scope.options,
  );
}

/** The arguments that say what is watched, and against what. */
type Watched = Pick<
  aws.cloudwatch.MetricAlarmArgs,
  | "comparisonOperator"
  | "dimensions"
  | "extendedStatistic"
  | "metricName"
  | "metricQueries"
  | "namespace"
  | "period"
  | "statistic"
  | "threshold"
  | "thresholdMetricId"
> & { readonly comparisonOperator: string };

function watched(
  { statistic, period, bound }: UsageAlarm<string>,
  { namespace, name, dimensions }: WatchedMetric,
): Watched {
  switch (bound.kind) {
    case "threshold":
      return {
        namespace,
        metricName: name,
        ...given({ dimensions }),
        ...(statistic === "Sum" ? { statistic } : { extendedStatistic: statistic }),
        period,
        threshold: bound.atLeast,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
      };
    case "anomaly":
      return {
        metricQueries: [
          {
            id: "observed",
            metric: { namespace, metricName: name, ...given({ dimensions }), stat: statistic, period },
            returnData: true,
          },
          {
            id: "expected",
            expression: `ANOMALY_DETECTION_BAND(observed, ${bound.deviations})`,
            label: "Expected",
            returnData: true,
          },
        ],
        thresholdMetricId: "expected",
        comparisonOperator: "GreaterThanUpperThreshold",
      };
  }
}
