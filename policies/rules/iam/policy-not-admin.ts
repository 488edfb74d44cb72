import { resourceRule } from "../../rule";
import { mustNotBeAdmin } from "./permissions";

export const policyNotAdmin = resourceRule({
  id: "policy-not-admin",
  title: "A managed policy allows no whole service on every resource",
  severity: "critical",
  type: "aws:iam/policy:Policy",
  property: "policy",
  rationale:
    "Whoever has a whole service everywhere can switch off the logging, delete the evidence or read all of it.",
  fix: "Name the actions that are needed, and the resources that they are needed on.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
  covers: {
    prowler: [
      "iam_customer_attached_policy_no_administrative_privileges",
      "iam_customer_unattached_policy_no_administrative_privileges",
      "iam_policy_no_full_access_to_cloudtrail",
      "iam_policy_no_full_access_to_kms",
    ],
    checkov: ["CKV2_AWS_40"],
    config: ["IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"],
  },
  judge: ({ properties }) => mustNotBeAdmin(properties, "policy"),
});
