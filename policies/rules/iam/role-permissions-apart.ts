import { type Judgements, all, decide, fail, pass } from "../../judgement";
import { type PropertyMap, isList, show } from "../../properties";
import { resourceRule } from "../../rule";

export const rolePermissionsApart = resourceRule({
  id: "role-permissions-apart",
  title: "A role's permissions are resources of their own",
  severity: "medium",
  type: "aws:iam/role:Role",
  property: "inlinePolicies",
  rationale:
    "The rules on permissions judge RolePolicy and RolePolicyAttachment; what the role itself carries passes them by.",
  fix: "Declare each policy as an aws.iam.RolePolicy or aws.iam.RolePolicyAttachment instead.",
  links: ["https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/"],
  covers: {},
  judge: ({ properties }) =>
    all(mustBeEmpty(properties, "inlinePolicies"), mustBeEmpty(properties, "managedPolicyArns")),
});

/** The provider takes an empty list as "remove what others attached", which grants nothing. */
function mustBeEmpty(properties: PropertyMap, path: string): Judgements {
  return decide(properties, path, (value) =>
    value === undefined || (isList(value) && value.length === 0)
      ? pass
      : fail(path, `is ${show(value)}; it must be absent, because no rule judges it there`),
  );
}
