import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html", readOn: "2026-11-21" },
  // The documents of all AWS managed policies, held against facts/iam/evidence-tampering.ts; the copy is of 2026-08-22.
  { page: "https://github.com/iann0036/iam-dataset/tree/main/aws/managedpolicies", readOn: "2026-11-26" },
];

/**
 * AWS managed policies that allow their holder to stop, delete or read all of the evidence, to lift its masking or to invoke every
 * model.
 */
export const BROAD_MANAGED_POLICIES: readonly string[] = [
  "AdministratorAccess",
  "PowerUserAccess",
  "IAMFullAccess",
  "AmazonBedrockFullAccess",
  "AmazonS3FullAccess",
  "AWSCloudTrail_FullAccess",
  "CloudWatchFullAccess",
  "CloudWatchFullAccessV2",
  "CloudWatchLogsFullAccess",
  "AdministratorAccess-Amplify",
  "AmazonBedrockLimitedAccess",
  "AmazonDynamoDBFullAccesswithDataPipeline",
  "AmazonEC2RoleforDataPipelineRole",
  "AmazonElasticMapReduceFullAccess",
  "AmazonElasticMapReduceforEC2Role",
  "AmazonSSMFullAccess",
  "AWSCloudTrailFullAccess",
  "AWSCodeStarServiceRole",
  "AWSLambdaExecute",
  "BedrockAgentCoreFullAccess",
  "DatabaseAdministrator",
  "SageMakerStudioAdminIAMDefaultExecutionPolicy",
  "SageMakerStudioAdminIAMPermissiveExecutionPolicy",
  "SageMakerStudioUserIAMDefaultExecutionPolicy",
  "SageMakerStudioUserIAMPermissiveExecutionPolicy",
  "SystemAdministrator",
];
