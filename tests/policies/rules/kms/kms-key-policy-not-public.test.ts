import { kmsKeyPolicyNotPublic } from "../../../../policies/rules/kms/kms-key-policy-not-public";
import type { WireMap } from "../../../../pulumi/stack-state";
import { type FailingCase, type ResourceCase, describeResourceRule } from "../../rule-harness";
import { allow, keyPolicy } from "./key-documents";

const EVERYONE = { AWS: "*" };

function open(title: string, statement: WireMap, label = "statement 2"): FailingCase {
  const message = `allows everyone in ${label}; name the principals or add a condition that binds them`;
  return { title, set: { policy: keyPolicy(statement) }, message };
}

function bound(title: string, Condition: WireMap): ResourceCase {
  return { title: `everyone, bound by ${title}`, set: { policy: keyPolicy(allow(EVERYONE, { Condition })) } };
}

function unbound(title: string, Condition: WireMap): FailingCase {
  return open(`everyone, with ${title}`, allow(EVERYONE, { Condition }));
}

describeResourceRule(kmsKeyPolicyNotPublic, {
  fails: [
    open("everyone", allow("*")),
    open("everyone, in another spelling", allow(EVERYONE)),
    open("everyone, in a list", allow({ AWS: ["arn:aws:iam::111122223333:root", "*"] })),
    open("everyone, by a statement with a name", allow("*", { Sid: "Open" }), "statement 2 (Open)"),
    open("everyone but one", {
      Effect: "Allow",
      NotPrincipal: { AWS: "111122223333" },
      Action: "kms:*",
      Resource: "*",
    }),
    unbound("a condition on something else", { Bool: { "aws:SecureTransport": "true" } }),
    unbound("any account", { StringLike: { "kms:CallerAccount": "*" } }),
    unbound("roles of any account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } }),
    unbound("a malformed ARN", { ArnLike: { "aws:SourceArn": "arn:*" } }),
    unbound("any bucket", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }),
    unbound("one of two values open", { StringLike: { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "*"] } }),
    unbound("no values", { StringEquals: { "kms:CallerAccount": [] } }),
    unbound("a negated condition", { StringNotEquals: { "kms:CallerAccount": "111122223333" } }),
    unbound("a condition that an absent key passes", { StringEqualsIfExists: { "kms:CallerAccount": "111122223333" } }),
    unbound("a condition that an empty list passes", {
      "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" },
    }),
    unbound("a service in between, which anyone may use", { StringEquals: { "kms:ViaService": "s3.amazonaws.com" } }),
    {
      title: "a policy that cannot be read",
      set: { policy: "{" },
      message: "cannot be read: it is not JSON; set it to a JSON policy document",
    },
  ],
  passes: [
    bound("the caller's account", { StringEquals: { "kms:CallerAccount": "111122223333" } }),
    bound("the organization, in any case", { stringequals: { "AWS:principalorgid": "o-a1b2c3d4e5" } }),
    bound("a part of the organization", {
      "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" },
    }),
    bound("roles of one account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } }),
    bound("one bucket", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-evidence" } }),
    { title: "a Deny for everyone", set: { policy: keyPolicy(allow("*", { Effect: "Deny" })) } },
    { title: "a key with the default policy", remove: ["policy"] },
  ],
});
