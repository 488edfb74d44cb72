/** Alarms: what they watch, whom they call and in which state they are. */
import type { Dimension, MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import type * as aws from "@pulumi/aws";
import type { WireMap } from "../../pulumi/stack-state";
import { type Problem, type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const alarmObserver = observer<aws.cloudwatch.MetricAlarmArgs>({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  check: "verify-cloudwatch-alarm-as-declared",
  parts: [
    {
      properties: [
        "name",
        "alarmDescription",
        "actionsEnabled",
        "alarmActions",
        "okActions",
        "insufficientDataActions",
        "metricName",
        "namespace",
        "dimensions",
        "metricQueries",
        "statistic",
        "extendedStatistic",
        "period",
        "unit",
        "evaluationPeriods",
        "datapointsToAlarm",
        "threshold",
        "thresholdMetricId",
        "comparisonOperator",
        "treatMissingData",
        "evaluateLowSampleCountPercentiles",
      ],
      read: readAlarm,
    },
  ],
  defaults: {
    actionsEnabled: true,
    alarmActions: null,
    okActions: null,
    insufficientDataActions: null,
    dimensions: null,
    metricQueries: null,
    treatMissingData: "missing",
    datapointsToAlarm: null,
  },
  conditions: [{ check: "verify-cloudwatch-alarm-has-data", read: stateProblems }],
});

export const dashboardObserver = observer<aws.cloudwatch.DashboardArgs>({
  type: "aws:cloudwatch/dashboard:Dashboard",
  check: "verify-cloudwatch-dashboard-as-declared",
  parts: [{ properties: ["dashboardName", "dashboardBody"], read: readDashboard }],
  forms: { dashboardBody: "document" },
});

async function readDashboard(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("cloudwatch:GetDashboard", region, {
    DashboardName: textOf(inputs["dashboardName"]),
  });
  return found && { dashboardName: found.DashboardName, dashboardBody: found.DashboardBody };
}

export const metricFilterObserver = observer<aws.cloudwatch.LogMetricFilterArgs>({
  type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  check: "verify-cloudwatch-metric-filter-as-declared",
  parts: [{ properties: ["name", "logGroupName", "metricTransformation", "pattern"], read: readMetricFilter }],
  notCompared: { applyOnTransformedLogs: "The project transforms no logs." },
});

async function readMetricFilter(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const [name, logGroupName] = [textOf(inputs["name"]), textOf(inputs["logGroupName"])];
  const asked = { logGroupName, filterNamePrefix: name };
  const pages = await reader.readPages("logs:DescribeMetricFilters", region, asked, ({ nextToken }) =>
    nextToken === undefined ? undefined : { ...asked, nextToken },
  );
  const filter = pages.flatMap(({ metricFilters = [] }) => metricFilters).find(({ filterName }) => filterName === name);
  const [metric] = filter?.metricTransformations ?? [];
  return (
    filter && {
      name,
      logGroupName: filter.logGroupName,
      metricTransformation: metric && {
        name: metric.metricName ?? null,
        namespace: metric.metricNamespace ?? null,
        value: metric.metricValue ?? null,
        unit: metric.unit ?? null,
        ...(metric.defaultValue === undefined ? {} : { defaultValue: String(metric.defaultValue) }),
        ...(metric.dimensions === undefined ? {} : { dimensions: metric.dimensions }),
      },
      pattern: filter.filterPattern,
    }
  );
}

async function alarmOf(reader: Reader, { id, region }: Subject) {
  const found = await reader.read("cloudwatch:DescribeAlarms", region, {
    AlarmNames: [id],
    AlarmTypes: ["MetricAlarm"],
  });
  return found?.MetricAlarms?.find(({ AlarmName }) => AlarmName === id);
}

/** A metric, or an expression, of an alarm. */
function queryOf({ Id, Expression, Label, MetricStat, ReturnData = true }: MetricDataQuery): WireMap {
  const { Metric, Period, Stat, Unit } = MetricStat ?? {};
  const metric =
    Metric === undefined
      ? undefined
      : known({
          namespace: Metric.Namespace,
          metricName: Metric.MetricName,
          dimensions: dimensionsOf(Metric.Dimensions),
          period: Period,
          stat: Stat,
          unit: Unit,
        });
  return known({ id: Id, expression: Expression, label: Label, metric, returnData: ReturnData });
}

function dimensionsOf(dimensions: readonly Dimension[] = []): WireMap | undefined {
  return dimensions.length === 0
    ? undefined
    : Object.fromEntries(dimensions.map(({ Name = "", Value = "" }) => [Name, Value]));
}

/** What CloudWatch says, without what it leaves out. */
function known(values: Properties): WireMap {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

async function readAlarm(reader: Reader, subject: Subject): Promise<Properties | undefined> {
  const alarm = await alarmOf(reader, subject);
  return (
    alarm && {
      name: alarm.AlarmName,
      alarmDescription: alarm.AlarmDescription,
      actionsEnabled: alarm.ActionsEnabled ?? true,
      alarmActions: camelCased(alarm.AlarmActions),
      okActions: camelCased(alarm.OKActions),
      insufficientDataActions: camelCased(alarm.InsufficientDataActions),
      metricName: alarm.MetricName,
      namespace: alarm.Namespace,
      dimensions: Object.fromEntries((alarm.Dimensions ?? []).map(({ Name = "", Value = "" }) => [Name, Value])),
      metricQueries: alarm.Metrics?.map(queryOf),
      statistic: alarm.Statistic,
      extendedStatistic: alarm.ExtendedStatistic,
      period: alarm.Period,
      unit: alarm.Unit,
      evaluationPeriods: alarm.EvaluationPeriods,
      datapointsToAlarm: alarm.DatapointsToAlarm,
      threshold: alarm.Threshold,
      thresholdMetricId: alarm.ThresholdMetricId,
      comparisonOperator: alarm.ComparisonOperator,
      treatMissingData: alarm.TreatMissingData ?? "missing",
      evaluateLowSampleCountPercentiles: alarm.EvaluateLowSampleCountPercentile,
    }
  );
}

async function stateProblems(reader: Reader, subject: Subject): Promise<readonly Problem[]> {
  const alarm = await alarmOf(reader, subject);
  if (alarm?.StateValue !== "INSUFFICIENT_DATA") {
    return [];
  }
  const why = alarm.StateReason === undefined ? "" : ` (${alarm.StateReason})`;
  return [{ result: "fail", property: "StateValue", message: `is INSUFFICIENT_DATA${why}: the alarm decides nothing` }];
}
