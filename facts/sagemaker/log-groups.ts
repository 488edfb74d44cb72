import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html", readOn: "2026-11-27" },
];

/** The log group that the containers of an endpoint write to. SageMaker creates it without expiry unless it exists before. */
export function endpointLogGroupName(endpoint: string): string {
  return `/aws/sagemaker/Endpoints/${endpoint}`;
}
