import { equals } from "../../requirements";
import { BUCKET_OWNERSHIP } from "../../resources";
import { resourceRule } from "../../rule";

export const s3BucketOwnerEnforced = resourceRule(BUCKET_OWNERSHIP, {
  id: "s3-bucket-owner-enforced",
  title: "S3 buckets have Object Ownership set to bucket owner enforced",
  severity: "medium",
  elsewhere: "evidence",
  property: "rule.objectOwnership",
  rationale:
    "With ACLs, the writer of an object decides who can read it. Bedrock requires buckets without ACLs for delivery.",
  remediation: 'Set rule.objectOwnership to "BucketOwnerEnforced".',
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html"],
  related: {
    prowler: ["s3_bucket_acl_prohibited"],
    checkov: ["CKV2_AWS_65"],
    securityHub: ["S3.12"],
    config: ["S3_BUCKET_ACL_PROHIBITED"],
  },
  requires: equals("BucketOwnerEnforced"),
});
