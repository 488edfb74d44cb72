import { s3BucketPolicyNotPublic } from "../../../../policies/rules/s3/s3-bucket-policy-not-public";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, publicCases } from "../policy-documents";

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
