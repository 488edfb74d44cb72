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
 * Custom policy rules on what no managed rule checks. AWS published rules on the states, networks and tags of AI resources in March
 * 2026 and withdrew them in April; these take their place. They read the properties that CloudFormation has of each type.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_cfn-guard.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Bedrock.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_BedrockAgentCore.html
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
  {
    name: "bedrock-data-source-available",
    description: "A data source of a knowledge base could not be deleted, or has failed",
    resourceTypes: ["AWS::Bedrock::DataSource"],
    policyText: `rule data_source_has_not_failed when resourceType == "AWS::Bedrock::DataSource" {
  configuration.DataSourceStatus != "DELETE_UNSUCCESSFUL"
    <<The data source still holds data that should be gone>>
  when configuration.FailureReasons exists {
    configuration.FailureReasons empty
      <<The data source has failed: answers rest on stale or missing data>>
  }
}
`,
  },
  {
    name: "agentcore-gateway-ready",
    description: "A gateway of agents has failed, or its last change has",
    resourceTypes: ["AWS::BedrockAgentCore::Gateway"],
    policyText: `rule gateway_has_not_failed when resourceType == "AWS::BedrockAgentCore::Gateway" {
  configuration.Status != "FAILED"
    <<The gateway has failed: agents reach no tool through it>>
  configuration.Status != "UPDATE_UNSUCCESSFUL"
    <<The gateway is not what was last asked for: its authorizer or policy may be an older one>>
}
`,
  },
  {
    name: "agentcore-memory-active",
    description: "The memory of an agent has failed",
    resourceTypes: ["AWS::BedrockAgentCore::Memory"],
    policyText: `rule memory_has_not_failed when resourceType == "AWS::BedrockAgentCore::Memory" {
  configuration.Status != "FAILED"
    <<The memory has failed: events may be neither kept nor expire>>
}
`,
  },
  {
    name: "agentcore-runtime-security-groups",
    description: "An agent runtime is in no VPC, or in one without security groups",
    resourceTypes: ["AWS::BedrockAgentCore::Runtime"],
    policyText: `rule runtime_is_in_a_vpc when resourceType == "AWS::BedrockAgentCore::Runtime" {
  configuration.NetworkConfiguration.NetworkMode == "VPC"
    <<Set the network mode of the runtime to VPC>>
  configuration.NetworkConfiguration.NetworkModeConfig.SecurityGroups not empty
    <<Give the runtime security groups, which bound what the agent can reach>>
}
`,
  },
  {
    name: "agentcore-browser-security-groups",
    description: "A browser of agents is in no VPC, or in one without security groups",
    resourceTypes: ["AWS::BedrockAgentCore::BrowserCustom"],
    policyText: `rule browser_is_in_a_vpc when resourceType == "AWS::BedrockAgentCore::BrowserCustom" {
  configuration.NetworkConfiguration.NetworkMode == "VPC"
    <<Set the network mode of the browser to VPC>>
  configuration.NetworkConfiguration.VpcConfig.SecurityGroups not empty
    <<Give the browser security groups, which bound what the agent can reach>>
}
`,
  },
  {
    name: "ai-resource-tagged",
    description: "A guardrail, a knowledge base or a part of an agent has no tag, and so nobody who answers for it",
    resourceTypes: [
      "AWS::Bedrock::Guardrail",
      "AWS::Bedrock::KnowledgeBase",
      "AWS::BedrockAgentCore::Gateway",
      "AWS::BedrockAgentCore::Memory",
      "AWS::BedrockAgentCore::Runtime",
      "AWS::BedrockAgentCore::BrowserCustom",
    ],
    policyText: `rule resource_has_tags {
  configuration.Tags exists
    <<Tag the resource with its owner and environment>>
  configuration.Tags not empty
    <<Tag the resource with its owner and environment>>
}
`,
  },
];
