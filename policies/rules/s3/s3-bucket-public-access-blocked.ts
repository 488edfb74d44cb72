import { equals } from "../../requirements";
import { BUCKET_PUBLIC_ACCESS_BLOCK } from "../../resources";
import { all, claiming } from "../../result";
import { resourceRule } from "../../rule";

/** Each flag with the check of Checkov that is about it alone. */
const FLAGS = {
  blockPublicAcls: "CKV_AWS_53",
  blockPublicPolicy: "CKV_AWS_54",
  ignorePublicAcls: "CKV_AWS_55",
  restrictPublicBuckets: "CKV_AWS_56",
} as const;

const OF_ALL_FLAGS = {
  prowler: ["s3_bucket_level_public_access_block"],
  securityHub: ["S3.8"],
  config: ["S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED"],
};

export const s3BucketPublicAccessBlocked = resourceRule(BUCKET_PUBLIC_ACCESS_BLOCK, {
  id: "s3-bucket-public-access-blocked",
  title: "S3 buckets block public access in all four ways",
  severity: "critical",
  property: "blockPublicAcls",
  rationale: "Each of the four stops another way in which prompts, training data or audit logs can become public.",
  remediation: "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  related: { ...OF_ALL_FLAGS, checkov: Object.values(FLAGS) },
  check: ({ properties }) =>
    all(
      ...Object.entries(FLAGS).map(([flag, id]) =>
        claiming({ ...OF_ALL_FLAGS, checkov: [id] }, equals(true, { byDefault: false })(properties, flag)),
      ),
    ),
});
