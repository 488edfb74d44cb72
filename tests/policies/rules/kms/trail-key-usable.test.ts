import { trailKeyUsable } from "../../../../policies/rules/kms/trail-key-usable";
import type { ResourceState, WireMap } from "../../../../state/stack-state";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declared, nameOf } from "../stack-resources";
import { allow, keyPolicy } from "./key-documents";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-trail-key" };
const ARN = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

/** The trail's key with a policy that lets CloudTrail do both, under the condition. */
function granting(
  Condition: WireMap,
  Action: string | readonly string[] = ["kms:GenerateDataKey*", "kms:DescribeKey"],
): Change {
  const policy = keyPolicy(allow({ Service: "cloudtrail.amazonaws.com" }, { Action, Condition }));
  return (stack) => changeAll(stack, KEY, { set: { policy } });
}

function refused(actions: string) {
  const message = `leads to baseline-trail-key, whose policy refuses ${actions} to cloudtrail.amazonaws.com here; it must allow it`;
  return [{ name: "baseline-trail", message }] as const;
}

const BOTH = refused("kms:GenerateDataKey, kms:DescribeKey");

describeStackRule(trailKeyUsable, {
  fails: [
    {
      title: "a key for the account alone",
      change: (stack) => changeAll(stack, KEY, { set: { policy: keyPolicy() } }),
      findings: BOTH,
    },
    {
      title: "a key that CloudTrail may not describe",
      change: granting({}, "kms:GenerateDataKey*"),
      findings: refused("kms:DescribeKey"),
    },
    {
      title: "a key that CloudTrail may only describe",
      change: granting({}, "kms:DescribeKey"),
      findings: refused("kms:GenerateDataKey"),
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
      title: "a key that asks for an encryption context where CloudTrail sends none",
      change: granting({ StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": ARN } }),
      findings: refused("kms:DescribeKey"),
    },
    {
      title: "a wildcard where the condition takes it literally",
      change: granting({ StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } }),
      findings: BOTH,
    },
    {
      title: "a key that lets in another service",
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
          message: "leads to baseline-trail-key, whose policy cannot be read: it is not JSON; it must be JSON",
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
            "leads to baseline-trail-key, which has no policy; it must have one that lets cloudtrail.amazonaws.com use it",
        },
      ],
    },
  ],
  passes: [
    { title: "a grant without a condition, which another rule refuses", change: granting({}) },
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
      title: "an encryption context that is asked for if it is there",
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
