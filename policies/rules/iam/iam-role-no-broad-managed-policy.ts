import { BROAD_MANAGED_POLICIES } from "../../../facts/iam/broad-managed-policies";
import { managedPolicyName } from "../../iam/managed-policies";
import { decide, found } from "../../requirements";
import { ROLE_POLICY_ATTACHMENT } from "../../resources";
import { fail, pass } from "../../result";
import { resourceRule } from "../../rule";
import { texts } from "../../settings";

export const iamRoleNoBroadManagedPolicy = resourceRule(ROLE_POLICY_ATTACHMENT, {
  id: "iam-role-no-broad-managed-policy",
  title: "IAM roles have no broad AWS managed policies attached",
  severity: "high",
  property: "policyArn",
  rationale: "The full-access AWS managed policies allow their holder to stop, delete and read all of the evidence.",
  remediation: "Attach a policy that names the actions and resources that the role needs.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"],
  related: {
    prowler: ["iam_role_administratoraccess_policy", "iam_aws_attached_policy_no_administrative_privileges"],
    checkov: ["CKV_AWS_274", "CKV2_AWS_56"],
  },
  settings: {
    policyNames: texts({
      default: BROAD_MANAGED_POLICIES,
      description: "Names of the AWS managed policies that may not be attached.",
    }),
  },
  check: ({ properties }, { property, settings }) =>
    decide(properties, property, (policyArn) => {
      const name = managedPolicyName(policyArn);
      return name !== undefined && settings.policyNames.includes(name)
        ? fail(property, `${found(policyArn)}; set it to the ARN of a policy that allows less`)
        : pass;
    }),
});
