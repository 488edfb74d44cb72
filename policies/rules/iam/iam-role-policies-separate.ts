import { isAbsent } from "../../requirements";
import { ROLE } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";

// An empty list makes the provider remove what others attached, which grants nothing.
const notOnRole = isAbsent("so that each grant is a resource, whose change shows as one");

export const iamRolePoliciesSeparate = resourceRule(ROLE, {
  id: "iam-role-policies-separate",
  title: "IAM roles have their permissions in separate resources",
  severity: "medium",
  elsewhere: "evidence",
  property: "inlinePolicies",
  rationale:
    "Whoever reviews the permissions of what delivers evidence looks at one resource for each grant; within the role, a grant changes " +
    "unseen among the role's other properties.",
  remediation: "Declare each policy as an aws.iam.RolePolicy or aws.iam.RolePolicyAttachment instead.",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/"],
  check: ({ properties }, { property }) =>
    all(notOnRole(properties, property), notOnRole(properties, ROLE.path("managedPolicyArns"))),
});
