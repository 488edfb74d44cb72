import { STRONG_PASSWORDS } from "../../../facts/iam/password-policy";
import { type Requirement, equals, isWithin } from "../../requirements";
import { ACCOUNT_PASSWORD_POLICY } from "../../resources";
import { all, claiming } from "../../result";
import { resourceRule } from "../../rule";

const { minimumPasswordLength, passwordReusePrevention, maxPasswordAge } = STRONG_PASSWORDS;

const OF_THE_POLICY = { securityHub: ["IAM.7", "IAM.10"], config: ["IAM_PASSWORD_POLICY"] };

/** What is required of one property, and the checks that are about it alone. */
interface Part {
  readonly property: string;
  readonly requires: Requirement;
  readonly prowler: string;
  readonly checkov: string;
  readonly securityHub: string;
}

const { path } = ACCOUNT_PASSWORD_POLICY;
/** Where the policy says nothing, IAM asks for no kind of character. */
const isRequired = equals(true, { byDefault: false });

const PARTS: readonly Part[] = [
  {
    property: path("minimumPasswordLength"),
    requires: isWithin({ minimum: minimumPasswordLength }, { byDefault: 6 }),
    prowler: "iam_password_policy_minimum_length_14",
    checkov: "CKV_AWS_10",
    securityHub: "IAM.15",
  },
  {
    property: path("passwordReusePrevention"),
    requires: isWithin({ minimum: passwordReusePrevention }),
    prowler: "iam_password_policy_reuse_24",
    checkov: "CKV_AWS_13",
    securityHub: "IAM.16",
  },
  {
    property: path("maxPasswordAge"),
    requires: isWithin({ minimum: 1, maximum: maxPasswordAge }),
    prowler: "iam_password_policy_expires_passwords_within_90_days_or_less",
    checkov: "CKV_AWS_9",
    securityHub: "IAM.17",
  },
  {
    property: path("requireUppercaseCharacters"),
    requires: isRequired,
    prowler: "iam_password_policy_uppercase",
    checkov: "CKV_AWS_15",
    securityHub: "IAM.11",
  },
  {
    property: path("requireLowercaseCharacters"),
    requires: isRequired,
    prowler: "iam_password_policy_lowercase",
    checkov: "CKV_AWS_11",
    securityHub: "IAM.12",
  },
  {
    property: path("requireSymbols"),
    requires: isRequired,
    prowler: "iam_password_policy_symbol",
    checkov: "CKV_AWS_14",
    securityHub: "IAM.13",
  },
  {
    property: path("requireNumbers"),
    requires: isRequired,
    prowler: "iam_password_policy_number",
    checkov: "CKV_AWS_12",
    securityHub: "IAM.14",
  },
];

export const iamPasswordPolicyStrong = resourceRule(ACCOUNT_PASSWORD_POLICY, {
  id: "iam-password-policy-strong",
  title: "The password policy asks for long passwords of four kinds of characters, which expire and are not used again",
  severity: "medium",
  property: "minimumPasswordLength",
  rationale:
    "Whoever guesses the password of an IAM user, or has it from a leak elsewhere, does what that user may: the policy is all that " +
    "IAM checks of it.",
  remediation: `Set minimumPasswordLength to ${minimumPasswordLength} or more, passwordReusePrevention to ${passwordReusePrevention}, maxPasswordAge to at most ${maxPasswordAge}, and every kind of character to required.`,
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"],
  related: {
    prowler: PARTS.map(({ prowler }) => prowler),
    checkov: PARTS.map(({ checkov }) => checkov),
    securityHub: [...OF_THE_POLICY.securityHub, ...PARTS.map(({ securityHub }) => securityHub)],
    config: OF_THE_POLICY.config,
  },
  check: ({ properties }) =>
    all(
      ...PARTS.map(({ property, requires, prowler, checkov, securityHub }) =>
        claiming(
          {
            prowler: [prowler],
            checkov: [checkov],
            securityHub: [...OF_THE_POLICY.securityHub, securityHub],
            config: OF_THE_POLICY.config,
          },
          requires(properties, property),
        ),
      ),
    ),
});
