import { alarmTopicUsable } from "../../../../policies/rules/notifications/alarm-topic-usable";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";

const ALARM = {
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: "baseline-us-east-1-invocations-log-delivery-failure",
};
const POLICY = { type: "aws:sns/topicPolicy:TopicPolicy", name: "baseline-us-east-1-invocations-topic-policy" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-us-east-1-invocations-key" };
const TOPIC = { type: "aws:sns/topic:Topic", name: "baseline-us-east-1-invocations-topic" };

function refused(by: string, actions: string) {
  const message = `leads to ${by}, whose policy refuses ${actions} to cloudwatch.amazonaws.com here; it must allow it`;
  return [{ name: ALARM.name, property: "alarmActions.0", message }] as const;
}

describeStackRule(alarmTopicUsable, {
  fails: [
    {
      title: "a topic without a policy",
      change: (stack) => without(stack, POLICY),
      findings: refused(TOPIC.name, "sns:Publish"),
    },
    {
      title: "a topic for another account's alarms",
      change: (stack) =>
        changeAll(stack, POLICY, {
          set: {
            policy: documentOf(
              allow(
                { Service: "cloudwatch.amazonaws.com" },
                { Action: "sns:Publish", Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } },
              ),
            ),
          },
        }),
      findings: refused(TOPIC.name, "sns:Publish"),
    },
    {
      title: "a key that alarms may not use",
      change: (stack) => changeAll(stack, KEY, { set: { policy: documentOf(allow({ AWS: ACCOUNT })) } }),
      findings: refused(KEY.name, "kms:GenerateDataKey, kms:Decrypt"),
    },
  ],
  passes: [
    {
      title: "an action that is no topic",
      change: (stack) =>
        changeAll(without(stack, POLICY), ALARM, {
          set: { alarmActions: ["arn:aws:lambda:us-east-1:111122223333:function:notify"] },
        }).filter(({ urn }) => !urn.includes("baseline-us-east-1-invocations-topic")),
    },
  ],
  unknown: [
    {
      title: "a topic of another stack",
      change: (stack) => without(stack, TOPIC),
      property: "alarmActions.0",
    },
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "alarmActions.0",
    },
    {
      title: "an alarm whose ARN is not known yet",
      change: (stack) => changeAll(stack, ALARM, { set: { arn: UNKNOWN_VALUE } }),
      property: "alarmActions.0",
    },
  ],
});
