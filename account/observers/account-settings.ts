/** What an account has once: the block of public access to S3, and the password policy. */
import type * as aws from "@pulumi/aws";
import { observer } from "../observer";

export const accountPublicAccessBlockObserver = observer<aws.s3.AccountPublicAccessBlockArgs>({
  type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  check: "verify-s3-account-public-access-block-as-declared",
  parts: [
    {
      properties: ["accountId", "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("s3control:GetPublicAccessBlock", region, { AccountId: id });
        const block = found?.PublicAccessBlockConfiguration;
        return (
          block && {
            accountId: id,
            blockPublicAcls: block.BlockPublicAcls ?? false,
            blockPublicPolicy: block.BlockPublicPolicy ?? false,
            ignorePublicAcls: block.IgnorePublicAcls ?? false,
            restrictPublicBuckets: block.RestrictPublicBuckets ?? false,
          }
        );
      },
    },
  ],
  defaults: {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
});

export const passwordPolicyObserver = observer<aws.iam.AccountPasswordPolicyArgs>({
  type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  check: "verify-iam-password-policy-as-declared",
  parts: [
    {
      properties: [
        "allowUsersToChangePassword",
        "hardExpiry",
        "maxPasswordAge",
        "minimumPasswordLength",
        "passwordReusePrevention",
        "requireLowercaseCharacters",
        "requireNumbers",
        "requireSymbols",
        "requireUppercaseCharacters",
      ],
      read: async (reader, { region }) => {
        const found = await reader.read("iam:GetAccountPasswordPolicy", region, {});
        const policy = found?.PasswordPolicy;
        return (
          policy && {
            allowUsersToChangePassword: policy.AllowUsersToChangePassword ?? false,
            hardExpiry: policy.HardExpiry ?? false,
            maxPasswordAge: policy.MaxPasswordAge,
            minimumPasswordLength: policy.MinimumPasswordLength,
            passwordReusePrevention: policy.PasswordReusePrevention,
            requireLowercaseCharacters: policy.RequireLowercaseCharacters ?? false,
            requireNumbers: policy.RequireNumbers ?? false,
            requireSymbols: policy.RequireSymbols ?? false,
            requireUppercaseCharacters: policy.RequireUppercaseCharacters ?? false,
          }
        );
      },
    },
  ],
  defaults: { hardExpiry: false },
});
