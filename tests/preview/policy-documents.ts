/** Arguments of `aws.iam.getPolicyDocument` in every form that decides how the provider writes the document. */
import type { WireMap } from "../../pulumi/stack-state";

const read = { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::logs/*"] };

function text(document: unknown): string {
  return JSON.stringify(document);
}

export const POLICY_DOCUMENTS: Readonly<Record<string, WireMap>> = {
  "without a statement": {},
  "with a version and an id": { version: "2008-10-17", policyId: "of-logs", statements: [read] },
  "with a statement of defaults": { statements: [read] },
  "with a Sid and a refusal": { statements: [{ ...read, sid: "Never", effect: "Deny" }] },
  "with several actions, some twice": {
    statements: [{ actions: ["s3:Get*", "s3:PutObject", "s3:Get*", "S3:List*", "kms:Decrypt"], resources: ["*"] }],
  },
  "with exceptions": {
    statements: [
      { notActions: ["iam:*", "sts:*"], notResources: ["arn:aws:s3:::b", "arn:aws:s3:::a", "arn:aws:s3:::c"] },
    ],
  },
  "with everybody": { statements: [{ ...read, principals: [{ type: "*", identifiers: ["*"] }] }] },
  "with everybody of AWS": { statements: [{ ...read, principals: [{ type: "AWS", identifiers: ["*"] }] }] },
  "with everybody among others": {
    statements: [{ ...read, principals: [{ type: "*", identifiers: ["*", "arn:aws:iam::111122223333:root"] }] }],
  },
  "with principals of several types": {
    statements: [
      {
        ...read,
        principals: [
          { type: "Service", identifiers: ["logs.amazonaws.com", "delivery.logs.amazonaws.com"] },
          { type: "AWS", identifiers: ["arn:aws:iam::111122223333:root"] },
        ],
      },
    ],
  },
  "with principals that are excepted": {
    statements: [
      {
        ...read,
        effect: "Deny",
        notPrincipals: [{ type: "AWS", identifiers: ["arn:aws:iam::111122223333:role/b", "a"] }],
      },
    ],
  },
  "with conditions": {
    statements: [
      {
        ...read,
        conditions: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: ["111122223333"] },
          { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-b", "o-a"] },
          { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
        ],
      },
    ],
  },
  "with variables": {
    statements: [
      {
        actions: ["s3:*"],
        resources: ["arn:aws:s3:::home/&{aws:username}/*"],
        conditions: [{ test: "StringLike", variable: "s3:prefix", values: ["home/&{aws:username}/*", ""] }],
      },
    ],
  },
  "with markup and letters beyond ASCII": {
    statements: [{ ...read, resources: ["arn:aws:s3:::a<b>&c/\u00e4\u2028"] }],
  },
  "from sources": {
    sourcePolicyDocuments: [
      text({
        Version: "2008-10-17",
        Id: "source",
        Statement: [{ Sid: "A", Effect: "Allow", Action: ["s3:B", "s3:A"], Resource: "*" }],
      }),
      text({ Statement: [{ Sid: "B", Effect: "Deny", Action: [], NotResource: ["b", "a"] }, { Effect: "Allow" }] }),
    ],
    statements: [{ ...read, sid: "A" }, read],
  },
  "from overrides": {
    statements: [
      { ...read, sid: "A" },
      { ...read, sid: "B" },
    ],
    overridePolicyDocuments: [
      text({ Id: "override", Statement: [{ Sid: "B", Effect: "Deny", Action: "*", Resource: "*" }] }),
      text({
        Version: "2008-10-17",
        Statement: [
          { Sid: "C", Effect: "Deny", NotAction: "s3:*", Resource: "*" },
          { Sid: "B", Effect: "Allow" },
        ],
      }),
    ],
  },
  "from sources with principals and conditions of every form": {
    sourcePolicyDocuments: [
      text({
        Statement: [
          { Effect: "Allow", Principal: "*" },
          { Effect: "Allow", Principal: { AWS: "*" } },
          { Effect: "Allow", Principal: { "*": "*" } },
          { Effect: "Allow", Principal: { Service: ["a", "c", "b"], AWS: ["one"] } },
          { Effect: "Allow", NotPrincipal: { AWS: "one" } },
          { Effect: "Allow", Condition: { Bool: { x: ["true"] }, StringLike: { z: ["b", "a"], y: "c" } } },
        ],
      }),
    ],
  },
};

/** Arguments that the provider refuses. */
export const REFUSED_POLICY_DOCUMENTS: Readonly<Record<string, WireMap>> = {
  "two statements with one Sid": {
    statements: [
      { ...read, sid: "A" },
      { ...read, sid: "A" },
    ],
  },
  "two sources with one Sid": {
    sourcePolicyDocuments: [text({ Statement: [{ Sid: "A" }] }), text({ Statement: [{ Sid: "A" }] })],
  },
  "a source that is no JSON": { sourcePolicyDocuments: ["{"] },
  "a source with one statement outside of a list": { sourcePolicyDocuments: [text({ Statement: { Sid: "A" } })] },
  "a variable in a version without": {
    version: "2008-10-17",
    statements: [{ ...read, resources: ["arn:aws:s3:::&{aws:username}"] }],
  },
};
