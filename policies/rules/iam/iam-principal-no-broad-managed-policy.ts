import { BROAD_MANAGED_POLICIES } from "../../../facts/iam/broad-managed-policies";
import { GIVES_PERMISSIONS, type Attachment, holdersOf } from "../../iam/holders";
import { managedPolicyName } from "../../iam/managed-policies";
import { show } from "../../properties";
import { ROLE_POLICY_ATTACHMENT } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { texts } from "../../settings";
import { about } from "../../stack/subjects";

export const iamPrincipalNoBroadManagedPolicy = stackRule(GIVES_PERMISSIONS, {
  id: "iam-principal-no-broad-managed-policy",
  title: "No principal has a broad AWS managed policy, however it is attached",
  severity: "high",
  property: "permissions",
  rationale:
    "The full-access AWS managed policies allow their holder to stop, delete and read all of the evidence. What a policy allows that is " +
    "declared elsewhere cannot be told here.",
  remediation: "Attach a policy that this stack declares, and that names the actions and resources that are needed.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"],
  related: {
    prowler: ["iam_user_administrator_access_policy", "iam_group_administrator_access_policy"],
    checkov: ["CKV_AWS_274", "CKV2_AWS_56"],
  },
  settings: {
    policyNames: texts({
      default: BROAD_MANAGED_POLICIES,
      description: "Names of the AWS managed policies that may not be attached.",
    }),
  },
  check: (stack, { settings }) => {
    // One attachment can have several holders.
    const attachments = new Map(
      holdersOf(stack)
        .flatMap((holder) => holder.attachments)
        .map((attachment) => [`${attachment.resource.urn} ${attachment.property}`, attachment]),
    );
    return all(
      ...[...attachments.values()]
        .filter(({ isBoundary, policies }) => !isBoundary && policies.length === 0)
        .map((attachment) => about(attachment.resource, checkAttachment(attachment, settings.policyNames))),
    );
  },
});

function checkAttachment({ resource, property, value }: Attachment, broad: readonly string[]): Results {
  const name = managedPolicyName(value);
  if (name === undefined) {
    return typeof value === "string"
      ? undecided(
          property,
          `is ${show(value)}, a policy that this stack does not declare; what it allows is not checked`,
        )
      : undecided(property);
  }
  // An attachment to a role has a rule of its own.
  return broad.includes(name) && resource.type !== ROLE_POLICY_ATTACHMENT.token
    ? fail(property, `is ${show(value)}; set it to the ARN of a policy that allows less`)
    : pass;
}
