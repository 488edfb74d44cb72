import { policyNotPublicRule } from "../../families/policy-grants";
import { KEY } from "../../resources";

export const kmsKeyPolicyNotPublic = policyNotPublicRule(KEY, {
  id: "kms-key-policy-not-public",
  title: "KMS key policies do not allow public access",
  severity: "critical",
  property: "policy",
  rationale:
    "Whoever may use the key can read what it encrypts, and a statement that allows everyone allows every AWS account.",
  remediation:
    "Name the principals, or add a condition such as kms:CallerAccount or aws:PrincipalOrgID to the statement.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"],
  related: {
    prowler: ["kms_key_not_publicly_accessible"],
    checkov: ["CKV_AWS_33"],
    securityHub: ["KMS.5"],
    config: ["KMS_KEY_POLICY_NO_PUBLIC_ACCESS"],
  },
});
