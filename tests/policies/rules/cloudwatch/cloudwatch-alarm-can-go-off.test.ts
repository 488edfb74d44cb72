import { cloudwatchAlarmCanGoOff } from "../../../../policies/rules/cloudwatch/cloudwatch-alarm-can-go-off";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { beside } from "../iam/forbidden-permissions";
import { declared } from "../stack-resources";

const FILTER = declared("aws:cloudwatch/logMetricFilter:LogMetricFilter", "filter", {
  pattern: "{ $.eventName = StopLogging }",
  metricTransformation: { name: "TrailStopped", namespace: "Security", value: "1" },
});

const alarm = (properties: WireMap) =>
  beside([
    FILTER,
    declared("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", {
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      metricName: "TrailStopped",
      namespace: "Security",
      statistic: "Sum",
      threshold: 1,
      ...properties,
    }),
  ]);

describeStackRule(cloudwatchAlarmCanGoOff, {
  fails: [
    {
      title: "a metric that no filter writes",
      change: alarm({ metricName: "TrailsStopped" }),
      findings: [
        {
          name: "alarm",
          message: "is one that no metric filter of the namespace writes; set it to TrailStopped",
        },
      ],
    },
    {
      title: "a count that has to be below zero",
      change: alarm({ comparisonOperator: "LessThanThreshold", threshold: 0 }),
      findings: [
        {
          name: "alarm",
          property: "threshold",
          message: "is 0, below which a count never is; set it to one that the metric can cross",
        },
      ],
    },
    {
      title: "a number of samples that has to be negative",
      change: alarm({
        namespace: "AWS/Bedrock",
        statistic: "SampleCount",
        comparisonOperator: "LessThanOrEqualToThreshold",
        threshold: -1,
      }),
      findings: [
        {
          name: "alarm",
          property: "threshold",
          message: "is -1, below which a count never is; set it to one that the metric can cross",
        },
      ],
    },
  ],
  passes: [
    { title: "a metric that a filter writes", change: alarm({}) },
    {
      title: "a metric of a namespace in which programs write",
      change: alarm({ namespace: "Orders", metricName: "Sold" }),
    },
    {
      title: "a count that may be none",
      change: alarm({ comparisonOperator: "LessThanOrEqualToThreshold", threshold: 0 }),
    },
    { title: "an alarm on an expression", change: alarm({ metricName: UNKNOWN_VALUE, namespace: "Orders" }) },
  ],
  unknown: [
    { title: "a metric that is not known yet", change: alarm({ metricName: UNKNOWN_VALUE }), property: "metricName" },
    { title: "a namespace that is not known yet", change: alarm({ namespace: UNKNOWN_VALUE }), property: "namespace" },
  ],
});
