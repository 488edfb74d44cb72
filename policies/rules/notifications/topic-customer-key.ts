import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";

export const topicCustomerKey = resourceRule({
  id: "topic-customer-key",
  title: "A topic is encrypted with a customer key",
  severity: "medium",
  type: "aws:sns/topic:Topic",
  property: "kmsMasterKeyId",
  rationale:
    "Notices say what was logged where. The key that AWS keeps for SNS would not do: it lets neither alarms nor CloudTrail publish.",
  fix: "Set kmsMasterKeyId to a KMS key whose policy lets the publishing services use it.",
  links: ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"],
  covers: {
    prowler: ["sns_topics_kms_encryption_at_rest_enabled"],
    checkov: ["CKV_AWS_26"],
    config: ["SNS_ENCRYPTED_KMS"],
  },
  judge: ({ properties }) => mustBeCustomerKey(properties, "kmsMasterKeyId"),
});
