import { bedrockInvocationLoggingFailureAlarm } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-failure-alarm";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type Change, describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { ALARM, CONFIGURATION, having } from "./prod-names";

const CLOUDWATCH = "loggingConfig.cloudwatchConfig";
const S3 = "loggingConfig.s3Config";
const LARGE_DATA = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config";
const LOG_METRIC = "ModelInvocationLogsCloudWatchDeliveryFailure";

function missing(property: string, metric: string, name = CONFIGURATION.name) {
  const message = `is set, but there is no alarm on ${metric}; declare one that fires on the first failure`;
  return { name, property, message };
}
const IDLE = {
  name: CONFIGURATION.name,
  property: CLOUDWATCH,
  message: `is set, but the alarm on ${LOG_METRIC} cannot fire or has no action; declare one that fires on the first failure`,
};

const alarm = (title: string, change: Change) => ({
  title,
  change: (stack: Parameters<typeof changeAll>[0]) => changeAll(stack, ALARM, change),
});
const idle = (title: string, change: Change) => ({ ...alarm(title, change), findings: [IDLE] as const });

/** A stack with a bucket as destination and an alarm on the given metric. */
function bucketStack(metricName: string) {
  return having(
    declared(CONFIGURATION.type, "logging", { loggingConfig: { s3Config: { bucketName: "raw" } } }),
    declared(ALARM.type, "alarm", {
      namespace: "AWS/Bedrock",
      metricName,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      statistic: "Sum",
      evaluationPeriods: 1,
      alarmActions: ["arn:aws:sns:eu-west-1:111122223333:alarms"],
    }),
  )(emptyStack());
}

describeStackRule(bedrockInvocationLoggingFailureAlarm, {
  fails: [
    {
      title: "a region without an alarm",
      change: (stack) => without(stack, ALARM),
      findings: [missing(CLOUDWATCH, LOG_METRIC)],
    },
    {
      ...alarm("an alarm in another region", { set: { region: "eu-west-1" } }),
      findings: [missing(CLOUDWATCH, LOG_METRIC)],
    },
    { ...alarm("an alarm on success", { set: { metricName: "Other" } }), findings: [missing(CLOUDWATCH, LOG_METRIC)] },
    {
      ...alarm("an alarm in another namespace", { set: { namespace: "AWS/Logs" } }),
      findings: [missing(CLOUDWATCH, LOG_METRIC)],
    },
    idle("an alarm by model, for which no data comes", { set: { dimensions: { ModelId: "m" } } }),
    idle("an alarm that ignores the first failure", { set: { threshold: 2 } }),
    idle("an alarm above one failure", { set: { comparisonOperator: "GreaterThanThreshold" } }),
    idle("an alarm on too few failures", { set: { comparisonOperator: "LessThanThreshold" } }),
    idle("an alarm on the average", { set: { statistic: "Average" } }),
    idle("an alarm without a statistic", { remove: ["statistic"] }),
    idle("an alarm after two periods", { set: { evaluationPeriods: 2 } }),
    idle("an alarm after two of three data points", { set: { evaluationPeriods: 3, datapointsToAlarm: 2 } }),
    idle("an alarm without actions", { set: { alarmActions: [] } }),
    idle("an alarm whose actions are off", { set: { actionsEnabled: false } }),
    {
      title: "a destination for large bodies without an alarm of its own",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { [LARGE_DATA]: { bucketName: "raw" } } }),
      findings: [missing(LARGE_DATA, "ModelInvocationLargeDataS3DeliveryFailure")],
    },
    {
      title: "a bucket with the alarm of a log group",
      change: () => bucketStack(LOG_METRIC),
      findings: [missing(S3, "ModelInvocationLogsS3DeliveryFailure", "logging")],
    },
  ],
  passes: [
    alarm("an alarm with empty dimensions", { set: { dimensions: {} } }),
    alarm("an alarm above no failure", { set: { comparisonOperator: "GreaterThanThreshold", threshold: 0 } }),
    alarm("an alarm on the largest count", { set: { statistic: "Maximum" } }),
    alarm("an alarm after one of three data points", { set: { evaluationPeriods: 3, datapointsToAlarm: 1 } }),
    alarm("an alarm whose topic is not created yet", { set: { alarmActions: [UNKNOWN_VALUE] } }),
    { title: "a bucket with its alarm", change: () => bucketStack("ModelInvocationLogsS3DeliveryFailure") },
  ],
  unknown: [
    { ...alarm("the metric", { set: { metricName: UNKNOWN_VALUE } }), property: CLOUDWATCH },
    { ...alarm("the threshold", { set: { threshold: UNKNOWN_VALUE } }), property: CLOUDWATCH },
    { ...alarm("the statistic", { set: { statistic: UNKNOWN_VALUE } }), property: CLOUDWATCH },
    { ...alarm("the dimensions", { set: { dimensions: UNKNOWN_VALUE } }), property: CLOUDWATCH },
    { ...alarm("the actions", { set: { alarmActions: UNKNOWN_VALUE } }), property: CLOUDWATCH },
    {
      title: "whether there is a bucket",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { [S3]: UNKNOWN_VALUE } }),
      property: S3,
    },
  ],
});
