import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { GUARDRAIL } from "../../resources";

export const bedrockGuardrailCustomerManagedKey = customerManagedKeyRule(GUARDRAIL, {
  id: "bedrock-guardrail-customer-managed-key",
  title: "Bedrock guardrails are encrypted with a customer managed key",
  severity: "medium",
  enforcementLevel: "advisory",
  elsewhere: "good-practice",
  property: "kmsKeyArn",
  rationale:
    "A guardrail tells what an organization keeps its models from saying. Without a customer managed key nobody can restrict, audit or " +
    "revoke the right to read it.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html"],
});
