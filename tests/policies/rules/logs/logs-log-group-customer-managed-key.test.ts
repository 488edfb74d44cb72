import { logsLogGroupCustomerManagedKey } from "../../../../policies/rules/logs/logs-log-group-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logsLogGroupCustomerManagedKey, {
  fails: [
    {
      title: "a log group without a key",
      remove: ["kmsKeyId"],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "a log group with an empty key",
      set: { kmsKeyId: "" },
      message: 'is ""; set it to the ARN of a customer managed key',
    },
    {
      title: "a log group with an AWS managed key",
      set: { kmsKeyId: "alias/aws/logs" },
      message: 'is "alias/aws/logs", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [{ title: "a key that is yet to be created", set: { kmsKeyId: UNKNOWN_VALUE } }],
  unknown: [],
});
