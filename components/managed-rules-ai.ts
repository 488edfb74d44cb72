import { RULE_REGIONS } from "./config-rule-regions";
import { KEY_ARNS, type ManagedRule, NO_PARAMETERS } from "./managed-rule";

/** Rules on Bedrock, AgentCore and SageMaker. */
export const AI_RULES = {
  "bedrock-data-source-encryption-enabled": {
    identifier: "BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED",
    description: "A data source of a knowledge base has no customer key",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.bedrockDataSource,
  },
  "bedrock-agentcore-memory-encryption-enabled": {
    identifier: "BEDROCK_AGENTCORE_MEMORY_ENCRYPTION_ENABLED",
    description: "The memory of an agent has no customer key",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.agentCoreMemory,
  },
  "bedrockagentcore-gateway-authorizer-enabled": {
    identifier: "BEDROCKAGENTCORE_GATEWAY_AUTHORIZER_ENABLED",
    description: "An agent gateway takes requests without authorization",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.agentCore,
  },
  "bedrockagentcore-runtime-private-network-required": {
    identifier: "BEDROCKAGENTCORE_RUNTIME_PRIVATE_NETWORK_REQUIRED",
    description: "An agent runtime has public network access",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.agentCore,
  },
  "bedrockagentcore-codeinterpreter-networkmode-check": {
    identifier: "BEDROCKAGENTCORE_CODEINTERPRETER_NETWORKMODE_CHECK",
    description: "A code interpreter runs in the public or sandbox network mode",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.agentCore,
  },
  "sagemaker-notebook-no-direct-internet-access": {
    identifier: "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS",
    description: "A notebook instance reaches the internet directly",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.sinceThe2024Regions,
  },
  "sagemaker-notebook-instance-inside-vpc": {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC",
    description: "A notebook instance is outside a VPC",
    baseline: true,
    parameters: {
      SubnetIds: { legal: { kind: "items-like", item: /^subnet-[0-9a-f]{8,17}$/, meaning: "ids of subnets" } },
    },
    regions: RULE_REGIONS.notebookNetwork,
  },
  "sagemaker-notebook-instance-kms-key-configured": {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED",
    description: "A notebook instance has no KMS key",
    baseline: true,
    parameters: { kmsKeyArns: KEY_ARNS },
    regions: RULE_REGIONS.sinceThe2024Regions,
  },
  "sagemaker-notebook-instance-root-access-check": {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK",
    description: "The users of a notebook instance are root",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.notebookNetwork,
  },
  "sagemaker-endpoint-configuration-kms-key-configured": {
    identifier: "SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
    description: "An endpoint configuration has no KMS key",
    baseline: true,
    parameters: { kmsKeyArns: KEY_ARNS },
    regions: RULE_REGIONS.endpointEncryption,
  },
  "sagemaker-endpoint-config-prod-instance-count": {
    identifier: "SAGEMAKER_ENDPOINT_CONFIG_PROD_INSTANCE_COUNT",
    description: "A production variant starts with a single instance",
    // Availability, not evidence: an endpoint for a pilot rightly runs on one instance.
    baseline: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.endpointInstanceCount,
  },
  "sagemaker-model-in-vpc": {
    identifier: "SAGEMAKER_MODEL_IN_VPC",
    description: "A model's containers run outside a VPC",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.establishedCommercial,
  },
  "sagemaker-model-isolation-enabled": {
    identifier: "SAGEMAKER_MODEL_ISOLATION_ENABLED",
    description: "A model's containers are not isolated from the network",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.establishedCommercial,
  },
  "sagemaker-domain-in-vpc": {
    identifier: "SAGEMAKER_DOMAIN_IN_VPC",
    description: "A domain's traffic leaves the customer's VPC",
    baseline: true,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.establishedCommercial,
  },
} as const satisfies Readonly<Record<string, ManagedRule>>;
