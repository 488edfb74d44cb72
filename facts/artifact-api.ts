/** The API of AWS Artifact, as far as it lists and hands out reports. */
import type { Source } from "./source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/artifact/latest/APIReference/API_ListReports.html",
    readOn: "2026-11-26",
    secondary:
      "AWS's own model of the service in botocore, version 2018-05-10, for methods, paths, parameters and the endpoint",
  },
  {
    page: "https://docs.aws.amazon.com/artifact/latest/APIReference/API_GetTermForReport.html",
    readOn: "2026-11-26",
  },
];

/** The service has one endpoint in the partition `aws`, which is in this region. */
export const ARTIFACT_REGION = "us-east-1";

export const ARTIFACT_ENDPOINT = "https://artifact.us-east-1.amazonaws.com";

/** Operations, which are all read by GET: the path of each, and the names of its parameters. */
export const ARTIFACT_OPERATIONS = {
  ListReports: { path: "/v1/report/list", parameters: ["maxResults", "nextToken"] },
  GetTermForReport: { path: "/v1/report/getTermForReport", parameters: ["reportId", "reportVersion"] },
  GetReport: { path: "/v1/report/get", parameters: ["reportId", "reportVersion", "termToken"] },
} as const;

export type ArtifactOperation = keyof typeof ARTIFACT_OPERATIONS;

/** `EXPLICIT`: the terms have to be accepted by whoever fetches the report. */
export type AcceptanceType = "EXPLICIT" | "PASSTHROUGH";

export const REPORT_ID = /^report-[a-zA-Z0-9]{16}$/;
