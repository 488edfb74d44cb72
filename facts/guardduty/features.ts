/** What GuardDuty can be told to look at, beside the management events, flow logs and DNS queries that it always looks at. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html",
    readOn: "2026-11-26",
    secondary: "the names as @pulumi/aws 7.48 lists them",
  },
  { page: "https://docs.aws.amazon.com/guardduty/latest/ug/findings-ai-protection.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_regions.html", readOn: "2026-11-26" },
];

/** The features, and what of an AI workload each one sees. Not every region offers every one of them. */
export const DETECTOR_FEATURES = {
  S3_DATA_EVENTS: "reads and writes of objects, such as training data and model artifacts",
  EKS_AUDIT_LOGS: "calls to the API servers of EKS clusters that train and serve",
  RUNTIME_MONITORING: "processes, files and connections of EKS, ECS and EC2 workloads in which an agent runs",
  LAMBDA_NETWORK_LOGS: "connections of Lambda functions, such as the tools of agents",
  AI_PROTECTION: "calls of models of Bedrock and SageMaker: anomalous ones, cost harvesting, prompt injection",
  RDS_LOGIN_EVENTS: "logins to Aurora and RDS databases, such as vector stores",
  EBS_MALWARE_PROTECTION: "malware on the volumes of instances and containers about which there is a finding",
} as const satisfies Readonly<Record<string, string>>;

export type DetectorFeatureName = keyof typeof DETECTOR_FEATURES;

export const DETECTOR_FEATURE_NAMES = Object.keys(DETECTOR_FEATURES) as readonly DetectorFeatureName[]; // loses the key types

/** Where GuardDuty installs and updates the agent of Runtime Monitoring itself. */
export const RUNTIME_AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"] as const;
export type RuntimeAgent = (typeof RUNTIME_AGENTS)[number];

/** How often GuardDuty tells EventBridge that a finding occurred again; a new finding it tells within five minutes. */
export const PUBLISHING_FREQUENCIES = ["FIFTEEN_MINUTES", "ONE_HOUR", "SIX_HOURS"] as const;
export type PublishingFrequency = (typeof PUBLISHING_FREQUENCIES)[number];
