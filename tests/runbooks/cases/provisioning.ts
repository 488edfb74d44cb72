import type { provisioning } from "../../../runbooks/categories/provisioning";
import { ACCOUNT, APPROVED, asked, call, model, type Cases } from "./case";

const VERSION = `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:model-package/claims/7`;
const ARTIFACT = "s3://models/claims-7/output/model.tar.gz";
const CHANNELS = [{ channelName: "train", dataSource: { s3DataSource: { s3Uri: "s3://training/claims" } } }];

/** The steps from training data to an endpoint: the call, its parameters, and what the query says of them. */
export const LINEAGE: readonly (readonly [
  service: string,
  eventName: string,
  parameters: object,
  said: readonly [made: string, madeOf: string, leftIn?: string],
])[] = [
  [
    "sagemaker",
    "CreateTrainingJob",
    {
      trainingJobName: "claims-7",
      inputDataConfig: CHANNELS,
      outputDataConfig: { s3OutputPath: "s3://models" },
    },
    ["claims-7", JSON.stringify(CHANNELS), "s3://models"],
  ],
  [
    "sagemaker",
    "CreateModel",
    { modelName: "claims", primaryContainer: { modelDataUrl: ARTIFACT } },
    ["claims", ARTIFACT],
  ],
  [
    "sagemaker",
    "CreateModelPackage",
    { modelPackageGroupName: "claims", inferenceSpecification: { containers: [{ modelDataUrl: ARTIFACT }] } },
    ["claims", JSON.stringify([{ modelDataUrl: ARTIFACT }])],
  ],
  [
    "sagemaker",
    "CreateEndpointConfig",
    { endpointConfigName: "claims-2", productionVariants: [{ modelName: "claims" }] },
    ["claims-2", JSON.stringify([{ modelName: "claims" }])],
  ],
  [
    "sagemaker",
    "CreateEndpoint",
    { endpointName: "claims-live", endpointConfigName: "claims-2" },
    ["claims-live", "claims-2"],
  ],
  [
    "bedrock",
    "CreateModelCustomizationJob",
    {
      jobName: "tune-1",
      customModelName: "claims-tuned",
      baseModelIdentifier: APPROVED,
      trainingDataConfig: { s3Uri: "s3://training/pairs" },
      outputDataConfig: { s3Uri: "s3://models/tuned" },
    },
    ["claims-tuned", "s3://training/pairs", "s3://models/tuned"],
  ],
];

export const provisioningCases: Cases<typeof provisioning> = {
  "models-provisioned": {
    table: "cloudtrail_events",
    given: { approvedModels: [APPROVED] },
    finds: [
      { record: call("bedrock", "CreateProvisionedModelThroughput", model("meta.llama3")) },
      {
        record: call("bedrock", "CreateFoundationModelAgreement", {
          ...model("meta.llama3"),
          errorCode: "AccessDenied",
        }),
      },
      {
        record: call("bedrock", "CreateModelCustomizationJob", {
          requestParameters: { baseModelIdentifier: "meta.llama3" },
        }),
      },
      {
        record: call("bedrock", "CreateModelImportJob", { requestParameters: { importedModelName: "own" } }),
        region: "us-east-1",
      },
      {
        record: call("bedrock", "CreateInferenceProfile", { requestParameters: { inferenceProfileName: "p" } }),
        daysAgo: 7,
      },
    ],
    leaves: [
      { record: call("bedrock", "CreateProvisionedModelThroughput", model(APPROVED)) },
      { record: call("bedrock", "GetProvisionedModelThroughput", model("meta.llama3")) },
      { record: call("sagemaker", "CreateProvisionedModelThroughput", model("meta.llama3")) },
      { record: call("bedrock", "CreateProvisionedModelThroughput", model("meta.llama3")), daysAgo: 8 },
    ],
    elsewhere: [
      { record: call("bedrock", "CreateProvisionedModelThroughput", model("meta.llama3")), region: "af-south-1" },
    ],
  },
  "model-access-changed": {
    table: "cloudtrail_events",
    finds: [{ record: call("bedrock", "CreateFoundationModelAgreement", model("meta.llama3")), daysAgo: 30 }],
    leaves: [{ record: call("bedrock", "ListFoundationModelAgreementOffers", model("meta.llama3")) }],
  },
  "endpoints-deployed": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("sagemaker", "UpdateEndpoint", asked({ endpointName: "claims", endpointConfigName: "claims-2" })),
      },
      { record: call("bedrock", "CreateCustomModelDeployment", asked({ modelDeploymentName: "claims" })) },
    ],
    leaves: [
      { record: call("sagemaker", "DeleteEndpoint", asked({ endpointName: "claims" })) },
      { record: call("bedrock", "UpdateEndpoint", asked({ endpointName: "claims" })) },
    ],
  },
  "endpoints-configured": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("sagemaker", "CreateEndpointConfig", {
          requestParameters: {
            endpointConfigName: "claims-2",
            kmsKeyId: "k",
            dataCaptureConfig: { enableCapture: true, destinationS3Uri: "s3://capture/claims" },
          },
        }),
      },
      { record: call("sagemaker", "CreateEndpointConfig", { errorCode: "AccessDenied" }), daysAgo: 90 },
    ],
    leaves: [
      { record: call("sagemaker", "DeleteEndpointConfig") },
      { record: call("sagemaker", "CreateEndpointConfig"), daysAgo: 91 },
    ],
  },
  "model-lineage": {
    table: "cloudtrail_events",
    finds: LINEAGE.map(([service, eventName, requestParameters]) => ({
      record: call(service, eventName, { requestParameters }),
    })),
    leaves: [
      { record: call("sagemaker", "DescribeTrainingJob", { requestParameters: { trainingJobName: "claims-7" } }) },
      { record: call("sagemaker", "CreateTrainingJob", { requestParameters: {} }), daysAgo: 91 },
      { record: call("bedrock", "CreateTrainingJob", { requestParameters: {} }) },
    ],
  },
  "model-versions-decided": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("sagemaker", "CreateModelPackage", {
          requestParameters: { modelPackageGroupName: "claims", modelApprovalStatus: "PendingManualApproval" },
          responseElements: { modelPackageArn: VERSION },
        }),
        daysAgo: 90,
      },
      {
        record: call("sagemaker", "UpdateModelPackage", {
          requestParameters: { modelPackageArn: VERSION, modelApprovalStatus: "Approved" },
        }),
      },
      { record: call("sagemaker", "DeleteModelPackage", { requestParameters: { modelPackageName: VERSION } }) },
    ],
    leaves: [
      { record: call("sagemaker", "DescribeModelPackage", { requestParameters: { modelPackageName: VERSION } }) },
      { record: call("sagemaker", "UpdateModelPackage"), daysAgo: 91 },
    ],
  },
  "ai-resources-recorded": {
    table: "config_items",
    finds: [
      { record: { configurationItemStatus: "ResourceDiscovered", resourceType: "AWS::Bedrock::Guardrail" } },
      {
        record: {
          configurationItemStatus: "OK",
          resourceType: "AWS::SageMaker::Model",
          configuration: { modelName: "m" },
        },
      },
    ],
    leaves: [
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::SageMaker::Model" } },
      { record: { configurationItemStatus: "OK", resourceType: "AWS::Lambda::Function" } },
    ],
  },
  "ungoverned-inference": {
    table: "cloudtrail_events",
    given: { governedRegions: ["eu-central-1", "eu-west-1"] },
    finds: [
      { record: call("bedrock", "InvokeModel", model("m")), region: "us-east-1" },
      {
        record: call("bedrock", "Converse", {
          ...model("eu.m"),
          additionalEventData: { inferenceRegion: "eu-north-1" },
        }),
      },
      { record: call("bedrock-mantle", "CreateInference", asked({ model: "m" })), region: "us-east-1" },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model("m")) },
      {
        record: call("bedrock", "Converse", {
          ...model("eu.m"),
          additionalEventData: { inferenceRegion: "eu-west-1" },
        }),
      },
      { record: call("bedrock", "ListGuardrails"), region: "us-east-1" },
    ],
  },
  "agents-changed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "CreateAgentActionGroup", asked({ agentId: "A" })) },
      { record: call("bedrock-agentcore", "UpdateGatewayTarget", asked({ gatewayIdentifier: "g" })) },
    ],
    leaves: [
      { record: call("bedrock", "GetAgentActionGroup", asked({ agentId: "A" })) },
      { record: call("bedrock", "UpdateGatewayTarget") },
    ],
  },
};
