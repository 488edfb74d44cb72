import { policyNotPublicRule } from "../../families/policy-grants";
import { BUCKET_POLICY } from "../../resources";

export const s3BucketPolicyNotPublic = policyNotPublicRule(BUCKET_POLICY, {
  id: "s3-bucket-policy-not-public",
  title: "S3 bucket policies do not allow public access",
  severity: "critical",
  property: "policy",
  rationale:
    "A statement that allows everyone allows every AWS account and anonymous users. Only the public access block is " +
    "left to stop them.",
  remediation: "Name the principals, or add a condition such as aws:PrincipalOrgID or aws:SourceVpce to the statement.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  related: { prowler: ["s3_bucket_policy_public_write_access"], checkov: ["CKV_AWS_70"] },
});
