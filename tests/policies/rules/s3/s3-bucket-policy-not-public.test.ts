import assert from "node:assert/strict";
import { s3BucketPolicyNotPublic } from "../../../../policies/rules/s3/s3-bucket-policy-not-public";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, documentOf, publicCases } from "../policy-documents";

const { fails, passes } = publicCases("policy");

describeResourceRule(s3BucketPolicyNotPublic, {
  fails,
  passes: [
    ...passes,
    documentCases("policy").passes(
      "everyone, bound by the account of an access point",
      allow("*", { Condition: { StringEquals: { "s3:DataAccessPointAccount": ACCOUNT } } }),
    ),
  ],
});

describe("rule s3-bucket-policy-not-public, on everyone who comes from named networks", () => {
  const resultsOn = (...blocks: readonly string[]): unknown =>
    s3BucketPolicyNotPublic.check({
      urn: "urn:pulumi:prod::example::aws:s3/bucketPolicy:BucketPolicy::example",
      name: "example",
      type: s3BucketPolicyNotPublic.types[0],
      properties: { policy: documentOf(allow("*", { Condition: { IpAddress: { "aws:SourceIp": blocks } } })) },
      protect: false,
    });

  it("reports it, and does not fail", () => {
    assert.deepEqual(resultsOn("203.0.113.0/24"), [
      {
        status: "exempt",
        property: "policy",
        message: "allows everyone who comes from the networks that statement 1 names; name the principals as well",
      },
    ]);
  });

  it("fails where the networks are the internet", () => {
    assert.deepEqual(resultsOn("0.0.0.0/1", "128.0.0.0/1"), [
      {
        status: "fail",
        property: "policy",
        message: "allows everyone in statement 1; name the principals or add a condition that binds them",
      },
    ]);
  });
});
