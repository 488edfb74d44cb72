import { isAbsent } from "../../requirements";
import { ROLE } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";

// An empty list makes the provider remove what others attached, which grants nothing.
const notOnRole = isAbsent("because no rule checks it there");

export const iamRolePoliciesSeparate = resourceRule(ROLE, {
  id: "iam-role-policies-separate",
  title: "IAM roles have their permissions in separate resources",
  severity: "medium",
  property: "inlinePolicies",
  rationale:
    "The rules on permissions check RolePolicy and RolePolicyAttachment resources; policies on the role itself go unchecked.",
  remediation: "Declare each policy as an aws.iam.RolePolicy or aws.iam.RolePolicyAttachment instead.",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/"],
  check: ({ properties }, { property }) =>
    all(notOnRole(properties, property), notOnRole(properties, ROLE.path("managedPolicyArns"))),
});
