import { iamPasswordPolicyStrong } from "../../../../policies/rules/iam/iam-password-policy-strong";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

/** Each property with the checks that are about it alone. */
const CHECKS = {
  minimumPasswordLength: ["iam_password_policy_minimum_length_14", "CKV_AWS_10", "IAM.15"],
  passwordReusePrevention: ["iam_password_policy_reuse_24", "CKV_AWS_13", "IAM.16"],
  maxPasswordAge: ["iam_password_policy_expires_passwords_within_90_days_or_less", "CKV_AWS_9", "IAM.17"],
  requireUppercaseCharacters: ["iam_password_policy_uppercase", "CKV_AWS_15", "IAM.11"],
  requireLowercaseCharacters: ["iam_password_policy_lowercase", "CKV_AWS_11", "IAM.12"],
  requireSymbols: ["iam_password_policy_symbol", "CKV_AWS_14", "IAM.13"],
  requireNumbers: ["iam_password_policy_number", "CKV_AWS_12", "IAM.14"],
} as const;
type Property = keyof typeof CHECKS;

function relatedTo(property: Property) {
  const [prowler, checkov, securityHub] = CHECKS[property];
  return {
    prowler: [prowler],
    checkov: [checkov],
    securityHub: ["IAM.7", "IAM.10", securityHub],
    config: ["IAM_PASSWORD_POLICY"],
  };
}

function failing(property: Property, value: number | boolean, message: string): FailingCase {
  const title = `${property} ${String(value)}`;
  return { title, set: { [property]: value }, property, message, related: relatedTo(property) };
}

function absent(property: Property, message: string): FailingCase {
  return { title: `${property} left out`, remove: [property], property, message, related: relatedTo(property) };
}

function kind(property: Property): readonly FailingCase[] {
  return [
    failing(property, false, "is false; set it to true"),
    absent(property, "is not set and defaults to false; set it to true"),
  ];
}

describeResourceRule(iamPasswordPolicyStrong, {
  fails: [
    failing("minimumPasswordLength", 13, "is 13; set it to at least 14"),
    absent("minimumPasswordLength", "is not set and defaults to 6; set it to at least 14"),
    failing("passwordReusePrevention", 23, "is 23; set it to at least 24"),
    absent("passwordReusePrevention", "is not set; set it to at least 24"),
    failing("maxPasswordAge", 91, "is 91; set it to at least 1 and at most 90"),
    failing("maxPasswordAge", 0, "is 0; set it to at least 1 and at most 90"),
    absent("maxPasswordAge", "is not set; set it to at least 1 and at most 90"),
    ...kind("requireUppercaseCharacters"),
    ...kind("requireLowercaseCharacters"),
    ...kind("requireSymbols"),
    ...kind("requireNumbers"),
  ],
  passes: [
    { title: "longer passwords", set: { minimumPasswordLength: 128 } },
    { title: "passwords that expire after a day", set: { maxPasswordAge: 1 } },
  ],
  unknown: Object.keys(CHECKS),
});
