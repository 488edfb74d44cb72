import { ACCOUNT_BASELINE, ACCOUNT_PASSWORD_POLICY } from "../../resources";
import { stackRule } from "../../rule";
import { accountHas } from "../../stack/account-settings";

export const iamAccountPasswordPolicyExists = stackRule(ACCOUNT_BASELINE, {
  id: "iam-account-password-policy-exists",
  title: "AWS accounts have a password policy",
  severity: "medium",
  property: "accountSettings",
  rationale:
    "Without a policy of its own the account takes AWS's default: eight characters that never expire and can be used again.",
  remediation: "Declare AccountSettings, or leave the setting out for a reason that every report shows.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"],
  related: {
    prowler: [
      "iam_password_policy_expires_passwords_within_90_days_or_less",
      "iam_password_policy_lowercase",
      "iam_password_policy_minimum_length_14",
      "iam_password_policy_number",
      "iam_password_policy_reuse_24",
      "iam_password_policy_symbol",
      "iam_password_policy_uppercase",
    ],
    securityHub: ["IAM.7", "IAM.10"],
    config: ["IAM_PASSWORD_POLICY"],
  },
  checkEach: (baseline, { stack, property }) =>
    accountHas(stack, baseline, "passwordPolicy", ACCOUNT_PASSWORD_POLICY, { property, what: "AccountPasswordPolicy" }),
});
