import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";

export const logGroupCustomerKey = resourceRule({
  id: "log-group-customer-key",
  title: "A log group is encrypted with a customer key",
  severity: "medium",
  type: "aws:cloudwatch/logGroup:LogGroup",
  property: "kmsKeyId",
  rationale:
    "Prompts and audit events would be readable to whoever may read logs; a key of one's own can refuse them and shows who asked.",
  fix: "Set kmsKeyId to the ARN of a KMS key whose policy lets CloudWatch Logs use it for this log group.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
  covers: {
    prowler: ["cloudwatch_log_group_kms_encryption_enabled"],
    checkov: ["CKV_AWS_158"],
    config: ["CLOUDWATCH_LOG_GROUP_ENCRYPTED"],
  },
  judge: ({ properties }) => mustBeCustomerKey(properties, "kmsKeyId"),
});
