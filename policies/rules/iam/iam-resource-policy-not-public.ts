import { isNotPublic } from "../../iam/grants";
import { HAS_RESOURCE_POLICY, eachResourcePolicy } from "../../iam/resource-policies";
import { stackRule } from "../../rule";

export const iamResourcePolicyNotPublic = stackRule(HAS_RESOURCE_POLICY, {
  id: "iam-resource-policy-not-public",
  title: "Policies of keys, access points, queues, secrets and destinations do not allow public access",
  severity: "critical",
  property: "permissions",
  rationale:
    "A replica of a key, an access point to a bucket or a policy apart from its resource opens the same evidence, past the rules on " +
    "the key or the bucket itself.",
  remediation:
    "Name the principals, or add a condition such as aws:PrincipalOrgID or aws:SourceAccount to the statement.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  ],
  related: {
    prowler: ["sqs_queues_not_publicly_accessible", "secretsmanager_not_publicly_accessible"],
    checkov: ["CKV_AWS_168"],
  },
  check: (stack) => eachResourcePolicy(stack, () => isNotPublic),
});
