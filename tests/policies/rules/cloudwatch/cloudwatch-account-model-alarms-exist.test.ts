import { cloudwatchAccountModelAlarmsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-model-alarms-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ALERTING, beside, declinedCase, saying, unknownDeclined } from "../account-modes";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const named = (id: string) => ({ type: ALARM, name: `baseline-us-east-1-models-${id}` });
const THROTTLES = named("model-throttles");
const LATENCY = named("model-latency");

const set = (alarm: typeof THROTTLES, properties: WireMap) => (stack: readonly ResourceState[]) =>
  changeAll(stack, alarm, { set: properties });
const unwatched = (metrics: string) =>
  [
    {
      name: "baseline",
      property: "governedRegions.1",
      message: `is "us-east-1", where no alarm watches ${metrics}; declare ModelAlarms there`,
    },
  ] as const;
const query = (metric: WireMap) => ({ metricQueries: [{ id: "observed", metric, returnData: true }] });

const missing = (stack: readonly ResourceState[]) => without(stack, THROTTLES);
const NO_THROTTLES = unwatched("AWS/Bedrock InvocationThrottles");
const NO_LATENCY = unwatched("AWS/Bedrock InvocationLatency");

describeStackRule(cloudwatchAccountModelAlarmsExist, {
  fails: [
    { title: "a region without an alarm on throttles", change: missing, findings: NO_THROTTLES },
    {
      title: "an alarm on another metric",
      change: set(THROTTLES, { metricName: "Invocations" }),
      findings: NO_THROTTLES,
    },
    {
      title: "an alarm on the metric of another namespace",
      change: set(THROTTLES, { namespace: "AWS/Bedrock/Agents" }),
      findings: NO_THROTTLES,
    },
    { title: "an alarm that tells nobody", change: set(THROTTLES, { alarmActions: [] }), findings: NO_THROTTLES },
    {
      title: "an alarm whose actions are disabled",
      change: set(THROTTLES, { actionsEnabled: false }),
      findings: NO_THROTTLES,
    },
    { title: "an alarm in another region", change: set(THROTTLES, { region: "eu-central-1" }), findings: NO_THROTTLES },
    {
      title: "an expression on another metric",
      change: set(LATENCY, query({ namespace: "AWS/Bedrock", metricName: "TimeToFirstToken" })),
      findings: NO_LATENCY,
    },
    {
      title: "what is left out elsewhere, or is something else",
      change: saying({ declined: beside(ALERTING)["declined"] ?? [] }, missing),
      findings: NO_THROTTLES,
    },
  ],
  passes: [
    {
      title: "an expression on the metric",
      change: set(LATENCY, query({ namespace: "AWS/Bedrock", metricName: "InvocationLatency" })),
    },
    { title: "another threshold", change: set(THROTTLES, { threshold: 100 }) },
  ],
  unknown: [
    ...unknownDeclined(ALERTING, missing),
    { title: "a metric", change: set(THROTTLES, { metricName: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "an action", change: set(THROTTLES, { alarmActions: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "expressions", change: set(LATENCY, { metricQueries: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "a region", change: set(THROTTLES, { region: UNKNOWN_VALUE }), property: "governedRegions.1" },
  ],
  exempt: [declinedCase(ALERTING, missing)],
});
