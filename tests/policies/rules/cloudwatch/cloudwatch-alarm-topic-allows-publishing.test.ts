import { cloudwatchAlarmTopicAllowsPublishing } from "../../../../policies/rules/cloudwatch/cloudwatch-alarm-topic-allows-publishing";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";

const ALARM = {
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: "baseline-us-east-1-invocations-log-delivery-failure",
};
const POLICY = { type: "aws:sns/topicPolicy:TopicPolicy", name: "baseline-us-east-1-alerts-topic-policy" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-us-east-1-alerts-key" };
const TOPIC = { type: "aws:sns/topic:Topic", name: "baseline-us-east-1-alerts-topic" };

/** The alarms on models, feeds and exports tell the same topic, so that each of them would be found as well. */
function alone(stack: readonly ResourceState[]): readonly ResourceState[] {
  return stack.filter(({ urn }) => !/ModelAlarms|ApplicationAlarms|FeedAlarms|LogExport/.test(urn));
}

function denied(message: string) {
  return [{ name: ALARM.name, property: "alarmActions.0", message }] as const;
}

const NOT_PUBLISHED = denied(
  `references the topic ${TOPIC.name}, whose policy does not allow cloudwatch.amazonaws.com sns:Publish here; allow it`,
);

describeStackRule(cloudwatchAlarmTopicAllowsPublishing, {
  fails: [
    {
      title: "a topic without a policy",
      change: (stack) => without(alone(stack), POLICY),
      findings: NOT_PUBLISHED,
    },
    {
      title: "a topic for another account's alarms",
      change: (stack) =>
        changeAll(alone(stack), POLICY, {
          set: {
            policy: documentOf(
              allow(
                { Service: "cloudwatch.amazonaws.com" },
                { Action: "sns:Publish", Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } },
              ),
            ),
          },
        }),
      findings: NOT_PUBLISHED,
    },
    {
      title: "a key that alarms may not use",
      change: (stack) => changeAll(alone(stack), KEY, { set: { policy: documentOf(allow({ AWS: ACCOUNT })) } }),
      findings: denied(
        `references the key ${KEY.name}, whose policy does not allow cloudwatch.amazonaws.com ` +
          "kms:GenerateDataKey, kms:Decrypt; allow it",
      ),
    },
  ],
  passes: [
    {
      title: "an action that is not a topic",
      change: (stack) =>
        changeAll(without(alone(stack), POLICY), ALARM, {
          set: { alarmActions: ["arn:aws:lambda:us-east-1:111122223333:function:notify"] },
        }).filter(({ urn }) => !urn.includes("baseline-us-east-1-alerts-topic")),
    },
  ],
  unknown: [
    {
      title: "a topic of another stack",
      change: (stack) => without(alone(stack), TOPIC),
      property: "alarmActions.0",
    },
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(alone(stack), POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "alarmActions.0",
    },
    {
      title: "an alarm whose ARN is not known yet",
      change: (stack) => changeAll(alone(stack), ALARM, { set: { arn: UNKNOWN_VALUE } }),
      property: "alarmActions.0",
    },
  ],
});
