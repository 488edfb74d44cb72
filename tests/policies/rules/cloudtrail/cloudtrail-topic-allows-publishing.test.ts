import { cloudtrailTopicAllowsPublishing } from "../../../../policies/rules/cloudtrail/cloudtrail-topic-allows-publishing";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const POLICY = { type: "aws:sns/topicPolicy:TopicPolicy", name: "baseline-trail-topic-policy" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-trail-key" };

describeStackRule(cloudtrailTopicAllowsPublishing, {
  fails: [
    {
      title: "a topic without a policy",
      change: (stack) => without(stack, POLICY),
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the topic baseline-trail-topic, whose policy does not allow cloudtrail.amazonaws.com sns:Publish here; allow it",
        },
      ],
    },
    {
      title: "a key that CloudTrail may not use",
      change: (stack) => changeAll(stack, KEY, { set: { policy: documentOf(allow({ AWS: ACCOUNT })) } }),
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the key baseline-trail-key, whose policy does not allow cloudtrail.amazonaws.com kms:GenerateDataKey, kms:Decrypt; allow it",
        },
      ],
    },
  ],
  passes: [
    {
      title: "a topic without a key",
      change: (stack) =>
        changeAll(
          changeAll(stack, KEY, { set: { policy: documentOf() } }),
          { type: "aws:sns/topic:Topic" },
          { remove: ["kmsMasterKeyId"] },
        ),
    },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "snsTopicName",
    },
    {
      title: "a trail whose ARN is not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { arn: UNKNOWN_VALUE } }),
      property: "snsTopicName",
    },
  ],
  notApplicable: [
    { title: "a trail without a topic", change: (stack) => changeAll(stack, TRAIL, { remove: ["snsTopicName"] }) },
  ],
});
