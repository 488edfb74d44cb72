import { s3BucketPolicyTlsOnly } from "../../../../policies/rules/s3/s3-bucket-policy-tls-only";
import type { WireMap } from "../../../../pulumi/stack-state";
import { type FailingCase, type ResourceCase, describeResourceRule } from "../../rule-harness";
import { ACCOUNT, documentCases } from "../policy-documents";

const { fails, passes, unreadable } = documentCases("policy");
const IN_WORDS = "deny everyone s3:* on the bucket and its objects when aws:SecureTransport is false";
const BUCKET = "arn:aws:s3:::evidence";
const DENIAL: WireMap = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const bad = (title: string, change: WireMap): FailingCase =>
  fails(title, `allows requests without TLS; ${IN_WORDS}`, { ...DENIAL, ...change });
const good = (title: string, change: WireMap): ResourceCase => passes(title, { ...DENIAL, ...change });

describeResourceRule(s3BucketPolicyTlsOnly, {
  fails: [
    bad("an Allow instead of a denial", { Effect: "Allow" }),
    bad("a denial to one account", { Principal: { AWS: ACCOUNT } }),
    bad("a denial of reads only", { Action: "s3:GetObject" }),
    bad("a denial of all but reads", { Action: [], NotAction: "s3:GetObject" }),
    bad("a denial where the network tells as well", {
      Condition: { Bool: { "aws:SecureTransport": "false" }, NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
    }),
    bad("a denial on the objects only", { Resource: `${BUCKET}/*` }),
    bad("a denial on the bucket only", { Resource: BUCKET }),
    bad("a denial on some of the objects", { Resource: [BUCKET, `${BUCKET}/AWSLogs/*`] }),
    bad("a denial on one bucket and the objects of another", { Resource: [BUCKET, "arn:aws:s3:::other/*"] }),
    bad("a denial of requests with TLS", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    bad("a denial on another condition", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }),
    bad("a denial by an operator that never matches", { Condition: { Null: { "aws:SecureTransport": "false" } } }),
    bad("a denial that a second condition narrows", {
      Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceAccount": ACCOUNT } },
    }),
    bad("a denial on no condition, which is another mistake", { Condition: {} }),
    { title: "no policy", remove: ["policy"], message: `is not set; ${IN_WORDS}` },
    { title: "an empty policy", set: { policy: "" }, message: `is ""; ${IN_WORDS}` },
    ...unreadable,
  ],
  passes: [
    good("a denial in another spelling", {
      Principal: { AWS: ["*"] },
      Action: ["S3:*"],
      Condition: { bool: { "AWS:SecureTransport": [false] } },
    }),
    good("a denial of everything on everything", { Action: "*", Resource: "*" }),
    good("a denial that matches an absent key as well", {
      Condition: { BoolIfExists: { "aws:SecureTransport": "False" } },
    }),
    good("a denial of every action but one of another service", { Action: [], NotAction: "sqs:*" }),
    good("a denial by the text of the key", { Condition: { StringNotEquals: { "aws:SecureTransport": "true" } } }),
    passes(
      "a denial of reads, and one of all but reads",
      { ...DENIAL, Action: ["s3:Get*", "s3:List*"] },
      { ...DENIAL, Action: [], NotAction: ["s3:Get*", "s3:List*"] },
    ),
    passes("a denial in two statements", { ...DENIAL, Resource: BUCKET }, { ...DENIAL, Resource: `${BUCKET}/*` }),
    good("a denial by a pattern over bucket and objects", { Resource: `${BUCKET}*` }),
  ],
});
