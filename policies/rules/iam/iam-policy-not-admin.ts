import { isNotAdmin } from "../../iam/permissions";
import { POLICY } from "../../resources";
import { resourceRule } from "../../rule";

export const iamPolicyNotAdmin = resourceRule(POLICY, {
  id: "iam-policy-not-admin",
  title: "IAM customer managed policies do not allow all actions of a service on every resource",
  severity: "critical",
  property: "policy",
  rationale:
    "A principal with all actions of a service can turn the logging off, delete the evidence or read all of it.",
  remediation: "Name the actions that are needed, and the resources on which they are needed.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
  related: {
    prowler: [
      "iam_customer_attached_policy_no_administrative_privileges",
      "iam_customer_unattached_policy_no_administrative_privileges",
      "iam_policy_no_full_access_to_cloudtrail",
      "iam_policy_no_full_access_to_kms",
    ],
    checkov: ["CKV2_AWS_40"],
    config: ["IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"],
  },
  requires: isNotAdmin,
});
