import { resourceRule } from "../../rule";
import { CALLER_KEYS, mustNotBePublic } from "../grants";
import { BUCKET_POLICY } from "./bucket";

export const bucketPolicyNotPublic = resourceRule({
  id: "bucket-policy-not-public",
  title: "A bucket's policy lets in nobody from everywhere",
  severity: "critical",
  type: BUCKET_POLICY,
  property: "policy",
  rationale:
    "An Allow to everyone means every AWS account and everyone without one: the block of public access is all that is left.",
  fix: "Name the principals, or bind the statement by a condition such as aws:PrincipalOrgID or aws:SourceVpce.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  covers: { prowler: ["s3_bucket_policy_public_write_access"], checkov: ["CKV_AWS_70"] },
  judge: ({ properties }) =>
    mustNotBePublic(properties, "policy", [...CALLER_KEYS, "s3:dataaccesspointaccount", "s3:dataaccesspointarn"]),
});
