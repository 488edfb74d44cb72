/** The resource types whose data events are the use of AI. */
import { type PartitionId, partitionOf, type RegionName } from "../regions";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
    readOn: "2026-11-21",
  },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/bedrock-mantle.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-supported.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/flows-supported.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-management-supported.html",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-supported.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-regions.html",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/general/latest/gr/sagemaker.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/general/latest/gr/amazonq.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/general/latest/gr/aiops_region.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/general/latest/gr/kendra.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/general/latest/gr/lex.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-regions-quotas.html",
    readOn: "2026-11-25",
  },
];

/**
 * The values of `resources.type` that CloudTrail accepts for the data events of AI services. Calls of Comprehend,
 * Rekognition, Textract and Translate have none: they are management events. Nor have InvokeModel and Converse on the
 * Bedrock runtime endpoint: those, too, are management events, and `AWS::Bedrock::Model` covers streaming in both directions
 * and asynchronous calls. `AWS::BedrockAgentCore::Registry` is left out: the namespace was a preview, announced to end in
 * September 2026, and one type that CloudTrail refuses makes the whole call fail. `AWS::AgentRegistry::Registry` follows it.
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
  // What feeds and carries conversations: vectors, graphs, ranking, dialogue
  "AWS::S3Vectors::Index",
  "AWS::S3Vectors::VectorBucket",
  "AWS::AOSS::Collection",
  "AWS::NeptuneGraph::Graph",
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

/** Where the service behind a data event type exists. One type that a region refuses makes the whole call fail. */
export interface DataEventType {
  readonly partitions: readonly PartitionId[];
  /** The regions that the page names; absent where it names none. */
  readonly regions?: readonly RegionName[];
  /** Whether a page says so; otherwise the commercial partition is taken, and nothing is known of the others. */
  readonly confirmed: boolean;
}

/** Regions of the Bedrock runtime endpoint, which are those of flows and of prompt management too. */
const BEDROCK_RUNTIME = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-east-1",
  "us-gov-west-1",
  "us-west-2",
] as const;
const MANTLE = [
  "ap-northeast-1",
  "ap-south-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "eu-central-1",
  "eu-north-1",
  "eu-south-1",
  "eu-west-1",
  "eu-west-2",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-west-1",
  "us-west-2",
] as const;
const DATA_AUTOMATION = [
  "ap-northeast-1",
  "ap-south-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "us-east-1",
  "us-east-2",
  "us-gov-west-1",
  "us-west-2",
] as const;
/** Regions of Bedrock's agents, which are closed to new customers. */
const AGENTS = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-central-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-west-1",
  "us-west-2",
] as const;
/** Regions of AgentCore's runtime, gateway, identity, built-in tools, policy and evaluations. */
const AGENT_CORE = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-5",
  "ap-southeast-7",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-west-1",
  "us-west-1",
  "us-west-2",
] as const;
const AGENT_MEMORY = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-west-1",
  "us-west-2",
] as const;
const AGENT_PAYMENTS = [
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-central-1",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "us-east-1",
  "us-east-2",
  "us-west-2",
] as const;
const AGENT_REGISTRY = ["ap-northeast-1", "ap-southeast-2", "eu-west-1", "us-east-1", "us-west-2"] as const;
const INVESTIGATIONS = [
  "ap-east-1",
  "ap-northeast-1",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-5",
  "ap-southeast-7",
  "eu-central-1",
  "eu-north-1",
  "eu-south-2",
  "eu-west-1",
  "us-east-1",
  "us-east-2",
  "us-west-2",
] as const;
const RANKING = [
  "ap-northeast-1",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-west-1",
  "us-east-1",
  "us-east-2",
  "us-west-2",
] as const;
const LEX = [
  "af-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-west-1",
  "eu-west-2",
  "us-east-1",
  "us-gov-west-1",
  "us-west-2",
] as const;
const VECTORS = [
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-central-1",
  "ca-west-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "eusc-de-east-1",
  "mx-central-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-east-1",
  "us-gov-west-1",
  "us-west-1",
  "us-west-2",
] as const;

const COMMERCIAL = ["aws"] as const;
const WITH_GOV_CLOUD = ["aws", "aws-us-gov"] as const;

/** No page was found that says where the service exists. */
const UNCONFIRMED = { partitions: COMMERCIAL, confirmed: false } as const;
const RUNTIME_ENDPOINT = { partitions: WITH_GOV_CLOUD, regions: BEDROCK_RUNTIME, confirmed: true } as const;
const ON_AGENTS = { partitions: WITH_GOV_CLOUD, regions: AGENTS, confirmed: true } as const;
const ON_DATA_AUTOMATION = { partitions: WITH_GOV_CLOUD, regions: DATA_AUTOMATION, confirmed: true } as const;
const ON_AGENT_CORE = { partitions: WITH_GOV_CLOUD, regions: AGENT_CORE, confirmed: true } as const;
const ON_Q_BUSINESS = {
  partitions: COMMERCIAL,
  regions: ["ap-southeast-2", "eu-west-1", "us-east-1", "us-west-2"],
  confirmed: true,
} as const;
/** The page says that Q Apps are missing in Ireland and Sydney. */
const ON_Q_APPS = { partitions: COMMERCIAL, regions: ["us-east-1", "us-west-2"], confirmed: true } as const;
const ON_LEX = { partitions: WITH_GOV_CLOUD, regions: LEX, confirmed: true } as const;
const ON_VECTORS = { partitions: ["aws", "aws-eusc", "aws-us-gov"], regions: VECTORS, confirmed: true } as const;

/**
 * Where each of {@link AI_RESOURCE_TYPES} can occur. Pages speak of services and features; which type belongs to which is
 * read from its name, and where the name leaves doubt the row is unconfirmed.
 */
export const AI_DATA_EVENT_TYPES = {
  "AWS::Bedrock::AdvancedOptimizePromptJob": UNCONFIRMED,
  "AWS::Bedrock::AgentAlias": ON_AGENTS,
  "AWS::Bedrock::AsyncInvoke": RUNTIME_ENDPOINT,
  "AWS::Bedrock::AutomatedReasoningPolicy": UNCONFIRMED,
  "AWS::Bedrock::AutomatedReasoningPolicyVersion": UNCONFIRMED,
  "AWS::Bedrock::Blueprint": ON_DATA_AUTOMATION,
  "AWS::Bedrock::DataAutomationInvocation": ON_DATA_AUTOMATION,
  "AWS::Bedrock::DataAutomationProfile": ON_DATA_AUTOMATION,
  "AWS::Bedrock::DataAutomationProject": ON_DATA_AUTOMATION,
  "AWS::Bedrock::FlowAlias": RUNTIME_ENDPOINT,
  "AWS::Bedrock::FlowExecution": RUNTIME_ENDPOINT,
  "AWS::Bedrock::Guardrail": UNCONFIRMED,
  "AWS::Bedrock::InlineAgent": ON_AGENTS,
  // The page names regions by embedding model and store only; those of GovCloud are among them.
  "AWS::Bedrock::KnowledgeBase": { partitions: WITH_GOV_CLOUD, confirmed: true },
  "AWS::Bedrock::Model": RUNTIME_ENDPOINT,
  "AWS::Bedrock::PromptVersion": RUNTIME_ENDPOINT,
  "AWS::Bedrock::Session": UNCONFIRMED,
  "AWS::Bedrock::Tool": UNCONFIRMED,
  "AWS::BedrockMantle::Project": { partitions: WITH_GOV_CLOUD, regions: MANTLE, confirmed: true },
  "AWS::BedrockWebSearch::Tool": UNCONFIRMED,
  "AWS::BedrockAgentCore::ABTest": UNCONFIRMED,
  "AWS::BedrockAgentCore::APIKeyCredentialProvider": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::BatchEvaluate": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::Browser": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::BrowserCustom": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::BrowserProfile": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::CapacityProvider": UNCONFIRMED,
  "AWS::BedrockAgentCore::CodeInterpreter": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::CodeInterpreterCustom": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::Evaluator": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::Gateway": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::Memory": { partitions: WITH_GOV_CLOUD, regions: AGENT_MEMORY, confirmed: true },
  "AWS::BedrockAgentCore::OAuth2CredentialProvider": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::Payments": { partitions: COMMERCIAL, regions: AGENT_PAYMENTS, confirmed: true },
  "AWS::BedrockAgentCore::Policy": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::PolicyEngine": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::Recommendation": UNCONFIRMED,
  "AWS::BedrockAgentCore::Runtime": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::RuntimeEndpoint": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::TokenVault": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::WorkloadIdentity": ON_AGENT_CORE,
  "AWS::BedrockAgentCore::WorkloadIdentityDirectory": ON_AGENT_CORE,
  "AWS::AgentRegistry::Registry": { partitions: COMMERCIAL, regions: AGENT_REGISTRY, confirmed: true },
  "AWS::AgentAccessMCP::Tools": UNCONFIRMED,
  "AWS::AWSExternalAnthropic::Workspace": UNCONFIRMED,
  "AWS::NovaAct::WorkflowDefinition": UNCONFIRMED,
  "AWS::NovaAct::WorkflowRun": UNCONFIRMED,
  // For China see SageMaker's page on trust policies, which names the partition; the table of endpoints leaves it out.
  "AWS::SageMaker::Endpoint": { partitions: ["aws", "aws-cn", "aws-us-gov"], confirmed: true },
  "AWS::SageMaker::ExperimentTrialComponent": UNCONFIRMED,
  "AWS::SageMaker::FeatureGroup": UNCONFIRMED,
  "AWS::SageMaker::Hub": UNCONFIRMED,
  "AWS::SageMaker::Job": UNCONFIRMED,
  "AWS::SageMaker::MlflowApp": UNCONFIRMED,
  "AWS::SageMaker::MlflowTrackingServer": UNCONFIRMED,
  "AWS::SageMaker::TrainingSession": UNCONFIRMED,
  "AWS::MachineLearning::MlModel": UNCONFIRMED,
  "AWS::QBusiness::Application": ON_Q_BUSINESS,
  "AWS::QBusiness::DataSource": ON_Q_BUSINESS,
  "AWS::QBusiness::Index": ON_Q_BUSINESS,
  "AWS::QBusiness::Integration": ON_Q_BUSINESS,
  "AWS::QBusiness::WebExperience": ON_Q_BUSINESS,
  "AWS::QApps::QApp": ON_Q_APPS,
  "AWS::QApps::QAppSession": ON_Q_APPS,
  "AWS::QDeveloper::Integration": UNCONFIRMED,
  "AWS::CodeWhisperer::Customization": UNCONFIRMED,
  "AWS::CodeWhisperer::Profile": UNCONFIRMED,
  "AWS::AIOps::InvestigationGroup": { partitions: COMMERCIAL, regions: INVESTIGATIONS, confirmed: true },
  "AWS::AIDevOps::AgentSpace": UNCONFIRMED,
  "AWS::AIDevOps::Association": UNCONFIRMED,
  "AWS::AIDevOps::OperatorAppTeam": UNCONFIRMED,
  "AWS::AIDevOps::PipelineMetadata": UNCONFIRMED,
  "AWS::AIDevOps::Service": UNCONFIRMED,
  "AWS::S3Vectors::Index": ON_VECTORS,
  "AWS::S3Vectors::VectorBucket": ON_VECTORS,
  "AWS::AOSS::Collection": UNCONFIRMED,
  "AWS::NeptuneGraph::Graph": UNCONFIRMED,
  "AWS::KendraRanking::ExecutionPlan": { partitions: COMMERCIAL, regions: RANKING, confirmed: true },
  "AWS::Lex::Bot": ON_LEX,
  "AWS::Lex::BotAlias": ON_LEX,
} as const satisfies Readonly<Record<AiResourceType, DataEventType>>;

/** The row of a type, in the general shape of all rows. */
export function aiDataEventType(type: AiResourceType): DataEventType {
  return AI_DATA_EVENT_TYPES[type];
}

/** Whether the service behind the type is known to exist in `region`. A row without regions is taken for its partitions. */
export function isDataEventTypeIn(row: DataEventType, region: string): boolean {
  return (
    row.partitions.includes(partitionOf(region).id) &&
    (row.regions === undefined || row.regions.some((named) => named === region))
  );
}

/**
 * The types that a trail selects in a partition: those whose service exists there, as far as pages say. A trail covers every
 * region, so that the regions of a type do not narrow what it selects.
 *
 * @param partition the id of a partition
 */
export function aiResourceTypesOf(partition: string): readonly AiResourceType[] {
  return AI_RESOURCE_TYPES.filter((type) => aiDataEventType(type).partitions.some((id) => id === partition));
}
