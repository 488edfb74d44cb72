import { configDeliveryBucketAllowsDelivery } from "../../../../policies/rules/config/config-delivery-bucket-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";
import { CHANNEL, HOME_RECORDER, RECORDER } from "./prod-names";

const POLICY = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "baseline-us-east-1-recorder-bucket-policy" };
const BUCKET = "arn:aws:s3:::baseline-us-east-1-recorder-111122223333-us-east-1";
const SERVICE = { Service: "config.amazonaws.com" };
const OF_ACCOUNT = { StringEquals: { "aws:SourceAccount": "111122223333" } };
const INSPECT = allow(SERVICE, {
  Action: ["s3:GetBucketAcl", "s3:ListBucket"],
  Resource: BUCKET,
  Condition: OF_ACCOUNT,
});
const write = (rest: WireMap): WireMap =>
  allow(SERVICE, {
    Action: "s3:PutObject",
    Resource: `${BUCKET}/AWSLogs/111122223333/Config/*`,
    Condition: OF_ACCOUNT,
    ...rest,
  });

function having(...statements: readonly WireMap[]) {
  const policy = documentOf(...statements);
  return (stack: readonly ResourceState[]) => changeAll(stack, POLICY, { set: { policy } });
}

function denied(action: string) {
  const message = `references the bucket baseline-us-east-1-recorder-bucket, whose policy does not allow config.amazonaws.com ${action} here; allow it`;
  return { name: CHANNEL.name, message };
}

describeStackRule(configDeliveryBucketAllowsDelivery, {
  fails: [
    {
      title: "a bucket without a policy",
      change: (stack) => without(stack, POLICY),
      findings: [denied("s3:GetBucketAcl"), denied("s3:ListBucket"), denied("s3:PutObject")],
    },
    { title: "a policy that does not allow writing", change: having(INSPECT), findings: [denied("s3:PutObject")] },
    {
      title: "a policy for another account's history",
      change: having(INSPECT, write({ Resource: `${BUCKET}/AWSLogs/444455556666/Config/*` })),
      findings: [denied("s3:PutObject")],
    },
    {
      title: "a policy for AWS Config of another account",
      change: having(INSPECT, write({ Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } })),
      findings: [denied("s3:PutObject")],
    },
    {
      title: "a channel with a key prefix that the policy lacks",
      change: (stack) => changeAll(stack, CHANNEL, { set: { s3KeyPrefix: "history" } }),
      findings: [denied("s3:PutObject")],
    },
  ],
  passes: [{ title: "a policy with just what is needed", change: having(INSPECT, write({})) }],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "a recorder whose role is not known yet",
      change: (stack) => changeAll(stack, RECORDER, { set: { roleArn: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "a channel of a recorder that is declared elsewhere",
      change: (stack) => without(stack, RECORDER),
      property: "s3BucketName",
    },
  ],
  notApplicable: [
    {
      title: "recorders with roles of their own",
      change: (stack) =>
        [RECORDER, HOME_RECORDER].reduce(
          (changed, recorder) =>
            changeAll(changed, recorder, { set: { roleArn: "arn:aws:iam::111122223333:role/recorder" } }),
          stack,
        ),
    },
  ],
});
