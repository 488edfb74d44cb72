import { undecided } from "../../judgement";
import { stackRule } from "../../rule";
import { arnParts, mustBeAbleToPublish } from "../deliveries";
import { eachOf } from "../subjects";

const TRAIL = "aws:cloudtrail/trail:Trail";

export const trailTopicUsable = stackRule({
  id: "trail-topic-usable",
  title: "A trail's topic and its key let CloudTrail give notice",
  severity: "medium",
  type: TRAIL,
  property: "snsTopicName",
  rationale:
    "A notice that cannot be sent is not missed: whoever waits for deliveries takes the silence for a quiet day.",
  fix: "Allow cloudtrail.amazonaws.com sns:Publish on the topic, and kms:GenerateDataKey* and kms:Decrypt with its key, bound to the trail.",
  links: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  ],
  covers: {},
  judge: (stack) =>
    eachOf(stack, TRAIL, (trail) => {
      const { arn } = trail.properties;
      const account = arnParts(arn)?.account;
      return typeof arn !== "string" || account === undefined
        ? undecided("snsTopicName")
        : mustBeAbleToPublish(stack, trail, "snsTopicName", {
            service: "cloudtrail.amazonaws.com",
            context: { "aws:sourcearn": arn, "aws:sourceaccount": account },
          });
    }),
});
