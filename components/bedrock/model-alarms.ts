/** Alarms on how models and guardrails of a region are used. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { severityInDescription } from "../../facts/alerting/severities";
import {
  MODEL_ALARM_IDS,
  MODEL_ALARMS,
  type ModelAlarm,
  type ModelAlarmId,
  OPERATION_METRICS,
  type OperationMetric,
} from "../../facts/bedrock/operation-metrics";
import { componentType, type Scope, scopeOf } from "../base/component";
import { given } from "../base/options";

/** Options of {@link ModelAlarms}. */
export interface ModelAlarmsArgs {
  /** The ARN of the topic that is told; its policy and its key let CloudWatch's alarms publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** @default - every alarm of the baseline */
  readonly alarms?: readonly ModelAlarmId[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Alarms on throttled and failed calls to models, on errors, latency and tokens that are out of the ordinary, on guardrails that
 * intervene more than usual or are throttled, and on the first call by the endpoint bedrock-mantle. What is ordinary, CloudWatch
 * learns of the account itself, for which it takes up to two weeks.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
 */
export class ModelAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: ModelAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(componentType("ModelAlarms"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const alarm of args.alarms ?? MODEL_ALARM_IDS) {
      createAlarm(scope, args, alarm);
    }
    this.registerOutputs();
  }
}

function createAlarm(scope: Scope, { topicArn }: ModelAlarmsArgs, id: ModelAlarmId): void {
  const alarm: ModelAlarm = MODEL_ALARMS[id];
  const name = scope.child(id);
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      name,
      alarmDescription: `${alarm.what}. ${severityInDescription(alarm.severity)}`,
      ...watched(alarm, OPERATION_METRICS[alarm.metric]),
      evaluationPeriods: alarm.periods,
      // What nobody calls is not published.
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

export function watched(
  { statistic, period, bound }: ModelAlarm,
  { namespace, name, dimensions }: OperationMetric,
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
