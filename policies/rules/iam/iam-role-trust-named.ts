import { serviceGrantsNamedRule } from "../../families/policy-grants";
import { ROLE } from "../../resources";

export const iamRoleTrustNamed = serviceGrantsNamedRule(ROLE, {
  id: "iam-role-trust-named",
  title: "Trust policies of IAM roles name the services that they allow and the actions of each",
  severity: "medium",
  property: "assumeRolePolicy",
  rationale: "A role that any service may assume is only as secure as the least secure of them.",
});
