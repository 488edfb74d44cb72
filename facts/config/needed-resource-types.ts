/** The resource types that a recorder may not leave out, since the baseline has no other history of them. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/config/latest/APIReference/API_ExclusionByResourceTypes.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/resource-config-reference.html",
    readOn: "2026-11-25",
  },
];

/** How AWS writes a resource type: `AWS::EC2::NetworkInterface`. */
export const RESOURCE_TYPE_FORM = /^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/;

/** The evidence itself, and what the baseline's Config rules are triggered by: a rule on a type that is left out never runs. */
export const NEEDED_RESOURCE_TYPES: readonly string[] = [
  "AWS::S3::Bucket",
  "AWS::KMS::Key",
  "AWS::CloudTrail::Trail",
  "AWS::CloudWatch::Alarm",
  "AWS::EKS::Cluster",
];

/** How the types of AI workloads begin, and those of permissions. */
export const NEEDED_FAMILIES: readonly string[] = [
  "AWS::Bedrock::",
  "AWS::BedrockAgentCore::",
  "AWS::SageMaker::",
  "AWS::IAM::",
];

/** {@link NEEDED_RESOURCE_TYPES} and {@link NEEDED_FAMILIES} in words. */
export const NEEDED_IN_WORDS = [...NEEDED_RESOURCE_TYPES, ...NEEDED_FAMILIES.map((family) => `${family}*`)].join(", ");

/** Whether the baseline needs the history of the type. */
export function isNeeded(resourceType: string): boolean {
  return (
    NEEDED_RESOURCE_TYPES.includes(resourceType) || NEEDED_FAMILIES.some((family) => resourceType.startsWith(family))
  );
}
