import { rolePermissionsApart } from "../../../../policies/rules/iam/role-permissions-apart";
import { describeResourceRule } from "../../rule-harness";

const DEMAND = "it must be absent, because no rule judges it there";

describeResourceRule(rolePermissionsApart, {
  fails: [
    {
      title: "a role with a policy of its own",
      set: { inlinePolicies: [{ name: "all", policy: "{}" }] },
      message: `is [{"name":"all","policy":"{}"}]; ${DEMAND}`,
    },
    {
      title: "a role that names managed policies",
      set: { managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
      property: "managedPolicyArns",
      message: `is ["arn:aws:iam::aws:policy/ReadOnlyAccess"]; ${DEMAND}`,
    },
  ],
  passes: [{ title: "a role that removes what others attached", set: { inlinePolicies: [], managedPolicyArns: [] } }],
  unknown: ["inlinePolicies", "managedPolicyArns"],
});
