import { cloudwatchAccountFeedAlarmsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-feed-alarms-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { ALERTING, beside, declinedCase, saying, unknownDeclined } from "../account-modes";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const CLUSTER = { type: ALARM, name: "baseline-eu-central-1-feeds-cluster-inference" };
const INVOCATIONS = { type: ALARM, name: "baseline-us-east-1-feeds-invocations" };
const HISTORY = { type: ALARM, name: "baseline-us-east-1-feeds-config-history" };
const GROUP = "/ai-governance/baseline-us-east-1-invocations/model-invocations";
const CLUSTER_GROUP = {
  type: "aws:cloudwatch/logGroup:LogGroup",
  name: "baseline-eu-central-1-eks-inference-log-group",
};
const LOGGING = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";

type Stack = readonly ResourceState[];
const set = (alarm: typeof CLUSTER, properties: WireMap) => (stack: Stack) =>
  changeAll(stack, alarm, { set: properties });
const missing = (stack: Stack) => without(stack, HISTORY);
const found = (index: number, region: string, what: string) =>
  [
    {
      name: "baseline",
      property: `governedRegions.${index}`,
      message: `is "${region}", where no alarm tells of ${what}; declare FeedAlarms there`,
    },
  ] as const;
const SILENT = found(0, "eu-central-1", 'the silence of the log group "/aws/eks/inference/cluster"');
const UNLOGGED = found(1, "us-east-1", `model calls of which the log group "${GROUP}" receives nothing`);
const UNDELIVERED = found(1, "us-east-1", "AWS/Config ConfigHistoryExportFailed");

/** The alarms of the region that has no cluster, gone. */
const noneThere = (stack: Stack) => stack.filter(({ urn }) => !urn.includes("::baseline-us-east-1-feeds-"));

describeStackRule(cloudwatchAccountFeedAlarmsExist, {
  fails: [
    { title: "a cluster without an alarm", change: (stack) => without(stack, CLUSTER), findings: SILENT },
    {
      title: "a cluster whose alarm is in another region",
      change: set(CLUSTER, { region: "us-east-1" }),
      findings: SILENT,
    },
    {
      title: "a cluster whose alarm watches another group",
      change: set(CLUSTER, { "dimensions.LogGroupName": "/aws/eks/training/cluster" }),
      findings: SILENT,
    },
    {
      title: "a cluster whose alarm takes missing data for good",
      change: set(CLUSTER, { treatMissingData: "notBreaching" }),
      findings: SILENT,
    },
    { title: "an alarm on silence that tells nobody", change: set(CLUSTER, { alarmActions: [] }), findings: SILENT },
    {
      title: "a log of invocations without an alarm",
      change: (stack) => without(stack, INVOCATIONS),
      findings: UNLOGGED,
    },
    {
      title: "an alarm on the calls of a guardrail in place of models'",
      change: set(INVOCATIONS, { "metricQueries.0.metric.namespace": "AWS/Bedrock/Guardrails" }),
      findings: UNLOGGED,
    },
    {
      title: "an alarm on the events of another log group",
      change: set(INVOCATIONS, { "metricQueries.1.metric.dimensions.LogGroupName": "/other" }),
      findings: UNLOGGED,
    },
    {
      title: "an alarm by an expression that leaves the events out",
      change: set(INVOCATIONS, { "metricQueries.2.expression": "IF(calls, eventsOfOthers, 1)" }),
      findings: UNLOGGED,
    },
    {
      title: "an alarm by an expression that is not what it watches",
      change: set(INVOCATIONS, { "metricQueries.2.returnData": false }),
      findings: UNLOGGED,
    },
    {
      title: "an alarm on calls that are not logged that tells nobody",
      change: set(INVOCATIONS, { actionsEnabled: false }),
      findings: UNLOGGED,
    },
    { title: "a recorder without an alarm on its history", change: missing, findings: UNDELIVERED },
    {
      title: "an alarm on the second failure of a recorder",
      change: set(HISTORY, { threshold: 2 }),
      findings: UNDELIVERED,
    },
    {
      title: "an alarm on what one type of resources fails",
      change: set(HISTORY, { dimensions: { ResourceType: "AWS::IAM::Role" } }),
      findings: UNDELIVERED,
    },
    {
      title: "a region without any alarm, with all that is missing",
      change: noneThere,
      findings: found(
        1,
        "us-east-1",
        `model calls of which the log group "${GROUP}" receives nothing, AWS/Config ConfigHistoryExportFailed, ` +
          "AWS/Config ConfigSnapshotExportFailed, AWS/Config ConfigurationRecorderInsufficientPermissionsFailure",
      ),
    },
    {
      title: "what is left out elsewhere, or is something else",
      change: saying({ declined: beside(ALERTING)["declined"] ?? [] }, missing),
      findings: UNDELIVERED,
    },
  ],
  passes: [
    { title: "an alarm on a day of silence", change: set(CLUSTER, { evaluationPeriods: 24 }) },
    {
      title: "another expression on calls and events",
      change: set(INVOCATIONS, {
        "metricQueries.2.expression": "calls-events",
        comparisonOperator: "GreaterThanThreshold",
      }),
    },
    {
      title: "a region in which nothing is fed",
      change: (stack) =>
        without(noneThere(stack), { type: LOGGING, name: "model-invocation-logging-us-east-1" }).filter(
          ({ urn }) => !urn.endsWith("::baseline-us-east-1-recorder-recorder"),
        ),
    },
    {
      title: "a log group of another name without an alarm",
      change: (stack) =>
        changeAll(without(stack, CLUSTER), CLUSTER_GROUP, { set: { name: "/aws/eks/inference/nodes" } }),
    },
  ],
  unknown: [
    ...unknownDeclined(ALERTING, missing),
    {
      title: "an expression",
      change: set(INVOCATIONS, { "metricQueries.2.expression": UNKNOWN_VALUE }),
      property: "governedRegions.1",
    },
    {
      title: "what an alarm compares",
      change: set(INVOCATIONS, { metricQueries: UNKNOWN_VALUE }),
      property: "governedRegions.1",
    },
    {
      title: "the group of an alarm",
      change: set(CLUSTER, { "dimensions.LogGroupName": UNKNOWN_VALUE }),
      property: "governedRegions.0",
    },
    {
      title: "the name of a log group, which says whether it is a cluster's,",
      change: (stack) => changeAll(without(stack, CLUSTER), CLUSTER_GROUP, { set: { name: UNKNOWN_VALUE } }),
      property: "governedRegions.0",
    },
    { title: "a threshold", change: set(HISTORY, { threshold: UNKNOWN_VALUE }), property: "governedRegions.1" },
  ],
  exempt: [declinedCase(ALERTING, missing)],
  notApplicable: [{ title: "a stack that is no account's baseline", change: () => emptyStack() }],
});
