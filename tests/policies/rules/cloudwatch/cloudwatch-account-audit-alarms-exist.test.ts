import { cloudwatchAccountAuditAlarmsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-audit-alarms-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { ALERTING, adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";

const FILTER = {
  type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  name: "baseline-audit-alarms-root-use-filter",
};
const SILENCE = { type: "aws:cloudwatch/metricAlarm:MetricAlarm", name: "baseline-audit-alarms-silence" };
const ALARM = { type: "aws:cloudwatch/metricAlarm:MetricAlarm", name: "baseline-audit-alarms-root-use" };
const TRAIL = "aws:cloudtrail/trail:Trail";

const missing = (what: string) =>
  [
    {
      name: "baseline",
      property: "governedRegions",
      message: `are without an alarm on ${what}; declare AuditAlarms on the trail's log group`,
    },
  ] as const;
const ROOT = missing("use of the root user");
const alarm = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, ALARM, { set });
const silence = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, SILENCE, { set });
const filter = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, FILTER, { set });

const WANTED = {
  type: TRAIL,
  capability: "trail",
  words: "a trail",
  property: "governedRegions",
  id: "arn:aws:cloudtrail:us-east-1:444455556666:trail/organization",
};
const noTrail = (stack: readonly ResourceState[]) => without(stack, { type: TRAIL });

describeStackRule(cloudwatchAccountAuditAlarmsExist, {
  fails: [
    { title: "a filter that is not there", change: (stack) => without(stack, FILTER), findings: ROOT },
    { title: "an alarm that is not there", change: (stack) => without(stack, ALARM), findings: ROOT },
    {
      title: "an account without any filter, with the first of what is missing",
      change: (stack) => without(stack, { type: FILTER.type }),
      findings: missing(
        "calls that IAM refuses, sign-ins to the console without MFA, use of the root user, and 13 more",
      ),
    },
    {
      title: "no alarm on silence",
      change: (stack) => without(stack, SILENCE),
      findings: missing("the silence of the trail"),
    },
    ...(
      [
        ["of another group", { "dimensions.LogGroupName": "/other" }],
        ["of another metric", { metricName: "IncomingBytes" }],
        ["that takes missing data for good", { treatMissingData: "notBreaching" }],
        ["below zero", { threshold: 0 }],
        ["above a threshold", { comparisonOperator: "GreaterThanThreshold" }],
        ["of more than a day", { evaluationPeriods: 25 }],
        ["by the average", { statistic: "Average" }],
        ["without an action", { alarmActions: [] }],
      ] as const
    ).map(([title, set]) => ({
      title: `an alarm on silence ${title}`,
      change: silence(set),
      findings: missing("the silence of the trail"),
    })),
    { title: "an alarm on another metric", change: alarm({ metricName: "other" }), findings: ROOT },
    { title: "an alarm on another namespace", change: alarm({ namespace: "Other" }), findings: ROOT },
    { title: "an alarm without an action", change: alarm({ alarmActions: [] }), findings: ROOT },
    { title: "an alarm on the second match", change: alarm({ threshold: 2 }), findings: ROOT },
    { title: "an alarm whose actions are switched off", change: alarm({ actionsEnabled: false }), findings: ROOT },
    {
      title: "a filter that counts something else",
      change: filter({ pattern: '{ $.userIdentity.type = "IAMUser" }' }),
      findings: ROOT,
    },
    { title: "a filter on terms", change: filter({ pattern: "Root" }), findings: ROOT },
    { title: "a filter that cannot be read", change: filter({ pattern: "{ Root }" }), findings: ROOT },
    {
      title: "a filter on another group",
      change: (stack) =>
        changeAll(stack, FILTER, { set: { logGroupName: "/other" } }).map((resource) =>
          resource.urn.endsWith(`::${FILTER.name}`)
            ? { ...resource, dependencies: [], propertyDependencies: {} }
            : resource,
        ),
      findings: ROOT,
    },
    {
      title: "a region other than the trail's that does without alerts",
      change: saying(
        { declined: [{ capability: "alerting", region: "us-east-1", reason: "Decided by the platform team" }] },
        (stack) => without(stack, FILTER),
      ),
      findings: ROOT,
    },
    {
      title: "what is adopted or left out elsewhere",
      change: saying(beside(WANTED), (stack) => without(stack, FILTER)),
      findings: ROOT,
    },
  ],
  passes: [
    { title: "an alarm on a day of silence", change: silence({ evaluationPeriods: 24 }) },
    {
      title: "an alarm on silence at zero",
      change: silence({ comparisonOperator: "LessThanOrEqualToThreshold", threshold: 0 }),
    },
    {
      title: "a filter that counts more",
      change: filter({ pattern: '{ ($.userIdentity.type = "Root") || ($.eventName = "ConsoleLogin") }' }),
    },
  ],
  unknown: [
    { title: "a pattern", change: filter({ pattern: UNKNOWN_VALUE }), property: "governedRegions" },
    { title: "the threshold of silence", change: silence({ threshold: UNKNOWN_VALUE }), property: "governedRegions" },
    {
      title: "the group of an alarm",
      change: silence({ "dimensions.LogGroupName": UNKNOWN_VALUE }),
      property: "governedRegions",
    },
    { title: "an action", change: alarm({ alarmActions: UNKNOWN_VALUE }), property: "governedRegions" },
    { title: "a metric", change: alarm({ metricName: UNKNOWN_VALUE }), property: "governedRegions" },
    adoptedCase(WANTED, noTrail),
    ...unknownAdopted(WANTED, noTrail),
    ...unknownDeclined(WANTED, noTrail),
  ],
  exempt: [
    declinedCase(WANTED, noTrail),
    declinedCase({ ...ALERTING, property: WANTED.property, region: "eu-central-1" }, (stack) => without(stack, FILTER)),
  ],
  notApplicable: [
    { title: "a trail that delivers to no log group", change: noTrail },
    { title: "a stack that declares nothing", change: () => emptyStack() },
  ],
});
