import { BY_IAM_DATA, type Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html",
    readOn: "2026-11-26",
    secondary: BY_IAM_DATA,
  },
];

/** What an action is called on; `none` where AWS knows no resource for it, so that a policy has to say `*`. */
export type TamperedResource =
  | "trail"
  | "event-data-store"
  | "recorder"
  | "config-rule"
  | "log-group"
  | "log-stream"
  | "key"
  | "bucket"
  | "object"
  | "model"
  | "any-model"
  | "none";

/** IAM actions by what they are called on. */
export type TamperingActions = Readonly<Partial<Record<TamperedResource, readonly string[]>>>;

/** The IAM actions by which evidence, or what collects it, is taken away. */
export const EVIDENCE_TAMPERING = {
  trails: {
    trail: [
      "cloudtrail:StopLogging",
      "cloudtrail:DeleteTrail",
      "cloudtrail:UpdateTrail",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:PutInsightSelectors",
    ],
    "event-data-store": [
      "cloudtrail:StopEventDataStoreIngestion",
      "cloudtrail:DeleteEventDataStore",
      "cloudtrail:UpdateEventDataStore",
    ],
  },
  invocationLogging: {
    none: ["bedrock:DeleteModelInvocationLoggingConfiguration", "bedrock:PutModelInvocationLoggingConfiguration"],
  },
  logRetention: {
    "log-group": [
      "logs:PutRetentionPolicy",
      "logs:DeleteRetentionPolicy",
      "logs:DeleteLogGroup",
      "logs:PutLogGroupDeletionProtection",
    ],
    "log-stream": ["logs:DeleteLogStream"],
    bucket: ["s3:PutLifecycleConfiguration"],
  },
  masking: {
    "log-group": ["logs:Unmask", "logs:DeleteDataProtectionPolicy", "logs:PutDataProtectionPolicy"],
    none: ["logs:DeleteAccountPolicy", "logs:PutAccountPolicy"],
  },
  keys: {
    key: [
      "kms:ScheduleKeyDeletion",
      "kms:DisableKey",
      "kms:PutKeyPolicy",
      "kms:DisableKeyRotation",
      "kms:DeleteImportedKeyMaterial",
    ],
    none: ["kms:DisconnectCustomKeyStore", "kms:DeleteCustomKeyStore"],
  },
  objects: {
    object: [
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:BypassGovernanceRetention",
      "s3:PutObjectRetention",
      "s3:PutObjectLegalHold",
    ],
    bucket: [
      "s3:DeleteBucket",
      "s3:PutBucketPolicy",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketObjectLockConfiguration",
      "s3:PutBucketVersioning",
    ],
  },
  recorder: {
    recorder: [
      "config:StopConfigurationRecorder",
      "config:DeleteConfigurationRecorder",
      "config:PutConfigurationRecorder",
      "config:DisassociateResourceTypes",
    ],
    "config-rule": ["config:DeleteConfigRule", "config:DeleteEvaluationResults"],
    none: [
      "config:DeleteDeliveryChannel",
      "config:PutDeliveryChannel",
      "config:DeleteRetentionConfiguration",
      "config:PutRetentionConfiguration",
    ],
  },
  /** Converse is allowed by the same actions. */
  models: {
    model: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream", "bedrock:CreateModelInvocationJob"],
  },
} as const satisfies Readonly<Record<string, TamperingActions>>;

/** By which a model can be called without a guardrail, which is no evidence; a batch job can name none. */
export const MODEL_CALLS: TamperingActions = {
  "any-model": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
};

/** The names that AWS's own consoles give to what holds evidence, without the account and what is made up. */
export const CONSOLE_NAMES = {
  buckets: ["aws-cloudtrail-logs-", "config-bucket-", "aws-controltower-logs-", "aws-controltower-s3-access-logs-"],
  logGroups: ["aws-cloudtrail-logs-", "/aws/cloudtrail/", "/aws/bedrock/", "/aws/eks/", "aws-controltower/"],
} as const;
