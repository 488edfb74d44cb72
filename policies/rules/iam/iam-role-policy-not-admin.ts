import { isNotAdmin } from "../../iam/permissions";
import { ROLE_POLICY } from "../../resources";
import { resourceRule } from "../../rule";

export const iamRolePolicyNotAdmin = resourceRule(ROLE_POLICY, {
  id: "iam-role-policy-not-admin",
  title: "Inline policies of IAM roles do not allow all actions of a service on every resource",
  severity: "critical",
  property: "policy",
  rationale: "A role with all actions of a service can turn the logging off, delete the evidence or read all of it.",
  remediation: "Name the actions that are needed, and the resources on which they are needed.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
  related: {
    prowler: [
      "iam_inline_policy_no_administrative_privileges",
      "iam_inline_policy_no_full_access_to_cloudtrail",
      "iam_inline_policy_no_full_access_to_kms",
    ],
    checkov: ["CKV_AWS_62"],
  },
  requires: isNotAdmin,
});
