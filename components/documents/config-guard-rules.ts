/** Rules of AWS Config in the Guard language, for what no managed rule checks. */

/** A custom policy rule of AWS Config, written in the Guard language. */
export interface GuardRule {
  /** The rule's name within its component: small letters, digits and hyphens. */
  readonly name: string;
  /** What makes a resource non-compliant. */
  readonly description?: string;
  /** The types whose changes trigger the rule, such as `AWS::Bedrock::Guardrail`. */
  readonly resourceTypes: readonly string[];
  /** The Guard text, at most 10,000 characters. Configuration items of Bedrock name their properties in Pascal case. */
  readonly policyText: string;
}

/**
 * Custom policy rules on what no managed rule checks.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_cfn-guard.html
 */
export const BASELINE_GUARD_RULES: readonly GuardRule[] = [
  {
    name: "bedrock-guardrail-ready",
    description: "A guardrail is in a state in which it does not filter",
    resourceTypes: ["AWS::Bedrock::Guardrail"],
    policyText: `rule guardrail_is_ready when resourceType == "AWS::Bedrock::Guardrail" {
  configuration.Status == "READY"
    <<A guardrail filters only while its status is READY>>
}
`,
  },
  {
    name: "bedrock-guardrail-encrypted",
    description: "A guardrail, whose blocked topics and words tell what is sensitive, has no customer managed key",
    resourceTypes: ["AWS::Bedrock::Guardrail"],
    policyText: `rule guardrail_has_customer_key when resourceType == "AWS::Bedrock::Guardrail" {
  configuration.KmsKeyArn exists
    <<Set the KMS key of the guardrail to a customer managed key>>
  configuration.KmsKeyArn not empty
    <<Set the KMS key of the guardrail to a customer managed key>>
}
`,
  },
  {
    name: "bedrock-knowledge-base-active",
    description: "A knowledge base has failed, or its deletion has",
    resourceTypes: ["AWS::Bedrock::KnowledgeBase"],
    policyText: `rule knowledge_base_has_not_failed when resourceType == "AWS::Bedrock::KnowledgeBase" {
  configuration.Status != "FAILED"
    <<The knowledge base has failed: its answers rest on stale or missing data>>
  configuration.Status != "DELETE_UNSUCCESSFUL"
    <<The knowledge base still holds data that should be gone>>
}
`,
  },
];
