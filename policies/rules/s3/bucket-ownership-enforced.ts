import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";
import { BUCKET_OWNERSHIP } from "./bucket";

export const bucketOwnershipEnforced = resourceRule({
  id: "bucket-ownership-enforced",
  title: "A bucket owns its objects and has no access control lists",
  severity: "medium",
  type: BUCKET_OWNERSHIP,
  property: "rule.objectOwnership",
  rationale:
    "With lists, whoever writes an object decides who reads it; Bedrock's delivery asks for buckets without them.",
  fix: 'Set rule.objectOwnership to "BucketOwnerEnforced".',
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html"],
  covers: {
    prowler: ["s3_bucket_acl_prohibited"],
    checkov: ["CKV2_AWS_65"],
    securityHub: ["S3.12"],
    config: ["S3_BUCKET_ACL_PROHIBITED"],
  },
  judge: ({ properties }) => mustBe(properties, "rule.objectOwnership", "BucketOwnerEnforced"),
});
