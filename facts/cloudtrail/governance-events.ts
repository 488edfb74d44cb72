/** Calls that change who uses which model, with which data: no control is undone by them, and somebody should know. */
import type { AlertSeverity } from "../alerting/severities";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models and published action lists have them",
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models and published action lists have them",
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models and published action lists have them",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
    readOn: "2026-11-26",
    secondary: "who calls AssumeRole from another account, as AWS's sample records have it",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html",
    readOn: "2026-11-26",
    secondary: "the names of the users that long-term keys belong to",
  },
];

/** Calls of one purpose, of any services, as one rule takes them in. */
export interface GovernanceCalls {
  /** What a message says of the call. */
  readonly what: string;
  readonly severity: AlertSeverity;
  /** Whether they are calls to IAM, which are recorded in one region of a partition only. */
  readonly isGlobal: boolean;
  /** The event source without `.amazonaws.com` -> the names of its events. */
  readonly calls: Readonly<Record<string, readonly string[]>>;
}

export const GOVERNANCE_CALLS = {
  "model-access": {
    what: "Access to models was changed",
    severity: "mail",
    isGlobal: false,
    calls: {
      bedrock: [
        "PutUseCaseForModelAccess",
        "CreateFoundationModelAgreement",
        "DeleteFoundationModelAgreement",
        "PutAccountDataRetention",
        "PutResourcePolicy",
        "DeleteResourcePolicy",
      ],
    },
  },
  "model-provisioning": {
    what: "A model was provisioned or deployed",
    severity: "ticket",
    isGlobal: false,
    calls: {
      bedrock: [
        "CreateCustomModel",
        "CreateCustomModelDeployment",
        "CreateInferenceProfile",
        "CreateMarketplaceModelEndpoint",
        "CreateModelCopyJob",
        "CreateModelCustomizationJob",
        "CreateModelImportJob",
        "CreateProvisionedModelThroughput",
        "RegisterMarketplaceModelEndpoint",
        "UpdateCustomModelDeployment",
        "UpdateMarketplaceModelEndpoint",
        "UpdateProvisionedModelThroughput",
      ],
      sagemaker: [
        "CreateEndpoint",
        "CreateEndpointConfig",
        "CreateInferenceComponent",
        "CreateModel",
        "CreateModelPackage",
        "UpdateEndpoint",
        "UpdateEndpointWeightsAndCapacities",
        "UpdateInferenceComponent",
        "UpdateModelPackage",
      ],
    },
  },
  "agent-provisioning": {
    what: "An agent, or what it may use, was changed",
    severity: "ticket",
    isGlobal: false,
    calls: {
      bedrock: [
        "AssociateAgentCollaborator",
        "AssociateAgentKnowledgeBase",
        "CreateAgent",
        "CreateAgentActionGroup",
        "CreateFlow",
        "CreateKnowledgeBase",
        "UpdateAgentActionGroup",
        "UpdateAgentKnowledgeBase",
        "UpdateFlow",
        "UpdateKnowledgeBase",
      ],
      "bedrock-agentcore": [
        "CreateAgentRuntime",
        "CreateAgentRuntimeEndpoint",
        "CreateBrowser",
        "CreateCodeInterpreter",
        "CreateGateway",
        "CreateGatewayTarget",
        "CreateMemory",
        "UpdateAgentRuntime",
        "UpdateAgentRuntimeEndpoint",
        "UpdateGateway",
        "UpdateGatewayTarget",
        "UpdateMemory",
        "UpdatePolicy",
        "UpdatePolicyEngine",
      ],
    },
  },
  "training-data": {
    what: "Data was given to a model, or can be moved",
    severity: "ticket",
    isGlobal: false,
    calls: {
      bedrock: ["CreateDataSource", "IngestKnowledgeBaseDocuments"],
      s3: ["CreateAccessPoint", "CreateJob", "PutAccessPointPolicy", "PutBucketAcl", "PutBucketReplication"],
      sagemaker: [
        "CreateAutoMLJobV2",
        "CreateFeatureGroup",
        "CreateHyperParameterTuningJob",
        "CreateLabelingJob",
        "CreateProcessingJob",
        "CreateTrainingJob",
        "CreateTransformJob",
      ],
    },
  },
  "resource-sharing": {
    what: "Something was shared with other accounts",
    severity: "mail",
    isGlobal: false,
    calls: {
      ram: [
        "AssociateResourceShare",
        "AssociateResourceSharePermission",
        "CreateResourceShare",
        "EnableSharingWithAwsOrganization",
        "UpdateResourceShare",
      ],
      sagemaker: ["PutModelPackageGroupPolicy"],
    },
  },
  "identity-changes": {
    what: "Somebody may do more than before, models included",
    severity: "mail",
    isGlobal: true,
    calls: {
      iam: [
        "AddUserToGroup",
        "AttachGroupPolicy",
        "AttachUserPolicy",
        "CreateLoginProfile",
        "CreateOpenIDConnectProvider",
        "CreateRole",
        "CreateSAMLProvider",
        "CreateUser",
        "DeleteRolePermissionsBoundary",
        "DeleteUserPermissionsBoundary",
        "PutGroupPolicy",
        "PutRolePermissionsBoundary",
        "PutUserPermissionsBoundary",
        "PutUserPolicy",
        "SetDefaultPolicyVersion",
        "UpdateSAMLProvider",
      ],
    },
  },
} as const satisfies Readonly<Record<string, GovernanceCalls>>;

export type GovernanceCallsId = keyof typeof GOVERNANCE_CALLS;

export const GOVERNANCE_CALLS_IDS = Object.keys(GOVERNANCE_CALLS) as readonly GovernanceCallsId[]; // Object.keys loses the key types

/**
 * The beginning of the names of IAM users that long-term keys for Amazon Bedrock belong to. Such a key is a bearer token without
 * an end, and whoever has it calls models.
 */
export const MODEL_KEY_USER_PREFIX = "BedrockAPIKey-";
