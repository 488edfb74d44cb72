import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html", readOn: "2026-11-27" },
];

/** The log group that the containers of an endpoint write to. SageMaker creates it without expiry unless it exists before. */
export function endpointLogGroupName(endpoint: string): string {
  return `/aws/sagemaker/Endpoints/${endpoint}`;
}

const ENDPOINT_NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html */
export function isEndpointName(name: string): boolean {
  return ENDPOINT_NAME.test(name);
}

/**
 * The name of the endpoint whose ARN it is; `undefined` for other ARNs.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export function endpointNameOf(arn: string): string | undefined {
  const [, name = ""] = /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:\d{12}:endpoint\/([^/]+)$/.exec(arn) ?? [];
  return isEndpointName(name) ? name : undefined;
}
