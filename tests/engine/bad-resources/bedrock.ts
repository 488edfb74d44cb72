import { casesOf } from "./bad-resource";

const KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/k";

const logging = casesOf(
  "invocation logging",
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
);
const agent = casesOf("agent", "aws:bedrock/agentAgent:AgentAgent", {
  agentName: "clerk",
  agentResourceRoleArn: "arn:aws:iam::111122223333:role/clerk",
  customerEncryptionKeyArn: KEY_ARN,
  foundationModel: "anthropic.claude-3-haiku-20240307-v1:0",
  guardrailConfigurations: [{ guardrailIdentifier: "gr-1", guardrailVersion: "3" }],
});
const guardrail = casesOf("agent", "aws:bedrock/guardrail:Guardrail", {
  name: "clerk",
  blockedInputMessaging: "No.",
  blockedOutputsMessaging: "No.",
  contentPolicyConfig: { filtersConfigs: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }] },
});
const dataSource = casesOf("agent", "aws:bedrock/agentDataSource:AgentDataSource", {
  name: "manuals",
  dataSourceConfiguration: { type: "S3", s3Configuration: { bucketArn: "arn:aws:s3:::manuals" } },
  knowledgeBaseId: "KB12345678",
  serverSideEncryptionConfiguration: { kmsKeyArn: KEY_ARN },
});

export const badBedrock = [
  logging("bedrock-invocation-logging-content-mode", { set: { "loggingConfig.imageDataDeliveryEnabled": true } }),
  logging("bedrock-invocation-logging-destination", { set: { loggingConfig: { textDataDeliveryEnabled: true } } }),
  logging("bedrock-invocation-logging-protected", { protect: false }),
  logging("bedrock-invocation-logging-role-set", { remove: ["loggingConfig.cloudwatchConfig.roleArn"] }),
  agent("bedrock-agent-guardrail-attached", { remove: ["guardrailConfigurations"] }),
  agent("bedrock-agent-customer-managed-key", { remove: ["customerEncryptionKeyArn"] }),
  guardrail("bedrock-guardrail-effective", { set: { "contentPolicyConfig.filtersConfigs.0.inputStrength": "NONE" } }),
  dataSource("bedrock-data-source-customer-managed-key", { remove: ["serverSideEncryptionConfiguration"] }),
];
