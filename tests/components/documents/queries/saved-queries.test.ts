import assert from "node:assert/strict";

import {
  SAVED_QUERIES,
  type SavedQueryName,
  savedQueries,
} from "../../../../components/documents/queries/saved-queries";
import { EVIDENCE_TABLES, type EvidenceTableName } from "../../../../facts/athena/evidence-tables";
import { EVENT_NAMES } from "../../../../facts/cloudtrail/event-names";
import { TAMPER_EVENTS, TAMPER_SERVICES } from "../../../../facts/cloudtrail/tamper-events";
import { requestMetadata } from "../../../../telemetry/records";
import { Athena, type Row } from "../../../support/athena/athena";
import { trinoMistakes } from "../../../support/athena/trino-grammar";
import { ACCOUNT, LOCATIONS, objectsOf, type Sample } from "./evidence-samples";

const NAMES = Object.keys(SAVED_QUERIES) as SavedQueryName[]; // the keys of an object are not typed as such
const ALL_TABLES = Object.keys(EVIDENCE_TABLES) as EvidenceTableName[]; // likewise
const APPROVED = "anthropic.claude-sonnet-4";

/** What a query is put to, and the column by which its rows are known. */
interface Case {
  readonly table: EvidenceTableName;
  readonly finds: readonly Sample[];
  /** Each differs in one thing from what is found. */
  readonly leaves: readonly Sample[];
  readonly approvedModels?: readonly string[];
  /** @default the column that holds the sample's id */
  readonly rows?: readonly Row[];
}

const ID_COLUMNS: Readonly<Record<EvidenceTableName, string>> = {
  cloudtrail_events: "eventid",
  config_items: "resourceid",
  model_invocations: "requestid",
  s3_access: "key",
  s3_access_to_trail: "key",
  s3_access_to_lineage: "key",
  kubernetes_audit: "auditid",
};

const ANN = { type: "AssumedRole", arn: `arn:aws:sts::${ACCOUNT}:assumed-role/dev/ann`, accountId: ACCOUNT };

function call(service: string, eventName: string, more: Readonly<Record<string, unknown>> = {}): Sample["record"] {
  return {
    userIdentity: ANN,
    eventSource: `${service}.amazonaws.com`,
    eventName,
    recipientAccountId: ACCOUNT,
    readOnly: false,
    eventType: "AwsApiCall",
    ...more,
  };
}

const model = (modelId: string): Sample["record"] => ({ requestParameters: { modelId } });
const request = (username: string, verb: string, objectRef: object, more: object = {}): Sample["record"] => ({
  user: { username, groups: ["system:authenticated"] },
  verb,
  objectRef,
  responseStatus: { code: 200 },
  requestURI: "/api/v1/namespaces/prod",
  ...more,
});
const SIGN_IN = {
  userIdentity: { type: "IAMUser", arn: `arn:aws:iam::${ACCOUNT}:user/ann` },
  responseElements: { ConsoleLogin: "Success" },
  additionalEventData: { MFAUsed: "No" },
};
const invocation = (more: object = {}): Sample["record"] => ({
  identity: { arn: ANN.arn },
  operation: "Converse",
  modelId: APPROVED,
  input: { inputTokenCount: 10, inputBodyJson: { messages: [] } },
  output: { outputTokenCount: 3, outputBodyJson: { stopReason: "end_turn" } },
  ...more,
});

/** What a guardrail says of a text by one of its policies. */
const assessed = (policy: string): object => ({ [policy]: { piiEntities: [{ type: "EMAIL", action: "ANONYMIZED" }] } });

const CORRELATED = requestMetadata({
  service: "claims-assistant",
  conversationId: "conversation-1",
  traceId: "0af7651916cd43dd8448eb211c80319c",
  spanId: "b7ad6b7169203331",
});

const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234`;
const VERSION = `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:model-package/claims/7`;
const ARTIFACT = "s3://models/claims-7/output/model.tar.gz";
const CHANNELS = [{ channelName: "train", dataSource: { s3DataSource: { s3Uri: "s3://training/claims" } } }];

/** The steps from training data to an endpoint: the call, its parameters, and what the query says of them. */
const LINEAGE: readonly (readonly [
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

const CASES: Readonly<Record<SavedQueryName, Case>> = {
  "models-provisioned": {
    table: "cloudtrail_events",
    approvedModels: [APPROVED],
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
      { record: call("bedrock", "CreateProvisionedModelThroughput", model("meta.llama3")), region: "af-south-1" },
    ],
  },
  "models-called": {
    table: "cloudtrail_events",
    approvedModels: [APPROVED],
    finds: [
      { record: call("bedrock", "InvokeModel", model("meta.llama3")) },
      {
        record: call("bedrock", "ConverseStream", { ...model("meta.llama3"), errorCode: "ThrottlingException" }),
        daysAgo: 2,
      },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model(APPROVED)) },
      { record: call("bedrock", "ApplyGuardrail", model("meta.llama3")) },
      { record: call("bedrock", "InvokeModel", model("meta.llama3")), daysAgo: 9 },
    ],
    rows: [
      {
        caller: ANN.arn,
        model: "meta.llama3",
        awsregion: "eu-central-1",
        calls: "2",
        failed: "1",
        latest: "2026-11-11T00:00:00Z",
      },
    ],
  },
  "model-calls-denied": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "InvokeModel", { ...model("m"), errorCode: "AccessDenied" }) },
      { record: call("bedrock", "Converse", { ...model("m"), errorCode: "AccessDeniedException" }) },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model("m")) },
      { record: call("bedrock", "InvokeModel", { ...model("m"), errorCode: "ThrottlingException" }) },
      { record: call("bedrock", "ListGuardrails", { errorCode: "AccessDenied" }) },
    ],
  },
  "evidence-tampered-with": {
    table: "cloudtrail_events",
    finds: [
      ...TAMPER_SERVICES.flatMap((service) => TAMPER_EVENTS[service].map((name) => ({ record: call(service, name) }))),
      { record: call("cloudtrail", "StopLogging", { errorCode: "AccessDenied" }) },
    ],
    leaves: [
      { record: call("cloudtrail", "StartLogging") },
      { record: call("cloudtrail", "DisableKey") },
      { record: call("kms", "EnableKey") },
      { record: call("cloudtrail", "StopLogging"), daysAgo: 8 },
    ],
  },
  "invocation-logging-changed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "DeleteModelInvocationLoggingConfiguration") },
      {
        record: call("bedrock", "PutModelInvocationLoggingConfiguration", { requestParameters: { loggingConfig: {} } }),
        daysAgo: 30,
      },
    ],
    leaves: [
      { record: call("bedrock", "GetModelInvocationLoggingConfiguration") },
      { record: call("bedrock", "DeleteModelInvocationLoggingConfiguration"), daysAgo: 31 },
    ],
  },
  "guardrails-changed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "UpdateGuardrail", { requestParameters: { guardrailIdentifier: "g" } }) },
      { record: call("bedrock", "DeleteEnforcedGuardrailConfiguration") },
    ],
    leaves: [{ record: call("bedrock", "CreateGuardrail") }, { record: call("bedrock", "GetGuardrail") }],
  },
  "keys-disabled": {
    table: "cloudtrail_events",
    finds: [
      { record: call("kms", "DisableKey", { requestParameters: { keyId: "k" } }) },
      { record: call("kms", "ScheduleKeyDeletion", { requestParameters: { keyId: "k", pendingWindowInDays: 7 } }) },
    ],
    leaves: [
      { record: call("kms", "EnableKey") },
      { record: call("kms", "CancelKeyDeletion") },
      { record: call("kms", "Decrypt") },
    ],
  },
  "cross-account-access": {
    table: "cloudtrail_events",
    finds: [
      { record: call("sts", "AssumeRole", { userIdentity: { type: "AWSAccount", accountId: "999988887777" } }) },
      { record: call("s3", "GetObject", { userIdentity: { ...ANN, accountId: "999988887777" } }) },
    ],
    leaves: [
      { record: call("sts", "AssumeRole") },
      {
        record: call("sts", "AssumeRole", { userIdentity: { type: "AWSService", invokedBy: "lambda.amazonaws.com" } }),
      },
      { record: call("sts", "AssumeRole", { userIdentity: { type: "AWSService", accountId: "999988887777" } }) },
    ],
  },
  "root-used": {
    table: "cloudtrail_events",
    finds: [
      { record: call("s3", "ListBuckets", { userIdentity: { type: "Root", accountId: ACCOUNT } }), daysAgo: 90 },
      {
        record: call("signin", "ConsoleLogin", { userIdentity: { type: "Root" }, eventType: "AwsConsoleSignIn" }),
        region: "us-east-1",
      },
    ],
    leaves: [
      { record: call("s3", "ListBuckets", { userIdentity: { type: "Root", invokedBy: "support.amazonaws.com" } }) },
      { record: call("kms", "RotateKey", { userIdentity: { type: "Root" }, eventType: "AwsServiceEvent" }) },
      { record: call("s3", "ListBuckets") },
    ],
  },
  "sign-ins-without-mfa": {
    table: "cloudtrail_events",
    finds: [{ record: call("signin", "ConsoleLogin", SIGN_IN) }],
    leaves: [
      { record: call("signin", "ConsoleLogin", { ...SIGN_IN, additionalEventData: { MFAUsed: "Yes" } }) },
      { record: call("signin", "ConsoleLogin", { ...SIGN_IN, responseElements: { ConsoleLogin: "Failure" } }) },
      { record: call("signin", "ConsoleLogin", { ...SIGN_IN, userIdentity: ANN }) },
      { record: call("signin", "SwitchRole", SIGN_IN) },
    ],
  },
  "model-permissions-widened": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("iam", "PutRolePolicy", { requestParameters: { policyDocument: '{"Action":"bedrock:*"}' } }),
        region: "us-east-1",
      },
      {
        record: call("iam", "AttachUserPolicy", {
          requestParameters: { policyArn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
        }),
      },
    ],
    leaves: [
      { record: call("iam", "PutRolePolicy", { requestParameters: { policyDocument: '{"Action":"s3:GetObject"}' } }) },
      { record: call("iam", "GetRolePolicy", { requestParameters: { policyName: "bedrock" } }) },
    ],
  },
  "objects-read-and-written": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("s3", "GetObject", {
          eventCategory: "Data",
          requestParameters: { bucketName: "training", key: "a" },
        }),
      },
      {
        record: call("s3", "GetObject", {
          eventCategory: "Data",
          requestParameters: { bucketName: "training", key: "b" },
        }),
        daysAgo: 3,
      },
    ],
    leaves: [
      { record: call("s3", "ListObjects", { eventCategory: "Data", requestParameters: { bucketName: "training" } }) },
      {
        record: call("s3", "GetObject", { eventCategory: "Management", requestParameters: { bucketName: "training" } }),
      },
    ],
    rows: [
      {
        caller: ANN.arn,
        bucket: "training",
        eventname: "GetObject",
        requests: "2",
        earliest: "2026-11-09T00:00:00Z",
        latest: "2026-11-11T00:00:00Z",
      },
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
  "keys-used": {
    table: "cloudtrail_events",
    finds: [
      { record: call("kms", "Decrypt", { resources: [{ ARN: KEY, accountId: ACCOUNT, type: "AWS::KMS::Key" }] }) },
      {
        record: call("kms", "Decrypt", {
          resources: [{ ARN: KEY, accountId: ACCOUNT, type: "AWS::KMS::Key" }],
          errorCode: "AccessDenied",
        }),
        daysAgo: 2,
      },
    ],
    leaves: [
      { record: call("kms", "DescribeKey", { resources: [{ ARN: KEY, accountId: ACCOUNT, type: "AWS::KMS::Key" }] }) },
      { record: call("kms", "Decrypt", { resources: [] }) },
      { record: call("kms", "Decrypt") },
    ],
    rows: [
      { key: KEY, caller: ANN.arn, eventname: "Decrypt", calls: "2", failed: "1", latest: "2026-11-11T00:00:00Z" },
    ],
  },
  "evidence-read-or-deleted": {
    table: "s3_access",
    finds: [
      { record: { operation: "REST.GET.OBJECT" } },
      { record: { operation: "REST.DELETE.OBJECT", status: "204" } },
      { record: { operation: "REST.POST.MULTI_OBJECT_DELETE" } },
      { record: { operation: "BATCH.DELETE.OBJECT" } },
    ],
    leaves: [{ record: { operation: "REST.PUT.OBJECT" } }, { record: { operation: "REST.GET.OBJECT" }, daysAgo: 8 }],
  },
  "evidence-access-refused": {
    table: "s3_access_to_trail",
    finds: [{ record: { operation: "REST.GET.OBJECT", status: "403" } }],
    leaves: [{ record: { operation: "REST.GET.OBJECT" } }, { record: { operation: "REST.GET.OBJECT", status: "404" } }],
  },
  "lineage-objects-accessed": {
    table: "s3_access_to_lineage",
    finds: [
      { record: { operation: "REST.GET.OBJECT", key: "a" } },
      { record: { operation: "REST.GET.OBJECT", key: "b", status: "206" }, daysAgo: 2 },
      { record: { operation: "REST.GET.OBJECT", key: "b" } },
      { record: { operation: "BATCH.DELETE.OBJECT", status: "204" } },
    ],
    leaves: [
      { record: { operation: "REST.GET.OBJECT", status: "403" } },
      { record: { operation: "REST.GET.OBJECT" }, daysAgo: 8 },
      { record: { operation: "REST.POST.MULTI_OBJECT_DELETE", key: "-" } },
    ],
    rows: [
      { operation: "REST.GET.OBJECT", requests: "3", objects: "2", earliest: "2026/11/10", latest: "2026/11/11" },
      { operation: "BATCH.DELETE.OBJECT", requests: "1", objects: "1", earliest: "2026/11/11", latest: "2026/11/11" },
    ].map((row) => ({
      requester: `arn:aws:iam::${ACCOUNT}:user/ann`,
      remoteip: "192.0.2.3",
      bucket_name: "texts",
      ...row,
    })),
  },
  "lineage-access-refused": {
    table: "s3_access_to_lineage",
    finds: [{ record: { operation: "REST.GET.OBJECT", status: "403" } }],
    leaves: [{ record: { operation: "REST.GET.OBJECT" } }, { record: { operation: "REST.GET.OBJECT", status: "404" } }],
  },
  "resources-deleted": {
    table: "config_items",
    finds: [
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::KMS::Key" } },
      {
        record: {
          configurationItemStatus: "ResourceDeletedNotRecorded",
          resourceType: "AWS::BedrockAgentCore::Runtime",
        },
        // The 5th: AWS Config writes no zero before it.
        daysAgo: 7,
      },
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::Logs::LogGroup" }, daysAgo: 0 },
    ],
    leaves: [
      { record: { configurationItemStatus: "OK", resourceType: "AWS::KMS::Key" } },
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::EC2::Instance" } },
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::KMS::Key" }, daysAgo: 8 },
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
  "tokens-by-caller": {
    table: "model_invocations",
    finds: [{ record: invocation() }, { record: invocation(), daysAgo: 3 }],
    leaves: [
      { record: invocation({ schemaType: "Other" }) },
      { record: invocation(), daysAgo: 8 },
      { record: invocation(), region: "us-east-1" },
    ],
    rows: [{ caller: ANN.arn, modelid: APPROVED, invocations: "2", input_tokens: "20", output_tokens: "6" }],
  },
  "calls-without-correlation": {
    table: "model_invocations",
    finds: [
      { record: invocation({ timestamp: "2026-11-12T08:00:00Z" }) },
      { record: invocation({ timestamp: "2026-11-12T09:00:00Z", requestMetadata: {} }) },
      ...Object.keys(CORRELATED).map((key) => ({
        record: invocation({
          timestamp: "2026-11-12T10:00:00Z",
          requestMetadata: Object.fromEntries(Object.entries(CORRELATED).filter(([name]) => name !== key)),
        }),
      })),
    ],
    leaves: [
      { record: invocation({ requestMetadata: { ...CORRELATED, team: "claims" } }) },
      { record: invocation({ schemaType: "Other" }) },
      { record: invocation(), daysAgo: 8 },
    ],
    rows: [
      {
        caller: ANN.arn,
        modelid: APPROVED,
        invocations: "6",
        first: "2026-11-12T08:00:00Z",
        last: "2026-11-12T10:00:00Z",
        example: "find-5",
      },
    ],
  },
  "guardrail-interventions": {
    table: "model_invocations",
    finds: [
      { record: invocation({ output: { outputBodyJson: { stopReason: "guardrail_intervened" } } }) },
      { record: invocation({ output: { outputBodyJson: { "amazon-bedrock-guardrailAction": "INTERVENED" } } }) },
    ],
    leaves: [
      { record: invocation() },
      { record: invocation({ output: { outputBodyJson: { "amazon-bedrock-guardrailAction": "NONE" } } }) },
    ],
  },
  "personal-data-found": {
    table: "model_invocations",
    finds: [
      {
        record: invocation({
          output: {
            outputBodyJson: {
              trace: { guardrail: { inputAssessment: { g: assessed("sensitiveInformationPolicy") } } },
            },
          },
        }),
      },
      {
        record: invocation({
          output: {
            outputBodyJson: {
              "amazon-bedrock-trace": { guardrail: { outputs: [{ g: assessed("sensitiveInformationPolicy") }] } },
            },
          },
        }),
      },
    ],
    leaves: [
      { record: invocation() },
      {
        record: invocation({
          output: { outputBodyJson: { trace: { guardrail: { inputAssessment: { g: assessed("contentPolicy") } } } } },
        }),
      },
      {
        record: invocation({
          output: {
            outputBodyJson: {
              trace: { guardrail: { inputAssessment: { g: assessed("sensitiveInformationPolicy") } } },
            },
          },
        }),
        daysAgo: 8,
      },
    ],
  },
  "cluster-secrets-read": {
    table: "kubernetes_audit",
    finds: [
      { record: request("ann", "get", { resource: "secrets", namespace: "prod" }) },
      { record: request("system:serviceaccount:prod:app", "list", { resource: "secrets" }) },
    ],
    leaves: [
      { record: request("system:serviceaccount:kube-system:namespace-controller", "list", { resource: "secrets" }) },
      { record: request("system:kube-controller-manager", "get", { resource: "secrets" }) },
      { record: request("ann", "create", { resource: "secrets" }) },
      { record: request("ann", "get", { resource: "configmaps" }) },
      { record: request("ann", "get", { resource: "secrets" }, { stage: "RequestReceived" }) },
    ],
  },
  "cluster-shells-opened": {
    table: "kubernetes_audit",
    finds: [{ record: request("ann", "create", { resource: "pods", subresource: "exec" }) }],
    leaves: [
      { record: request("ann", "get", { resource: "pods", subresource: "log" }) },
      { record: request("ann", "create", { resource: "pods" }) },
    ],
  },
  "cluster-reached-anonymously": {
    table: "kubernetes_audit",
    finds: [{ record: request("system:anonymous", "list", { resource: "pods" }) }],
    leaves: [
      { record: request("system:anonymous", "list", { resource: "pods" }, { responseStatus: { code: 403 } }) },
      { record: request("system:anonymous", "get", {}, { requestURI: "/livez?verbose" }) },
      { record: request("ann", "list", { resource: "pods" }) },
    ],
  },
};

describe("The saved queries", () => {
  for (const name of NAMES) {
    const { table, finds, leaves, rows, approvedModels = [] } = CASES[name];
    it(`${name}: ${SAVED_QUERIES[name].question}`, async () => {
      const samples = Object.fromEntries([
        ...finds.map((sample, index) => [`find-${index}`, sample] as const),
        ...leaves.map((sample, index) => [`leave-${index}`, sample] as const),
      ]);
      const athena = await Athena.over(objectsOf(table, samples), LOCATIONS);
      const found = await athena.query(SAVED_QUERIES[name].sql({ tables: ALL_TABLES, approvedModels }));
      if (rows !== undefined) {
        assert.deepEqual(found, rows);
      } else {
        assert.deepEqual(
          found.map((row) => row[ID_COLUMNS[table]]).sort(),
          finds.map((_, index) => `find-${index}`).sort(),
        );
      }
    });

    it(`${name} is a statement in Trino's dialect`, () => {
      for (const approved of [[], [APPROVED, "o'hara"]]) {
        const sql = SAVED_QUERIES[name].sql({ tables: ALL_TABLES, approvedModels: approved });
        assert.deepEqual(trinoMistakes(sql), [], sql);
      }
    });
  }

  it("model-lineage says of each step what was made of what, and where it was left", async () => {
    const samples = LINEAGE.map(([service, eventName, requestParameters], index): [string, Sample] => [
      String(index),
      { record: call(service, eventName, { requestParameters }) },
    ]);
    const athena = await Athena.over(objectsOf("cloudtrail_events", Object.fromEntries(samples)), LOCATIONS);
    const found = await athena.query(SAVED_QUERIES["model-lineage"].sql({ tables: ALL_TABLES, approvedModels: [] }));
    const said = LINEAGE.map((_, index) => found.find(({ eventid }) => eventid === String(index)));
    assert.deepEqual(
      said.map((row) => [row?.["made"], row?.["made_of"], row?.["left_in"] ?? undefined]),
      LINEAGE.map(([, , , [made, madeOf, leftIn]]) => [made, madeOf, leftIn]),
    );
  });

  it("name no event that CloudTrail does not have", () => {
    const strange = NAMES.flatMap((name) => {
      const sql = SAVED_QUERIES[name].sql({ tables: ALL_TABLES, approvedModels: [] });
      return [...sql.matchAll(/eventsource = '(?<source>[^']+)' AND eventname IN \((?<names>[^)]+)\)/g)].flatMap(
        ({ groups }) =>
          (groups?.["names"] ?? "")
            .split(", ")
            .map((quoted) => quoted.slice(1, -1))
            .filter((event) => EVENT_NAMES[groups?.["source"] ?? ""]?.includes(event) === false)
            .map((event) => `${name}: ${event}`),
      );
    });
    assert.deepEqual(strange, []);
  });

  it("are those whose tables there are", () => {
    const names = savedQueries({ tables: ["config_items"], approvedModels: [] }).map(([name]) => name);
    assert.deepEqual(names, ["resources-deleted", "ai-resources-recorded"]);
    assert.equal(savedQueries({ tables: ALL_TABLES, approvedModels: [] }).length, NAMES.length);
  });

  it("read the access logs of whichever buckets there are", () => {
    const sql = (tables: readonly EvidenceTableName[]): string =>
      SAVED_QUERIES["evidence-access-refused"].sql({ tables, approvedModels: [] });
    assert.doesNotMatch(sql(["s3_access"]), /UNION|s3_access_to_trail/);
    assert.match(
      sql(["s3_access", "s3_access_to_trail"]),
      /FROM s3_access\n[^]*UNION ALL[^]*FROM s3_access_to_trail\n/,
    );
    assert.deepEqual(trinoMistakes(sql(["s3_access_to_trail"])), []);
  });
});

describe("The grammar that judges them", () => {
  it("refuses what is no statement", () => assert.notDeepEqual(trinoMistakes("SELECT FROM WHERE"), []));
});
