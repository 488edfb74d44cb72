import { resourceRule } from "../../rule";
import { CALLER_KEYS, mustNotBePublic } from "../grants";

export const roleTrustNotPublic = resourceRule({
  id: "role-trust-not-public",
  title: "A role cannot be assumed from everywhere",
  severity: "critical",
  type: "aws:iam/role:Role",
  property: "assumeRolePolicy",
  rationale: "An Allow to everyone means every AWS account; an external id does not help, because it is no secret.",
  fix: "Name the principals, or bind the statement by a condition such as aws:PrincipalOrgID.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
  covers: { checkov: ["CKV_AWS_60"] },
  judge: ({ properties }) => mustNotBePublic(properties, "assumeRolePolicy", CALLER_KEYS),
});
