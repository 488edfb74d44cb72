import { iamRolePoliciesSeparate } from "../../../../policies/rules/iam/iam-role-policies-separate";
import { describeResourceRule } from "../../rule-harness";

const WANTED = "remove it, so that each grant is a resource, whose change shows as one";

describeResourceRule(iamRolePoliciesSeparate, {
  fails: [
    {
      title: "a role with an inline policy",
      set: { inlinePolicies: [{ name: "all", policy: "{}" }] },
      message: `is [{"name":"all","policy":"{}"}]; ${WANTED}`,
    },
    {
      title: "a role that names managed policies",
      set: { managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
      property: "managedPolicyArns",
      message: `is ["arn:aws:iam::aws:policy/ReadOnlyAccess"]; ${WANTED}`,
    },
  ],
  passes: [{ title: "a role that removes what others attached", set: { inlinePolicies: [], managedPolicyArns: [] } }],
  unknown: ["inlinePolicies", "managedPolicyArns"],
});
