import { GIVES_PERMISSIONS, holdersOf } from "../../iam/holders";
import { isNotAdmin } from "../../iam/permissions";
import { POLICY, ROLE_POLICY } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { about } from "../../stack/subjects";

/** Their documents have rules of their own, which stop the resource before it is made. */
const CHECKED_ALONE = [ROLE_POLICY.token, POLICY.token];

export const iamPrincipalNotAdmin = stackRule(GIVES_PERMISSIONS, {
  id: "iam-principal-not-admin",
  title:
    "Users, groups, permission sets and roles have no policy of their own that allows all actions of a service on every resource",
  severity: "critical",
  property: "permissions",
  rationale:
    "Whoever has all actions of a service can turn the logging off, delete the evidence or read all of it, wherever the policy that says " +
    "so stands.",
  remediation: "Name the actions that are needed, and the resources on which they are needed.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
  related: {
    prowler: ["iam_inline_policy_no_administrative_privileges", "iam_inline_policy_allows_privilege_escalation"],
    checkov: ["CKV_AWS_62", "CKV_AWS_63"],
    config: ["IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"],
  },
  check: (stack) => {
    const documents = [...new Set(holdersOf(stack).flatMap((holder) => holder.documents))].filter(
      ({ resource }) => !CHECKED_ALONE.includes(resource.type),
    );
    return all(
      ...documents.map(({ resource, property, value }) =>
        about(resource, value === undefined ? [] : isNotAdmin({ [property]: value }, property)),
      ),
    );
  },
});
