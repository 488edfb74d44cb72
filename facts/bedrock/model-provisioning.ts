import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
    readOn: "2026-11-26",
    secondary: "the names of the operations in AWS's API models",
  },
];

/** Calls by which an account comes to a model, or keeps capacity of one. */
export const MODEL_PROVISIONING = [
  "CreateCustomModel",
  "CreateCustomModelDeployment",
  "CreateFoundationModelAgreement",
  "CreateInferenceProfile",
  "CreateMarketplaceModelEndpoint",
  "CreateModelCopyJob",
  "CreateModelCustomizationJob",
  "CreateModelImportJob",
  "CreateProvisionedModelThroughput",
] as const;
