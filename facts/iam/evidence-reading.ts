/** By which IAM actions what is logged is read. */
import { BY_IAM_DATA, type Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  // A key of a log group keeps nobody out whom the service serves.
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    readOn: "2026-11-26",
  },
];

/** What holds evidence, or opens it. A trail stands for the account's event history. */
export type StoreKind = "log group" | "bucket" | "key" | "workgroup" | "trail";

/** To read; to read what a data protection policy masks; to have the content copied to where somebody else reads it. */
export type AccessKind = "read" | "unmask" | "copy";

export interface ReadingAction {
  readonly action: string;
  readonly access: AccessKind;
  /**
   * What the action is called on: after the ARN of what holds the evidence. A log group is named with and without the `:*` at its
   * end. Absent where AWS knows no resource for the action, so that a policy has to say `*`.
   */
  readonly on?: readonly string[];
}

const LOG_GROUP = ["", ":*"];
const OBJECTS = ["/*"];
const ITSELF = [""];

export const READING_ACTIONS: Readonly<Record<StoreKind, readonly ReadingAction[]>> = {
  "log group": [
    { action: "logs:FilterLogEvents", access: "read", on: LOG_GROUP },
    { action: "logs:GetLogEvents", access: "read", on: [":log-stream:*"] },
    { action: "logs:GetLogRecord", access: "read", on: LOG_GROUP },
    { action: "logs:GetQueryResults", access: "read", on: LOG_GROUP },
    { action: "logs:StartLiveTail", access: "read", on: LOG_GROUP },
    { action: "logs:StartQuery", access: "read", on: LOG_GROUP },
    { action: "logs:Unmask", access: "unmask", on: LOG_GROUP },
    { action: "logs:CreateExportTask", access: "copy", on: LOG_GROUP },
    { action: "logs:PutSubscriptionFilter", access: "copy", on: LOG_GROUP },
  ],
  bucket: [
    { action: "s3:GetObject", access: "read", on: OBJECTS },
    { action: "s3:GetObjectVersion", access: "read", on: OBJECTS },
  ],
  key: [
    { action: "kms:Decrypt", access: "read", on: ITSELF },
    { action: "kms:ReEncryptFrom", access: "read", on: ITSELF },
  ],
  workgroup: [
    { action: "athena:GetQueryResults", access: "read", on: ITSELF },
    { action: "athena:GetQueryResultsStream", access: "read", on: ITSELF },
  ],
  trail: [{ action: "cloudtrail:LookupEvents", access: "read" }],
};

/** Operations of a KMS grant by which data is read: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export const READING_OPERATIONS: Readonly<Record<string, string>> = {
  Decrypt: "kms:Decrypt",
  ReEncryptFrom: "kms:ReEncryptFrom",
};
