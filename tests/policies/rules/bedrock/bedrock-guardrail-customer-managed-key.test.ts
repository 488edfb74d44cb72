import { bedrockGuardrailCustomerManagedKey } from "../../../../policies/rules/bedrock/bedrock-guardrail-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(bedrockGuardrailCustomerManagedKey, {
  fails: [
    {
      title: "a guardrail without a key",
      remove: ["kmsKeyArn"],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "AWS's own key",
      set: { kmsKeyArn: "alias/aws/bedrock" },
      message: 'is "alias/aws/bedrock", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [{ title: "a key that is not known yet", set: { kmsKeyArn: UNKNOWN_VALUE } }],
  unknown: [],
});
