import { decide, fail, pass } from "../../judgement";
import { show } from "../../properties";
import { resourceRule } from "../../rule";

/** Policies of AWS that allow their holder to stop, delete or read all of the evidence. */
const BROAD_POLICIES = [
  "AdministratorAccess",
  "PowerUserAccess",
  "IAMFullAccess",
  "AmazonBedrockFullAccess",
  "AmazonS3FullAccess",
  "AWSCloudTrail_FullAccess",
  "CloudWatchFullAccess",
  "CloudWatchFullAccessV2",
  "CloudWatchLogsFullAccess",
];

export const roleNoBroadManagedPolicy = resourceRule({
  id: "role-no-broad-managed-policy",
  title: "A role has none of the broad policies that AWS offers",
  severity: "high",
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  property: "policyArn",
  rationale:
    "The full-access policies of AWS allow what the evidence must be kept from: stopping, deleting and reading all of it.",
  fix: "Attach a policy that names the actions and resources that the role needs.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"],
  covers: {
    prowler: ["iam_role_administratoraccess_policy", "iam_aws_attached_policy_no_administrative_privileges"],
    checkov: ["CKV_AWS_274", "CKV2_AWS_56"],
  },
  config: {
    policyNames: {
      type: "array",
      items: { type: "string" },
      default: BROAD_POLICIES,
      description: "Names of the policies of AWS that may not be attached.",
    },
  },
  judge: ({ properties }, { policyNames }) =>
    decide(properties, "policyArn", (policyArn) => {
      const name = nameOfAwsPolicy(policyArn);
      return name !== undefined && (policyNames as readonly string[]).includes(name) // by the schema
        ? fail("policyArn", `is ${show(policyArn)}; it must be a policy that allows less`)
        : pass;
    }),
});

/** A customer's own policy of the same name is judged by what it says. */
function nameOfAwsPolicy(policyArn: unknown): string | undefined {
  return typeof policyArn === "string" && /^arn:[^:]+:iam::aws:policy\//.test(policyArn)
    ? policyArn.split("/").at(-1)
    : undefined;
}
