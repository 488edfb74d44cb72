/** The resource types whose data events are the use of AI. */

/**
 * The values of `resources.type` that CloudTrail accepts for the data events of AI services. Calls of Comprehend,
 * Rekognition, Textract and Translate have none: they are management events. Nor have InvokeModel and Converse on the
 * Bedrock runtime endpoint: those, too, are management events, and `AWS::Bedrock::Model` covers streaming in both directions
 * and asynchronous calls.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
 */
export const AI_RESOURCE_TYPES = [
  // Amazon Bedrock
  "AWS::Bedrock::AdvancedOptimizePromptJob",
  "AWS::Bedrock::AgentAlias",
  "AWS::Bedrock::AsyncInvoke",
  "AWS::Bedrock::AutomatedReasoningPolicy",
  "AWS::Bedrock::AutomatedReasoningPolicyVersion",
  "AWS::Bedrock::Blueprint",
  "AWS::Bedrock::DataAutomationInvocation",
  "AWS::Bedrock::DataAutomationProfile",
  "AWS::Bedrock::DataAutomationProject",
  "AWS::Bedrock::FlowAlias",
  "AWS::Bedrock::FlowExecution",
  "AWS::Bedrock::Guardrail",
  "AWS::Bedrock::InlineAgent",
  "AWS::Bedrock::KnowledgeBase",
  "AWS::Bedrock::Model",
  "AWS::Bedrock::PromptVersion",
  "AWS::Bedrock::Session",
  "AWS::Bedrock::Tool",
  "AWS::BedrockMantle::Project",
  "AWS::BedrockWebSearch::Tool",
  // Amazon Bedrock AgentCore, and the registries and tools of agents
  "AWS::BedrockAgentCore::ABTest",
  "AWS::BedrockAgentCore::APIKeyCredentialProvider",
  "AWS::BedrockAgentCore::BatchEvaluate",
  "AWS::BedrockAgentCore::Browser",
  "AWS::BedrockAgentCore::BrowserCustom",
  "AWS::BedrockAgentCore::BrowserProfile",
  "AWS::BedrockAgentCore::CapacityProvider",
  "AWS::BedrockAgentCore::CodeInterpreter",
  "AWS::BedrockAgentCore::CodeInterpreterCustom",
  "AWS::BedrockAgentCore::Evaluator",
  "AWS::BedrockAgentCore::Gateway",
  "AWS::BedrockAgentCore::Memory",
  "AWS::BedrockAgentCore::OAuth2CredentialProvider",
  "AWS::BedrockAgentCore::Payments",
  "AWS::BedrockAgentCore::Policy",
  "AWS::BedrockAgentCore::PolicyEngine",
  "AWS::BedrockAgentCore::Recommendation",
  "AWS::BedrockAgentCore::Registry",
  "AWS::BedrockAgentCore::Runtime",
  "AWS::BedrockAgentCore::RuntimeEndpoint",
  "AWS::BedrockAgentCore::TokenVault",
  "AWS::BedrockAgentCore::WorkloadIdentity",
  "AWS::BedrockAgentCore::WorkloadIdentityDirectory",
  "AWS::AgentRegistry::Registry",
  "AWS::AgentAccessMCP::Tools",
  "AWS::AWSExternalAnthropic::Workspace",
  "AWS::NovaAct::WorkflowDefinition",
  "AWS::NovaAct::WorkflowRun",
  // Amazon SageMaker
  "AWS::SageMaker::Endpoint",
  "AWS::SageMaker::ExperimentTrialComponent",
  "AWS::SageMaker::FeatureGroup",
  "AWS::SageMaker::Hub",
  "AWS::SageMaker::Job",
  "AWS::SageMaker::MlflowApp",
  "AWS::SageMaker::MlflowTrackingServer",
  "AWS::SageMaker::TrainingSession",
  "AWS::MachineLearning::MlModel",
  // Amazon Q and the assistants for operations
  "AWS::QBusiness::Application",
  "AWS::QBusiness::DataSource",
  "AWS::QBusiness::Index",
  "AWS::QBusiness::Integration",
  "AWS::QBusiness::WebExperience",
  "AWS::QApps::QApp",
  "AWS::QApps::QAppSession",
  "AWS::QDeveloper::Integration",
  "AWS::CodeWhisperer::Customization",
  "AWS::CodeWhisperer::Profile",
  "AWS::AIOps::InvestigationGroup",
  "AWS::AIDevOps::AgentSpace",
  "AWS::AIDevOps::Association",
  "AWS::AIDevOps::OperatorAppTeam",
  "AWS::AIDevOps::PipelineMetadata",
  "AWS::AIDevOps::Service",
  // What feeds and carries conversations: vectors, ranking, dialogue
  "AWS::S3Vectors::Index",
  "AWS::S3Vectors::VectorBucket",
  "AWS::KendraRanking::ExecutionPlan",
  "AWS::Lex::Bot",
  "AWS::Lex::BotAlias",
] as const;

/** A resource type whose data events are the use of AI. */
export type AiResourceType = (typeof AI_RESOURCE_TYPES)[number];

/** Whether CloudTrail logs the data events of this type and they are the use of AI. */
export function isAiResourceType(value: string): value is AiResourceType {
  return AI_RESOURCE_TYPES.some((type) => type === value);
}
