import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { TOPIC } from "../../resources";

export const snsTopicCustomerManagedKey = customerManagedKeyRule(TOPIC, {
  id: "sns-topic-customer-managed-key",
  title: "SNS topics are encrypted with a customer managed key",
  severity: "medium",
  elsewhere: "evidence",
  property: "kmsMasterKeyId",
  rationale:
    "Notifications say what was logged where. The AWS managed key for SNS is no substitute: with it neither CloudWatch " +
    "alarms nor CloudTrail can publish.",
  remediation:
    "Set kmsMasterKeyId to the ARN of a customer managed key whose policy allows the publishing services to use it.",
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"],
  related: {
    prowler: ["sns_topics_kms_encryption_at_rest_enabled"],
    checkov: ["CKV_AWS_26"],
    config: ["SNS_ENCRYPTED_KMS"],
  },
});
