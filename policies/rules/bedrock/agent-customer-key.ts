import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";

export const agentCustomerKey = resourceRule({
  id: "agent-customer-key",
  title: "An agent is encrypted with a customer key",
  severity: "medium",
  type: "aws:bedrock/agentAgent:AgentAgent",
  property: "customerEncryptionKeyArn",
  rationale:
    "An agent holds instructions, prompts and session memory; under a key of AWS nobody can restrict, audit or withdraw " +
    "the right to read them.",
  fix: "Set customerEncryptionKeyArn to the ARN of a customer managed KMS key.",
  links: ["https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html"],
  covers: { checkov: ["CKV_AWS_373"] },
  judge: ({ properties }) => mustBeCustomerKey(properties, "customerEncryptionKeyArn"),
});
