import { arnParts, mustBeAbleToPublish } from "../../iam/deliveries";
import { isList } from "../../properties";
import { METRIC_ALARM } from "../../resources";
import { all, undecided } from "../../result";
import { stackRule } from "../../rule";

/** Actions other than topics, such as functions, need other grants. */
const TOPIC_ARN = /^arn:[a-z-]+:sns:/;

export const cloudwatchAlarmTopicAllowsPublishing = stackRule(METRIC_ALARM, {
  id: "cloudwatch-alarm-topic-allows-publishing",
  title: "The SNS topics of CloudWatch alarms, and their keys, allow alarms to publish",
  severity: "high",
  property: "alarmActions",
  rationale: "An alarm that cannot publish notifies nobody; only the alarm's history shows that it went off.",
  remediation:
    "Allow cloudwatch.amazonaws.com sns:Publish on the topic, and kms:GenerateDataKey* and kms:Decrypt with its key.",
  references: [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html",
  ],
  checkEach: (alarm, { stack, property }) => {
    const { arn, alarmActions: actions } = alarm.properties;
    const account = arnParts(arn)?.account;
    const paths = [...(isList(actions) ? actions : []).entries()]
      .filter(([, action]) => typeof action === "string" && TOPIC_ARN.test(action))
      .map(([index]) => `${property}.${index}`);
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
  },
});
