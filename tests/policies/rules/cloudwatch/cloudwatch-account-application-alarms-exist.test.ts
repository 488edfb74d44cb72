import { cloudwatchAccountApplicationAlarmsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-application-alarms-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ALERTING, declinedCase, unknownDeclined } from "../account-modes";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const ACTIONS = { type: ALARM, name: "baseline-us-east-1-applications-unexpected-actions" };

const set = (properties: WireMap) => (stack: readonly ResourceState[]) =>
  changeAll(stack, ACTIONS, { set: properties });
const missing = (stack: readonly ResourceState[]) => without(stack, ACTIONS);
const UNWATCHED = [
  {
    name: "baseline",
    property: "governedRegions.1",
    message:
      'is "us-east-1", where no alarm watches AIGovernance/Applications UnexpectedActions; declare ApplicationAlarms there',
  },
] as const;

describeStackRule(cloudwatchAccountApplicationAlarmsExist, {
  fails: [
    { title: "a region without an alarm on unexpected actions", change: missing, findings: UNWATCHED },
    { title: "an alarm on another metric", change: set({ metricName: "Escalations" }), findings: UNWATCHED },
    { title: "an alarm that tells nobody", change: set({ alarmActions: [] }), findings: UNWATCHED },
  ],
  passes: [{ title: "another threshold", change: set({ threshold: 5 }) }],
  unknown: [
    ...unknownDeclined(ALERTING, missing),
    { title: "a metric", change: set({ metricName: UNKNOWN_VALUE }), property: "governedRegions.1" },
  ],
  exempt: [declinedCase(ALERTING, missing)],
});
