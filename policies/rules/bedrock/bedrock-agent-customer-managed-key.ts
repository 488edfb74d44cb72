import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { AGENT } from "../../resources";

export const bedrockAgentCustomerManagedKey = customerManagedKeyRule(AGENT, {
  id: "bedrock-agent-customer-managed-key",
  title: "Bedrock agents are encrypted with a customer managed key",
  severity: "medium",
  elsewhere: "good-practice",
  property: "customerEncryptionKeyArn",
  rationale:
    "An agent holds instructions, prompts and session memory. Without a customer managed key nobody can restrict, " +
    "audit or revoke the right to read them.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html"],
  related: { checkov: ["CKV_AWS_373"] },
});
