import { trailTopicUsable } from "../../../../policies/rules/cloudtrail/trail-topic-usable";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const POLICY = { type: "aws:sns/topicPolicy:TopicPolicy", name: "baseline-trail-topic-policy" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-trail-key" };

describeStackRule(trailTopicUsable, {
  fails: [
    {
      title: "a topic without a policy",
      change: (stack) => without(stack, POLICY),
      findings: [
        {
          name: "baseline-trail",
          message:
            "leads to baseline-trail-topic, whose policy refuses sns:Publish to cloudtrail.amazonaws.com here; it must allow it",
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
            "leads to baseline-trail-key, whose policy refuses kms:GenerateDataKey, kms:Decrypt to cloudtrail.amazonaws.com here; it must allow it",
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
