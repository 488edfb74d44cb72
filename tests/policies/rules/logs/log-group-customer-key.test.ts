import { logGroupCustomerKey } from "../../../../policies/rules/logs/log-group-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logGroupCustomerKey, {
  fails: [
    {
      title: "a log group without a key",
      remove: ["kmsKeyId"],
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "a log group with an empty key",
      set: { kmsKeyId: "" },
      message: 'is ""; it must name a customer managed KMS key',
    },
    {
      title: "a log group with a key that AWS manages",
      set: { kmsKeyId: "alias/aws/logs" },
      message: 'is "alias/aws/logs"; it must name a customer managed KMS key',
    },
  ],
  passes: [{ title: "a key that is yet to be created", set: { kmsKeyId: UNKNOWN_VALUE } }],
  unknown: [],
});
