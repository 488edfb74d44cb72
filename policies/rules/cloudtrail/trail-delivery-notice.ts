import { mustBePresent } from "../../judgement";
import { resourceRule } from "../../rule";

export const trailDeliveryNotice = resourceRule({
  id: "trail-delivery-notice",
  title: "A trail gives notice of each delivery",
  severity: "low",
  type: "aws:cloudtrail/trail:Trail",
  property: "snsTopicName",
  rationale: "Without a notice nobody learns that log files have stopped coming, or can act on them as they come.",
  fix: "Set snsTopicName to an SNS topic whose policy lets CloudTrail publish.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html"],
  covers: { checkov: ["CKV_AWS_252"] },
  judge: ({ properties }) => mustBePresent(properties, "snsTopicName", "an SNS topic"),
});
