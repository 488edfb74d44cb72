import { bedrockAgentCustomerManagedKey } from "../../../../policies/rules/bedrock/bedrock-agent-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "customerEncryptionKeyArn";

describeResourceRule(bedrockAgentCustomerManagedKey, {
  example: { agentName: "a", [KEY]: "arn:aws:kms:eu-west-1:111122223333:key/k" },
  fails: [
    {
      title: "an agent without a key",
      remove: [KEY],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    { title: "an empty key", set: { [KEY]: "" }, message: 'is ""; set it to the ARN of a customer managed key' },
    {
      title: "an AWS managed key",
      set: { [KEY]: "arn:aws:kms:eu-west-1:111122223333:alias/aws/bedrock" },
      message:
        'is "arn:aws:kms:eu-west-1:111122223333:alias/aws/bedrock", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [
    { title: "a key that is not created yet", set: { [KEY]: UNKNOWN_VALUE } },
    { title: "an alias of the customer", set: { [KEY]: "arn:aws:kms:eu-west-1:111122223333:alias/awsome" } },
  ],
  unknown: [],
});
