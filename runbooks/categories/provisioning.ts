import { MODEL_PROVISIONING } from "../../facts/bedrock/model-provisioning";
import { GOVERNANCE_CALLS } from "../../facts/cloudtrail/governance-events";
import { all, any, is, isNot, present } from "../queries/condition";
import { calls, callsOf, INFERENCE, MODEL, noneOf, trail } from "../queries/records";
import { type Runbook, step } from "../runbook";

export const provisioning = {
  "models-provisioned": {
    question: "Which models were provisioned, customized, imported or agreed to that are not approved, and by whom?",
    category: "provisioning",
    severity: "high",
    days: 7,
    parameters: ["approvedModels"],
    query: ({ approvedModels }) =>
      trail(all(calls("bedrock", MODEL_PROVISIONING), ...noneOf(MODEL, approvedModels)), { model: MODEL }),
    reading: "A row with an errorcode was refused. A call of a pipeline that deploys approved models is harmless.",
    response: [
      step("model-owner", "Show the approval of the model."),
      step("platform", "Delete what was provisioned without one."),
      step("data-governance", "Check the licence and the data of what was imported or customized."),
    ],
    keep: ["The trail's records", "The approval, or that there is none"],
  },
  "model-access-changed": {
    question: "Who asked for access to models, agreed to their terms or shared them?",
    category: "provisioning",
    severity: "medium",
    days: 30,
    parameters: [],
    query: () => trail(callsOf(GOVERNANCE_CALLS["model-access"].calls), { model: MODEL }),
    reading: "A row is a change of what the account may use. It precedes first use by minutes where it is meant.",
    response: [
      step("model-owner", "Show who asked for the model."),
      step("platform", "Withdraw the agreement that nobody asked for."),
    ],
    keep: ["The trail's records"],
  },
  "endpoints-deployed": {
    question: "Which endpoints were deployed or changed, by whom?",
    category: "provisioning",
    severity: "medium",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("sagemaker", [
            "CreateEndpoint",
            "UpdateEndpoint",
            "UpdateEndpointWeightsAndCapacities",
            "CreateInferenceComponent",
          ]),
          calls("bedrock", [
            "CreateMarketplaceModelEndpoint",
            "UpdateMarketplaceModelEndpoint",
            "CreateCustomModelDeployment",
          ]),
        ),
        {
          endpoint: [
            "requestParameters.endpointName",
            "requestParameters.modelDeploymentName",
            "requestParameters.inferenceComponentName",
          ],
          endpoint_config: "requestParameters.endpointConfigName",
        },
      ),
    reading:
      "A row is an endpoint that serves, or that serves something else. Compare it with the deployment pipeline's runs.",
    response: [
      step("model-owner", "Show the deployment that the call belongs to."),
      step("on-call", "Delete an endpoint that nobody owns, after saving its configuration."),
    ],
    keep: ["The trail's records", "The endpoint's configuration as AWS Config recorded it"],
  },
  "endpoints-configured": {
    question: "With which key and which capture of calls were endpoints configured?",
    category: "provisioning",
    severity: "low",
    days: 90,
    parameters: [],
    query: () =>
      trail(calls("sagemaker", ["CreateEndpointConfig"]), {
        endpoint_config: "requestParameters.endpointConfigName",
        key_id: "requestParameters.kmsKeyId",
        captures: "requestParameters.dataCaptureConfig.enableCapture",
        captured_in: "requestParameters.dataCaptureConfig.destinationS3Uri",
        variants: "requestParameters.productionVariants{}",
      }),
    reading:
      "A row without a key_id is encrypted by a key of AWS's. A row without captures keeps no requests and responses.",
    response: [step("model-owner", "Configure the endpoint anew with a key and with data capture.")],
    keep: ["The trail's records"],
  },
  "model-lineage": {
    question:
      "What was each model, version and endpoint made of, and what came of which training data? Each row is one step.",
    category: "provisioning",
    severity: "informational",
    days: 90,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("sagemaker", [
            "CreateTrainingJob",
            "CreateModel",
            "CreateModelPackage",
            "CreateEndpointConfig",
            "CreateEndpoint",
            "UpdateEndpoint",
          ]),
          calls("bedrock", ["CreateModelCustomizationJob"]),
        ),
        {
          made: [
            "requestParameters.endpointName",
            "requestParameters.endpointConfigName",
            "requestParameters.trainingJobName",
            "requestParameters.customModelName",
            "requestParameters.modelPackageGroupName",
            "requestParameters.modelName",
          ],
          made_of: [
            "requestParameters.trainingDataConfig.s3Uri",
            "requestParameters.primaryContainer.modelDataUrl",
            "requestParameters.primaryContainer.modelPackageName",
            "requestParameters.inputDataConfig{}",
            "requestParameters.inferenceSpecification.containers{}",
            "requestParameters.containers{}",
            "requestParameters.productionVariants{}",
            "requestParameters.endpointConfigName",
          ],
          left_in: ["requestParameters.outputDataConfig.s3OutputPath", "requestParameters.outputDataConfig.s3Uri"],
        },
      ),
    reading:
      "A row is one step: the names in it lead to the next. A name can be used again once its resource is deleted.",
    response: [
      step(
        "data-governance",
        "Follow the names from an endpoint to its training data, and compare them with the model's card.",
      ),
    ],
    keep: ["The trail's records of every step"],
  },
  "model-versions-decided": {
    question: "Who registered, approved, rejected or deleted which version of a model?",
    category: "provisioning",
    severity: "informational",
    days: 90,
    parameters: [],
    query: () =>
      trail(calls("sagemaker", ["CreateModelPackage", "UpdateModelPackage", "DeleteModelPackage"]), {
        model_package: [
          "requestParameters.modelPackageArn",
          "requestParameters.modelPackageName",
          "responseElements.modelPackageArn",
        ],
        decided: "requestParameters.modelApprovalStatus",
        why: "requestParameters.approvalDescription",
      }),
    reading: "Whoever approves a version should not be who registered it.",
    response: [step("data-governance", "Ask for a second approval where one person did both.")],
    keep: ["The trail's records", "The registry's entry"],
  },
  "ai-resources-recorded": {
    question: "Which resources of Bedrock and SageMaker were made or changed?",
    category: "provisioning",
    severity: "informational",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "records",
      tables: ["config_items"],
      where: all(is("configurationItemStatus", "ResourceDiscovered", "OK"), {
        kind: "matches",
        field: "resourceType",
        pattern: "^AWS::(Bedrock|BedrockAgentCore|SageMaker)::",
      }),
    }),
    reading: "A row is what AWS Config recorded. It records changes of no consequence as well, such as a tag.",
    response: [step("model-owner", "Compare the inventory with what is declared: baseline verify.")],
    keep: ["The configuration items"],
  },
  "ungoverned-inference": {
    question: "Which models were called, or answered, outside the governed regions?",
    category: "provisioning",
    severity: "high",
    days: 7,
    parameters: ["governedRegions"],
    query: ({ governedRegions }) =>
      trail(
        all(
          INFERENCE,
          governedRegions.length === 0
            ? present("awsRegion")
            : any(
                isNot("awsRegion", ...governedRegions),
                all(
                  present("additionalEventData.inferenceRegion"),
                  isNot("additionalEventData.inferenceRegion", ...governedRegions),
                ),
              ),
        ),
        { model: MODEL, inference_region: "additionalEventData.inferenceRegion" },
      ),
    reading: "A row is a call in a region, or answered in one by an inference profile, that is not in governedRegions.",
    response: [
      step("data-governance", "Decide whether the data may have been processed there."),
      step(
        "platform",
        "Refuse the region, or the profile, by a service control policy: baseline organization-policies.",
      ),
    ],
    keep: ["The trail's records", "The invocation log's records with inferenceRegion"],
  },
  "agents-changed": {
    question: "Which agents, or what they may use, were changed?",
    category: "provisioning",
    severity: "medium",
    days: 30,
    parameters: [],
    query: () =>
      trail(callsOf(GOVERNANCE_CALLS["agent-provisioning"].calls), {
        agent: [
          "requestParameters.agentId",
          "requestParameters.agentName",
          "requestParameters.agentRuntimeId",
          "requestParameters.gatewayIdentifier",
        ],
      }),
    reading:
      "A row is an agent that can reach something else than before: an action group, a knowledge base, a tool of a gateway.",
    response: [
      step("model-owner", "Show the review of what the agent may do now."),
      step("security", "Look what the agent did since: run agent-tool-abuse."),
    ],
    keep: ["The trail's records", "The agent's version before and after"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
