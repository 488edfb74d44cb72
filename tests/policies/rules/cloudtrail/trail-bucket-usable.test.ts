import { trailBucketUsable } from "../../../../policies/rules/cloudtrail/trail-bucket-usable";
import type { ResourceState, WireMap } from "../../../../state/stack-state";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const POLICY = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "baseline-trail-bucket-policy" };
const BUCKET = "arn:aws:s3:::baseline-trail-bucket-111122223333-eu-central-1";
const OBJECTS = `${BUCKET}/AWSLogs/111122223333/*`;
const SERVICE = { Service: "cloudtrail.amazonaws.com" };
const ARN = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail";
const ACL = allow(SERVICE, { Action: "s3:GetBucketAcl", Resource: BUCKET });

function having(...statements: readonly WireMap[]) {
  const policy = documentOf(...statements);
  return (stack: readonly ResourceState[]) => changeAll(stack, POLICY, { set: { policy } });
}

function refused(action: string) {
  const message = `leads to baseline-trail-bucket, whose policy refuses ${action} to cloudtrail.amazonaws.com here; it must allow it`;
  return { name: "baseline-trail", message };
}

const PUT = [refused("s3:PutObject")] as const;
const write = (rest: WireMap): WireMap => allow(SERVICE, { Action: "s3:PutObject", Resource: OBJECTS, ...rest });

describeStackRule(trailBucketUsable, {
  fails: [
    {
      title: "a bucket without a policy",
      change: (stack) => without(stack, POLICY),
      findings: [refused("s3:GetBucketAcl"), refused("s3:PutObject")],
    },
    { title: "a policy that lets nothing be written", change: having(ACL), findings: PUT },
    {
      title: "a policy under which the bucket cannot be checked",
      change: having(write({})),
      findings: [refused("s3:GetBucketAcl")],
    },
    {
      title: "a policy for another account's logs",
      change: having(ACL, write({ Resource: `${BUCKET}/AWSLogs/444455556666/*` })),
      findings: PUT,
    },
    {
      title: "a policy for another trail",
      change: having(ACL, write({ Condition: { StringEquals: { "aws:SourceArn": `${ARN}-of-old` } } })),
      findings: PUT,
    },
    {
      title: "a policy for another list of access",
      change: having(ACL, write({ Condition: { StringEquals: { "s3:x-amz-acl": "private" } } })),
      findings: PUT,
    },
    {
      title: "a policy that refuses what it allows",
      change: having(ACL, write({}), write({ Effect: "Deny", Principal: "*" })),
      findings: PUT,
    },
    {
      title: "a trail with a prefix that the policy does not have",
      change: (stack) => changeAll(stack, TRAIL, { set: { s3KeyPrefix: "audit" } }),
      findings: PUT,
    },
    {
      title: "a policy that cannot be read",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: "{" } }),
      findings: [refused("s3:GetBucketAcl"), refused("s3:PutObject")],
    },
  ],
  passes: [
    { title: "a policy for everything in the bucket", change: having(ACL, write({ Resource: `${BUCKET}/*` })) },
    {
      title: "a policy that refuses only without TLS",
      change: having(
        ACL,
        write({}),
        write({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ),
    },
    {
      title: "a policy with a condition that cannot be told",
      change: having(ACL, write({ Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } })),
    },
    {
      title: "a prefix in both",
      change: (stack) =>
        changeAll(having(ACL, write({ Resource: `${BUCKET}/audit/AWSLogs/111122223333/*` }))(stack), TRAIL, {
          set: { s3KeyPrefix: "audit" },
        }),
    },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "a bucket of another stack",
      change: (stack) =>
        changeAll(without(stack, { type: "aws:s3/bucket:Bucket" }), TRAIL, { set: { s3BucketName: "acme" } }),
      property: "s3BucketName",
    },
    {
      title: "a trail whose ARN is not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { arn: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
  ],
});
