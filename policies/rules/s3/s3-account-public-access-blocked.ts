import { equals } from "../../requirements";
import { ACCOUNT_PUBLIC_ACCESS_BLOCK } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";

const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

export const s3AccountPublicAccessBlocked = resourceRule(ACCOUNT_PUBLIC_ACCESS_BLOCK, {
  id: "s3-account-public-access-blocked",
  title: "The account's block of public access to S3 is on in all four ways",
  severity: "high",
  property: "blockPublicAcls",
  rationale: "Each of the four stops another way in which prompts, training data or audit logs can become public.",
  remediation: "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  related: {
    prowler: ["s3_account_level_public_access_blocks"],
    securityHub: ["S3.1"],
    config: ["S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC"],
  },
  check: ({ properties }) => all(...FLAGS.map((flag) => equals(true, { byDefault: false })(properties, flag))),
});
