import { arnParts, mustBeAbleToPublish } from "../../iam/deliveries";
import { TRAIL } from "../../resources";
import { undecided } from "../../result";
import { stackRule } from "../../rule";

export const cloudtrailTopicAllowsPublishing = stackRule(TRAIL, {
  id: "cloudtrail-topic-allows-publishing",
  title: "The SNS topics of CloudTrail trails, and their keys, allow CloudTrail to publish",
  severity: "medium",
  property: "snsTopicName",
  rationale:
    "A notification that cannot be sent is not missed: subscribers take the silence for a day without deliveries.",
  remediation:
    "Allow cloudtrail.amazonaws.com sns:Publish on the topic, and kms:GenerateDataKey* and kms:Decrypt with its key, bound " +
    "to the trail.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  ],
  checkEach: (trail, { stack, property }) => {
    const { arn } = trail.properties;
    const account = arnParts(arn)?.account;
    return typeof arn !== "string" || account === undefined
      ? undecided(property)
      : mustBeAbleToPublish(stack, trail, property, {
          service: "cloudtrail.amazonaws.com",
          context: { "aws:sourcearn": arn, "aws:sourceaccount": account },
        });
  },
});
