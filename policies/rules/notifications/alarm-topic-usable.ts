import { type Judgements, all, undecided } from "../../judgement";
import { at, isList } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { arnParts, mustBeAbleToPublish } from "../deliveries";
import { eachOf } from "../subjects";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const PROPERTY = "alarmActions";

export const alarmTopicUsable = stackRule({
  id: "alarm-topic-usable",
  title: "The topic behind an alarm, and its key, let alarms publish",
  severity: "high",
  type: ALARM,
  property: PROPERTY,
  rationale: "An alarm that may not publish goes off unheard; nothing but its history tells that it did.",
  fix: "Allow cloudwatch.amazonaws.com sns:Publish on the topic, and kms:GenerateDataKey* and kms:Decrypt with its key.",
  links: [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html",
  ],
  covers: {},
  judge: (stack) => eachOf(stack, ALARM, (alarm) => judgeAlarm(stack, alarm)),
});

/** Other actions than topics, such as functions, need other grants. */
const TOPIC_ARN = /^arn:[a-z-]+:sns:/;

function judgeAlarm(stack: Stack, alarm: StackResource): Judgements {
  const actions = at(alarm.properties, PROPERTY);
  const { arn } = alarm.properties;
  const account = arnParts(arn)?.account;
  const paths = [...(isList(actions) ? actions : []).entries()]
    .filter(([, action]) => typeof action === "string" && TOPIC_ARN.test(action))
    .map(([index]) => `${PROPERTY}.${index}`);
  return all(
    ...paths.map((path) =>
      typeof arn !== "string" || account === undefined
        ? undecided(path)
        : mustBeAbleToPublish(stack, alarm, path, {
            service: "cloudwatch.amazonaws.com",
            context: { "aws:sourcearn": arn, "aws:sourceaccount": account },
          }),
    ),
  );
}
