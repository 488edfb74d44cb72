import { policyNotPublicRule } from "../../families/policy-grants";
import { ROLE } from "../../resources";

export const iamRoleTrustNotPublic = policyNotPublicRule(ROLE, {
  id: "iam-role-trust-not-public",
  title: "Trust policies of IAM roles do not allow public access",
  severity: "critical",
  property: "assumeRolePolicy",
  rationale:
    "A statement that allows everyone allows every AWS account. An external ID does not prevent that, because it is not a secret.",
  remediation: "Name the principals, or add a condition such as aws:PrincipalOrgID to the statement.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
  related: { checkov: ["CKV_AWS_60"] },
});
