import { resourceRule } from "../../rule";
import { mustNameServices } from "../named-grants";

export const roleTrustNamed = resourceRule({
  id: "role-trust-named",
  title: "A role names the services that may assume it",
  severity: "medium",
  type: "aws:iam/role:Role",
  property: "assumeRolePolicy",
  rationale: "A role that any service may assume is as open as the least careful of them.",
  fix: "Name the service as the principal and the actions that it needs, without a wildcard that takes in all of them.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  covers: {},
  judge: ({ properties }) => mustNameServices(properties, "assumeRolePolicy"),
});
