import { cloudtrailSnsNotificationsEnabled } from "../../../../policies/rules/cloudtrail/cloudtrail-sns-notifications-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailSnsNotificationsEnabled, {
  fails: [
    {
      title: "a trail without a topic",
      remove: ["snsTopicName"],
      message: "is not set; set it to the ARN of an SNS topic",
    },
    {
      title: "a trail with an empty topic",
      set: { snsTopicName: "" },
      message: 'is ""; set it to the ARN of an SNS topic',
    },
  ],
  unknown: [],
});
