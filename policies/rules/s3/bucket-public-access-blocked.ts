import { all, mustBe } from "../../judgement";
import { resourceRule } from "../../rule";
import { BUCKET_PUBLIC_ACCESS_BLOCK } from "./bucket";

const SWITCHES = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

export const bucketPublicAccessBlocked = resourceRule({
  id: "bucket-public-access-blocked",
  title: "A bucket blocks public access in all four ways",
  severity: "critical",
  type: BUCKET_PUBLIC_ACCESS_BLOCK,
  property: SWITCHES[0],
  rationale: "Each of the four stops another way in which prompts, training data or audit logs can become public.",
  fix: "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  covers: {
    prowler: ["s3_bucket_level_public_access_block"],
    checkov: ["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"],
    securityHub: ["S3.8"],
    config: ["S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED"],
  },
  judge: ({ properties }) => all(...SWITCHES.map((name) => mustBe(properties, name, true, { absent: false }))),
});
