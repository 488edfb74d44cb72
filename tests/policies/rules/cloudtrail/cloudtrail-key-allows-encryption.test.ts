import { cloudtrailKeyAllowsEncryption } from "../../../../policies/rules/cloudtrail/cloudtrail-key-allows-encryption";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declared, nameOf } from "../stack-resources";
import { allow, keyPolicy } from "../kms/key-documents";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-trail-key" };
const ARN = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

/** The trail's key with a policy that allows CloudTrail the actions, under the condition. */
function granting(
  Condition: WireMap,
  Action: string | readonly string[] = ["kms:GenerateDataKey*", "kms:DescribeKey"],
): Change {
  const policy = keyPolicy(allow({ Service: "cloudtrail.amazonaws.com" }, { Action, Condition }));
  return (stack) => changeAll(stack, KEY, { set: { policy } });
}

function denied(actions: string) {
  const message = `references the key baseline-trail-key, whose policy does not allow cloudtrail.amazonaws.com ${actions}; allow it`;
  return [{ name: "baseline-trail", message }] as const;
}

const BOTH = denied("kms:GenerateDataKey, kms:DescribeKey");

describeStackRule(cloudtrailKeyAllowsEncryption, {
  fails: [
    {
      title: "a key for the account alone",
      change: (stack) => changeAll(stack, KEY, { set: { policy: keyPolicy() } }),
      findings: BOTH,
    },
    {
      title: "a key that CloudTrail may not describe",
      change: granting({}, "kms:GenerateDataKey*"),
      findings: denied("kms:DescribeKey"),
    },
    {
      title: "a key that CloudTrail may only describe",
      change: granting({}, "kms:DescribeKey"),
      findings: denied("kms:GenerateDataKey"),
    },
    {
      title: "a key for another trail",
      change: granting({ StringEquals: { "aws:SourceArn": `${ARN}-of-old` } }),
      findings: BOTH,
    },
    {
      title: "a key for trails of another account",
      change: granting({ StringEquals: { "aws:SourceAccount": "444455556666" } }),
      findings: BOTH,
    },
    {
      title: "a key for the encryption context of another account",
      change: granting({
        StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:444455556666:trail/*" },
      }),
      findings: BOTH,
    },
    {
      title: "a key that requires an encryption context where CloudTrail sends none",
      change: granting({ StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": ARN } }),
      findings: denied("kms:DescribeKey"),
    },
    {
      title: "a wildcard where the condition takes it literally",
      change: granting({ StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } }),
      findings: BOTH,
    },
    {
      title: "a key that allows another service",
      change: (stack) =>
        changeAll(stack, KEY, {
          set: { policy: keyPolicy(allow({ Service: "logs.amazonaws.com" }, { Action: "kms:*" })) },
        }),
      findings: BOTH,
    },
    {
      title: "a key whose policy cannot be read",
      change: (stack) => changeAll(stack, KEY, { set: { policy: "{" } }),
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the key baseline-trail-key, whose policy cannot be read: it is not JSON; set it to a JSON policy document",
        },
      ],
    },
    {
      title: "a key without a policy",
      change: (stack) => changeAll(stack, KEY, { remove: ["policy"] }),
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the key baseline-trail-key, which has no policy; set one that allows cloudtrail.amazonaws.com to use it",
        },
      ],
    },
  ],
  passes: [
    { title: "a grant without a condition, which another rule checks", change: granting({}) },
    { title: "a grant of everything", change: granting({}, "kms:*") },
    { title: "a source named in a list", change: granting({ StringEquals: { "aws:SourceArn": ["arn:aws:x", ARN] } }) },
    {
      title: "a source by a wildcard",
      change: granting({ ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } }),
    },
    {
      title: "a source in another case",
      change: granting({ StringEqualsIgnoreCase: { "aws:SourceArn": ARN.toUpperCase() } }),
    },
    {
      title: "an encryption context that is required only where it is sent",
      change: granting({ StringEqualsIfExists: { "kms:EncryptionContext:aws:cloudtrail:arn": ARN } }),
    },
    {
      title: "a policy declared beside the key",
      change: (stack) => [
        ...changeAll(stack, KEY, { set: { policy: keyPolicy() } }),
        declared("aws:kms/keyPolicy:KeyPolicy", "policy", {
          keyId:
            stack.find((resource) => resource.type === KEY.type && nameOf(resource) === KEY.name)?.outputs.keyId ?? "",
          policy: keyPolicy(allow({ Service: "cloudtrail.amazonaws.com" }, { Action: "kms:*" })),
        }),
      ],
    },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, KEY, { set: { policy: UNKNOWN_VALUE } }),
      property: "kmsKeyId",
    },
    {
      title: "a key of another stack",
      change: (stack) => without(stack, KEY),
      property: "kmsKeyId",
    },
    {
      title: "a key that is not known yet",
      change: (stack) => changeAll(without(stack, KEY), TRAIL, { set: { kmsKeyId: UNKNOWN_VALUE } }),
      property: "kmsKeyId",
    },
    {
      title: "a trail whose ARN is not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { arn: UNKNOWN_VALUE } }),
      property: "kmsKeyId",
    },
  ],
  notApplicable: [
    {
      title: "a trail without a key",
      change: (stack) => changeAll(stack, TRAIL, { remove: ["kmsKeyId"] }),
    },
  ],
});
