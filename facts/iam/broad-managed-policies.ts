import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html", readOn: "2026-11-21" },
];

/** AWS managed policies that allow their holder to stop, delete or read all of the evidence. */
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
];
