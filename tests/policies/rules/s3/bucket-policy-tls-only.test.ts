import { bucketPolicyTlsOnly } from "../../../../policies/rules/s3/bucket-policy-tls-only";
import type { WireMap } from "../../../../state/stack-state";
import { type FailingCase, type ResourceCase, describeResourceRule } from "../../rule-harness";
import { ACCOUNT, documentCases } from "../policy-documents";

const { fails, passes, unreadable } = documentCases("policy");
const DEMAND = "it must deny everyone s3:* on the bucket and its objects when aws:SecureTransport is false";
const BUCKET = "arn:aws:s3:::evidence";
const REFUSAL: WireMap = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const bad = (title: string, change: WireMap): FailingCase =>
  fails(title, `lets in requests without TLS; ${DEMAND}`, { ...REFUSAL, ...change });
const good = (title: string, change: WireMap): ResourceCase => passes(title, { ...REFUSAL, ...change });

describeResourceRule(bucketPolicyTlsOnly, {
  fails: [
    bad("an Allow where the refusal should be", { Effect: "Allow" }),
    bad("a refusal to one account", { Principal: { AWS: ACCOUNT } }),
    bad("a refusal of reads only", { Action: "s3:GetObject" }),
    bad("a refusal on the objects only", { Resource: `${BUCKET}/*` }),
    bad("a refusal on the bucket only", { Resource: BUCKET }),
    bad("a refusal on some of the objects", { Resource: [BUCKET, `${BUCKET}/AWSLogs/*`] }),
    bad("a refusal on one bucket and the objects of another", { Resource: [BUCKET, "arn:aws:s3:::other/*"] }),
    bad("a refusal of requests with TLS", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    bad("a refusal on another condition", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }),
    bad("a refusal by an operator that never matches", { Condition: { Null: { "aws:SecureTransport": "false" } } }),
    bad("a refusal that a second condition narrows", {
      Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceAccount": ACCOUNT } },
    }),
    bad("a refusal on no condition, which is another mistake", { Condition: {} }),
    { title: "no policy", remove: ["policy"], message: `is absent; ${DEMAND}` },
    { title: "an empty policy", set: { policy: "" }, message: `is ""; ${DEMAND}` },
    ...unreadable,
  ],
  passes: [
    good("a refusal in another spelling", {
      Principal: { AWS: ["*"] },
      Action: ["S3:*"],
      Condition: { bool: { "AWS:SecureTransport": [false] } },
    }),
    good("a refusal of everything on everything", { Action: "*", Resource: "*" }),
    good("a refusal that matches an absent key as well", {
      Condition: { BoolIfExists: { "aws:SecureTransport": "False" } },
    }),
    passes("a refusal in two statements", { ...REFUSAL, Resource: BUCKET }, { ...REFUSAL, Resource: `${BUCKET}/*` }),
    good("a refusal by a pattern over bucket and objects", { Resource: `${BUCKET}*` }),
  ],
});
