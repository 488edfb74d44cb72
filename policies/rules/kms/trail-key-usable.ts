import { type Judgement, undecided } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { KEY, judgeKeyUse } from "./key-use";

const TRAIL = "aws:cloudtrail/trail:Trail";

export const trailKeyUsable = stackRule({
  id: "trail-key-usable",
  title: "A trail's key lets CloudTrail encrypt with it",
  severity: "high",
  type: TRAIL,
  property: "kmsKeyId",
  rationale: "CloudTrail stops delivering, without an error that the program would see, when it may not use the key.",
  fix: "Let cloudtrail.amazonaws.com do kms:GenerateDataKey* and kms:DescribeKey, bound to the ARN of this very trail.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, TRAIL, (trail) => followed(stack, trail, "kmsKeyId", KEY, (key) => judgeKey(stack, trail, key))),
});

function judgeKey(stack: Stack, trail: StackResource, key: StackResource): Judgement {
  const { arn } = trail.properties;
  const account = typeof arn === "string" ? arn.split(":")[4] : undefined;
  if (typeof arn !== "string" || account === undefined) {
    return undecided("kmsKeyId");
  }
  const source = { "aws:sourcearn": arn, "aws:sourceaccount": account };
  return judgeKeyUse(stack, key, {
    property: "kmsKeyId",
    service: "cloudtrail.amazonaws.com",
    requests: [
      { action: "kms:GenerateDataKey", context: { ...source, "kms:encryptioncontext:aws:cloudtrail:arn": arn } },
      { action: "kms:DescribeKey", context: source },
    ],
  });
}
