import { ACCOUNT_BASELINE, ACCOUNT_PUBLIC_ACCESS_BLOCK } from "../../resources";
import { stackRule } from "../../rule";
import { accountHas } from "../../stack/account-settings";

export const s3AccountPublicAccessBlockExists = stackRule(ACCOUNT_BASELINE, {
  id: "s3-account-public-access-block-exists",
  title: "AWS accounts block public access to S3 for all of their buckets",
  severity: "high",
  property: "accountSettings",
  rationale:
    "The block of a bucket covers that bucket. A bucket that somebody creates beside the baseline, with training data or prompts in it, is kept from the public by the account's block only.",
  remediation: "Declare AccountSettings, or leave the setting out for a reason that every report shows.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html"],
  related: {
    prowler: ["s3_account_level_public_access_blocks"],
    securityHub: ["S3.1"],
    config: ["S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC"],
  },
  checkEach: (baseline, { stack, property }) =>
    accountHas(stack, baseline, "publicAccessBlock", ACCOUNT_PUBLIC_ACCESS_BLOCK, {
      property,
      what: "AccountPublicAccessBlock",
    }),
});
