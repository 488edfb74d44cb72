import { agentCustomerKey } from "../../../../policies/rules/bedrock/agent-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "customerEncryptionKeyArn";

describeResourceRule(agentCustomerKey, {
  example: { agentName: "a", [KEY]: "arn:aws:kms:eu-west-1:111122223333:key/k" },
  fails: [
    { title: "an agent without a key", remove: [KEY], message: "is absent; it must name a customer managed KMS key" },
    { title: "an empty key", set: { [KEY]: "" }, message: 'is ""; it must name a customer managed KMS key' },
    {
      title: "a key of AWS",
      set: { [KEY]: "arn:aws:kms:eu-west-1:111122223333:alias/aws/bedrock" },
      message: 'is "arn:aws:kms:eu-west-1:111122223333:alias/aws/bedrock"; it must name a customer managed KMS key',
    },
  ],
  passes: [
    { title: "a key that is yet to be made", set: { [KEY]: UNKNOWN_VALUE } },
    { title: "an alias of the customer", set: { [KEY]: "arn:aws:kms:eu-west-1:111122223333:alias/awsome" } },
  ],
  unknown: [],
});
