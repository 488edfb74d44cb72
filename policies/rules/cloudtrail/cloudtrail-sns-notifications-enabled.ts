import { isSet } from "../../requirements";
import { TRAIL } from "../../resources";
import { resourceRule } from "../../rule";

export const cloudtrailSnsNotificationsEnabled = resourceRule(TRAIL, {
  id: "cloudtrail-sns-notifications-enabled",
  title: "CloudTrail trails send SNS notifications of log file delivery",
  severity: "low",
  enforcementLevel: "advisory",
  property: "snsTopicName",
  rationale:
    "Without notifications nobody learns that log files have stopped coming, or can act on them as they arrive.",
  remediation: "Set snsTopicName to the ARN of an SNS topic whose policy allows CloudTrail to publish.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html",
  ],
  related: { checkov: ["CKV_AWS_252"] },
  requires: isSet("the ARN of an SNS topic"),
});
