/** What Amazon Inspector scans. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/inspector/v2/APIReference/API_Enable.html",
    readOn: "2026-11-26",
    secondary: "the values as AWS's SDK models list them",
  },
  {
    page: "https://docs.aws.amazon.com/inspector/latest/user/what-is-inspector.html",
    readOn: "2026-11-26",
    secondary: "a stored copy of AWS's user guide",
  },
];

/** By the name that Inspector's API gives it, in words. It scans neither Bedrock nor SageMaker, but what runs beside them. */
export const SCANNED_RESOURCES = {
  EC2: "instances, with an agent or by a snapshot of their volumes",
  ECR: "container images, such as those of model servers and training jobs",
  LAMBDA: "functions and their layers, such as the tools of agents",
  LAMBDA_CODE: "the code of functions, which Inspector scans where it scans functions",
} as const satisfies Readonly<Record<string, string>>;

export type ScannedResource = keyof typeof SCANNED_RESOURCES;

export const SCANNED_RESOURCE_NAMES = Object.keys(SCANNED_RESOURCES) as readonly ScannedResource[]; // loses the key types

/** What is scanned unless it is said. */
export const DEFAULT_SCANS: readonly ScannedResource[] = ["EC2", "ECR", "LAMBDA"];
