import { resourceRule } from "../../rule";
import { mustNotBeAdmin } from "./permissions";

export const rolePolicyNotAdmin = resourceRule({
  id: "role-policy-not-admin",
  title: "A role's inline policy allows no whole service on every resource",
  severity: "critical",
  type: "aws:iam/rolePolicy:RolePolicy",
  property: "policy",
  rationale:
    "Whoever has a whole service everywhere can switch off the logging, delete the evidence or read all of it.",
  fix: "Name the actions that are needed, and the resources that they are needed on.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
  covers: {
    prowler: [
      "iam_inline_policy_no_administrative_privileges",
      "iam_inline_policy_no_full_access_to_cloudtrail",
      "iam_inline_policy_no_full_access_to_kms",
    ],
    checkov: ["CKV_AWS_62"],
  },
  judge: ({ properties }) => mustNotBeAdmin(properties, "policy"),
});
