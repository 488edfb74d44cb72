import { configDeliveryKeyAllowsEncryption } from "../../../../policies/rules/config/config-delivery-key-allows-encryption";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";
import { CHANNEL, HOME_RECORDER, RECORDER } from "./prod-names";

const KEY = { type: "aws:kms/key:Key", name: "baseline-us-east-1-recorder-key" };
const ADMINISTRATION = allow({ AWS: ACCOUNT }, { Action: "kms:*", Resource: "*" });
const use = (rest: WireMap): WireMap =>
  allow(
    { Service: "config.amazonaws.com" },
    {
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      ...rest,
    },
  );

function having(...statements: readonly WireMap[]) {
  const policy = documentOf(ADMINISTRATION, ...statements);
  return (stack: readonly ResourceState[]) => changeAll(stack, KEY, { set: { policy } });
}

function denied(actions: string) {
  const message = `references the key ${KEY.name}, whose policy does not allow config.amazonaws.com ${actions}; allow it`;
  return [{ name: CHANNEL.name, message }] as const;
}

describeStackRule(configDeliveryKeyAllowsEncryption, {
  fails: [
    {
      title: "a key for the account alone",
      change: having(),
      findings: denied("kms:GenerateDataKey, kms:Decrypt"),
    },
    {
      title: "a key with which AWS Config may not decrypt",
      change: having(use({ Action: "kms:GenerateDataKey" })),
      findings: denied("kms:Decrypt"),
    },
    {
      title: "a key for AWS Config of another account",
      change: having(use({ Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } })),
      findings: denied("kms:GenerateDataKey, kms:Decrypt"),
    },
  ],
  passes: [{ title: "a policy with just what is needed", change: having(use({})) }],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, KEY, { set: { policy: UNKNOWN_VALUE } }),
      property: "s3KmsKeyArn",
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
