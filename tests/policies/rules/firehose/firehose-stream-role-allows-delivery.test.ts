import { firehoseStreamRoleAllowsDelivery } from "../../../../policies/rules/firehose/firehose-stream-role-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const STREAM = {
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  name: "baseline-us-east-1-export-stream",
};
const ROLE = { type: "aws:iam/role:Role", name: "baseline-us-east-1-export-role" };
const POLICY = { type: "aws:iam/rolePolicy:RolePolicy", name: "baseline-us-east-1-export-role-policy" };
const BUCKET = "arn:aws:s3:::baseline-us-east-1-export-111122223333-us-east-1";
const PROPERTY = "extendedS3Configuration.roleArn";
const OF_BUCKET = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"];
const OF_OBJECTS = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"];
const OF_KEY = ["kms:Decrypt", "kms:GenerateDataKey"];
const BY_S3 = { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

/** The role's policy with these statements instead. */
const permitting =
  (...statements: readonly WireMap[]): Change =>
  (stack) =>
    changeAll(stack, POLICY, { set: { policy: documentOf(...statements) } });
const permit = (Action: readonly string[], Resource: string, Condition?: WireMap): WireMap => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});
const trusting =
  (statement: WireMap): Change =>
  (stack) =>
    changeAll(stack, ROLE, { set: { assumeRolePolicy: documentOf(statement) } });
const firehoseFor = (account: string): WireMap =>
  allow(
    { Service: "firehose.amazonaws.com" },
    { Action: "sts:AssumeRole", Condition: { StringEquals: { "sts:ExternalId": account } } },
  );

const lacks = (action: string, resource: string) => ({
  name: STREAM.name,
  message: `references the role ${ROLE.name}, whose policies do not allow ${action} on ${resource}; allow it`,
});
const NOT_ASSUMED = {
  name: STREAM.name,
  message: `references the role ${ROLE.name}, which firehose.amazonaws.com may not assume here; allow it in the trust policy`,
};
const ALL_BUT_KEYS = permit(["s3:*", "logs:*"], "*");

describeStackRule(firehoseStreamRoleAllowsDelivery, {
  fails: [
    {
      title: "a role that may not look for the bucket",
      change: permitting(permit(OF_OBJECTS, "*"), permit(["kms:*", "logs:*"], "*")),
      findings: [
        lacks("s3:GetBucketLocation", BUCKET),
        lacks("s3:ListBucket", BUCKET),
        lacks("s3:ListBucketMultipartUploads", BUCKET),
      ],
    },
    {
      title: "a role that may write to another bucket only",
      change: permitting(
        permit(OF_BUCKET, "*"),
        permit(OF_OBJECTS, "arn:aws:s3:::other/*"),
        permit(["kms:*", "logs:*"], "*"),
      ),
      findings: [
        lacks("s3:AbortMultipartUpload", `${BUCKET}/object`),
        lacks("s3:GetObject", `${BUCKET}/object`),
        lacks("s3:PutObject", `${BUCKET}/object`),
      ],
    },
    {
      title: "a role that may not tell of errors",
      change: permitting(permit(["s3:*", "kms:*"], "*")),
      findings: [
        lacks(
          "logs:PutLogEvents",
          "arn:aws:logs:us-east-1:111122223333:log-group:/ai-governance/baseline-us-east-1-export/delivery-errors:log-stream:S3Delivery",
        ),
      ],
    },
    {
      title: "a role for another service",
      change: trusting(allow({ Service: "ec2.amazonaws.com" }, { Action: "sts:AssumeRole" })),
      findings: [NOT_ASSUMED],
    },
    {
      title: "a role for a stream of another account",
      change: trusting(firehoseFor("444455556666")),
      findings: [NOT_ASSUMED],
    },
  ],
  passes: [
    { title: "a role that may do more", change: permitting(ALL_BUT_KEYS, permit(OF_KEY, "*")) },
    { title: "a role that may use the key by S3 alone", change: permitting(ALL_BUT_KEYS, permit(OF_KEY, "*", BY_S3)) },
    {
      title: "a trust without an external ID",
      change: trusting(allow({ Service: "firehose.amazonaws.com" }, { Action: "sts:AssumeRole" })),
    },
  ],
  unknown: [
    {
      title: "permissions that are not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: PROPERTY,
    },
    {
      title: "a trust that is not known yet",
      change: (stack) => changeAll(stack, ROLE, { set: { assumeRolePolicy: UNKNOWN_VALUE } }),
      property: PROPERTY,
    },
    { title: "a role of another stack", change: (stack) => without(stack, ROLE), property: PROPERTY },
  ],
});
