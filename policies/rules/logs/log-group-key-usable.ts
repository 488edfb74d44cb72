import { type Judgement, undecided } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { KEY, judgeKeyUse } from "../kms/key-use";
import { LOG_GROUP } from "../log-group";
import { followed } from "../references";
import { eachOf } from "../subjects";

/** What CloudWatch Logs does with a log group's key, always with the group's ARN as encryption context. */
const ACTIONS = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey"];

export const logGroupKeyUsable = stackRule({
  id: "log-group-key-usable",
  title: "A log group's key lets CloudWatch Logs encrypt it",
  severity: "high",
  type: LOG_GROUP,
  property: "kmsKeyId",
  rationale:
    "With a key that it may not use CloudWatch Logs refuses the group, or drops what is sent to it once the grant is gone.",
  fix: "Let logs.REGION.amazonaws.com use the key, with kms:EncryptionContext:aws:logs:arn equal to the ARN of this log group.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, LOG_GROUP, (group) => followed(stack, group, "kmsKeyId", KEY, (key) => judgeKey(stack, group, key))),
});

function judgeKey(stack: Stack, group: StackResource, key: StackResource): Judgement {
  const { arn } = group.properties;
  const [, partition, , region] = typeof arn === "string" ? arn.split(":") : [];
  if (typeof arn !== "string" || region === undefined) {
    return undecided("kmsKeyId");
  }
  return judgeKeyUse(stack, key, {
    property: "kmsKeyId",
    service: `logs.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`,
    requests: ACTIONS.map((action) => ({ action, context: { "kms:encryptioncontext:aws:logs:arn": arn } })),
  });
}
