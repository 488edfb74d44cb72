/** How the log groups are named that AI services write to. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html",
    readOn: "2026-11-26",
    secondary: "the groups' names as public programs write them",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/observability-view.html",
    readOn: "2026-11-26",
    secondary: "the groups' names as public programs write them",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
    readOn: "2026-11-26",
    secondary: "vended logs are in groups whose names begin with /aws/vendedlogs/",
  },
];

/** The beginnings of their names: SageMaker, Bedrock with its agents, what both deliver as vended logs, and this project's own. */
export const AI_LOG_GROUP_PREFIXES = [
  "/aws/bedrock",
  "/aws/sagemaker",
  "/aws/vendedlogs/bedrock",
  "/ai-governance",
] as const;
