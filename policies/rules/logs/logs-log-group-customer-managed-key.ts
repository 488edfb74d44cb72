import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { LOG_GROUP } from "../../resources";

export const logsLogGroupCustomerManagedKey = customerManagedKeyRule(LOG_GROUP, {
  id: "logs-log-group-customer-managed-key",
  title: "CloudWatch log groups are encrypted with a customer managed key",
  severity: "medium",
  elsewhere: "evidence",
  property: "kmsKeyId",
  rationale:
    "Without a customer managed key, anyone who may read logs can read prompts and audit events. The key can deny " +
    "access, and its use is recorded.",
  remediation: "Set kmsKeyId to the ARN of a KMS key whose policy allows CloudWatch Logs to use it for this log group.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
  related: {
    prowler: ["cloudwatch_log_group_kms_encryption_enabled"],
    checkov: ["CKV_AWS_158"],
    config: ["CLOUDWATCH_LOG_GROUP_ENCRYPTED"],
  },
});
