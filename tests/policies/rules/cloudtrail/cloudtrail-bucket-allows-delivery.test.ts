import { cloudtrailBucketAllowsDelivery } from "../../../../policies/rules/cloudtrail/cloudtrail-bucket-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
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

function denied(action: string) {
  const message = `references the bucket baseline-trail-bucket, whose policy does not allow cloudtrail.amazonaws.com ${action} here; allow it`;
  return { name: "baseline-trail", message };
}

const PUT = [denied("s3:PutObject")] as const;
const write = (rest: WireMap): WireMap => allow(SERVICE, { Action: "s3:PutObject", Resource: OBJECTS, ...rest });

describeStackRule(cloudtrailBucketAllowsDelivery, {
  fails: [
    {
      title: "a bucket without a policy",
      change: (stack) => without(stack, POLICY),
      findings: [denied("s3:GetBucketAcl"), denied("s3:PutObject")],
    },
    { title: "a policy that does not allow writing", change: having(ACL), findings: PUT },
    {
      title: "a policy under which CloudTrail cannot read the ACL",
      change: having(write({})),
      findings: [denied("s3:GetBucketAcl")],
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
      title: "a policy for another canned ACL",
      change: having(ACL, write({ Condition: { StringEquals: { "s3:x-amz-acl": "private" } } })),
      findings: PUT,
    },
    {
      title: "a policy that denies what it allows",
      change: having(ACL, write({}), write({ Effect: "Deny", Principal: "*" })),
      findings: PUT,
    },
    {
      title: "a trail with a key prefix that the policy lacks",
      change: (stack) => changeAll(stack, TRAIL, { set: { s3KeyPrefix: "audit" } }),
      findings: PUT,
    },
    {
      title: "a policy that cannot be read",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: "{" } }),
      findings: [denied("s3:GetBucketAcl"), denied("s3:PutObject")],
    },
  ],
  passes: [
    { title: "a policy for everything in the bucket", change: having(ACL, write({ Resource: `${BUCKET}/*` })) },
    {
      title: "a policy that denies only requests without TLS",
      change: having(
        ACL,
        write({}),
        write({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ),
    },
    {
      title: "a policy with a condition that cannot be evaluated here",
      change: having(ACL, write({ Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } })),
    },
    {
      title: "a key prefix in the trail and in the policy",
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
