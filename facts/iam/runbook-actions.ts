/** By which IAM actions runbooks are asked of an account, and their answers told it. */
import { BY_IAM_DATA, type Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html",
    readOn: "2026-11-28",
    secondary: BY_IAM_DATA,
  },
];

/** What an action is called on; `nothing` where IAM knows no resource for it. */
export type AskedOf =
  "workgroup" | "database" | "table" | "bucket" | "object" | "result" | "key" | "log group" | "nothing";

/** How the command is told what to ask -> the actions, with what each is called on. */
export const ASKING_ACTIONS: Readonly<Record<string, Readonly<Partial<Record<AskedOf, readonly string[]>>>>> = {
  "--athena": {
    workgroup: [
      "athena:StartQueryExecution",
      "athena:GetQueryExecution",
      "athena:GetQueryResults",
      "athena:StopQueryExecution",
    ],
    // The command lists the tables. Athena reads those of a query as the caller, what they hold, and where it leaves its results.
    database: ["glue:GetDatabase"],
    table: ["glue:GetTables", "glue:GetTable", "glue:GetPartitions"],
    bucket: ["s3:GetBucketLocation", "s3:ListBucket"],
    object: ["s3:GetObject"],
    result: ["s3:PutObject", "s3:AbortMultipartUpload"],
    key: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
  "--insights": { "log group": ["logs:StartQuery", "logs:GetQueryResults"], nothing: ["logs:StopQuery"] },
  "--log-events": { "log group": ["logs:FilterLogEvents"] },
  "--event-history": { nothing: ["cloudtrail:LookupEvents"] },
};

/** The service by which keys of the archive are used. */
export const KEYS_OF_BUCKETS = "s3.*.amazonaws.com";

/** What is published -> the action. */
export const PUBLISHING_ACTIONS = {
  metric: "cloudwatch:PutMetricData",
  finding: "securityhub:BatchImportFindings",
} as const;

/** The product that an account's own findings are imported under. */
export const OWN_PRODUCT = "arn:*:securityhub:*:*:product/*/default";
