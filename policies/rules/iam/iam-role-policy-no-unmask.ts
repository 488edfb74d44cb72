import { allowsNoUnmasking } from "../../iam/permissions";
import { ROLE_POLICY } from "../../resources";
import { resourceRule } from "../../rule";

export const iamRolePolicyNoUnmask = resourceRule(ROLE_POLICY, {
  id: "iam-role-policy-no-unmask",
  title: "Inline policies of IAM roles do not allow logs:Unmask",
  severity: "high",
  property: "policy",
  rationale: "Masking keeps personal data in prompts from readers of the log group; logs:Unmask reveals it.",
  remediation:
    "Name the CloudWatch Logs actions that are needed, without logs:Unmask; a person decides outside of programs who may unmask.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"],
  requires: allowsNoUnmasking,
});
