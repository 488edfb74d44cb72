import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: "the model of EC2's API in AWS's SDK for JavaScript",
  },
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models list them",
  },
  {
    page: "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models list them",
  },
  {
    page: "https://docs.aws.amazon.com/inspector/v2/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models list them",
  },
  {
    page: "https://docs.aws.amazon.com/macie/latest/APIReference/operations.html",
    readOn: "2026-11-27",
    secondary: "the operations as AWS's SDK models list them",
  },
  {
    page: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: "the operations as AWS's SDK models list them",
  },
  {
    page: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: "the model of Firehose's API in AWS's SDK for JavaScript",
  },
];

/**
 * API calls that undo a control, by event source without `.amazonaws.com`. Event names are those that CloudTrail writes, which
 * sometimes differ from the API's (PutBucketLifecycleConfiguration is recorded as PutBucketLifecycle).
 */
export const TAMPER_EVENTS = {
  cloudtrail: [
    "StopLogging",
    "DeleteTrail",
    "UpdateTrail",
    "PutEventSelectors",
    "PutInsightSelectors",
    "PutEventConfiguration",
    "RemoveTags",
    "DeleteEventDataStore",
    "StopEventDataStoreIngestion",
  ],
  bedrock: [
    "PutModelInvocationLoggingConfiguration",
    "DeleteModelInvocationLoggingConfiguration",
    "CreateGuardrail",
    "UpdateGuardrail",
    "DeleteGuardrail",
    "PutEnforcedGuardrailConfiguration",
    "DeleteEnforcedGuardrailConfiguration",
    "UpdateAgent",
    "UpdateDataSource",
  ],
  logs: [
    "DeleteLogGroup",
    "DeleteLogStream",
    "PutRetentionPolicy",
    "DeleteRetentionPolicy",
    "DisassociateKmsKey",
    "AssociateKmsKey",
    "PutLogGroupDeletionProtection",
    "DeleteDataProtectionPolicy",
    "PutDataProtectionPolicy",
    "DeleteAccountPolicy",
    "PutSubscriptionFilter",
    "DeleteSubscriptionFilter",
    "DeleteMetricFilter",
    "DeleteResourcePolicy",
    "PutBearerTokenAuthentication",
    "DeleteDelivery",
    "DeleteDeliveryDestination",
    "DeleteDeliverySource",
    "PutDeliveryDestination",
    "PutDeliverySource",
    "UpdateDeliveryConfiguration",
  ],
  config: [
    "StopConfigurationRecorder",
    "DeleteConfigurationRecorder",
    "PutConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutDeliveryChannel",
    "DeleteConfigRule",
    "PutConfigRule",
    "DeleteConformancePack",
    "DeleteRetentionConfiguration",
    "PutRetentionConfiguration",
    "DeleteConfigurationAggregator",
    "DeleteAggregationAuthorization",
    "PutAggregationAuthorization",
  ],
  kms: [
    "DisableKey",
    "ScheduleKeyDeletion",
    "PutKeyPolicy",
    "DisableKeyRotation",
    "RevokeGrant",
    "DeleteImportedKeyMaterial",
  ],
  s3: [
    "DeleteBucket",
    "DeleteBucketPolicy",
    "PutBucketPolicy",
    "PutBucketLifecycle",
    "DeleteBucketLifecycle",
    "PutBucketVersioning",
    "PutBucketPublicAccessBlock",
    "DeleteBucketPublicAccessBlock",
    "PutObjectLockConfiguration",
    "DeleteBucketEncryption",
    "PutBucketLogging",
    "PutAccountPublicAccessBlock",
    "DeleteAccountPublicAccessBlock",
  ],
  ec2: [
    "DisableEbsEncryptionByDefault",
    "ModifyInstanceMetadataDefaults",
    "EnableSnapshotBlockPublicAccess",
    "DisableSnapshotBlockPublicAccess",
    "DisableImageBlockPublicAccess",
  ],
  firehose: ["DeleteDeliveryStream", "StopDeliveryStreamEncryption", "UpdateDestination"],
  sns: ["DeleteTopic", "Unsubscribe", "SetTopicAttributes"],
  monitoring: ["DeleteAlarms", "DisableAlarmActions"],
  iam: [
    "UpdateAssumeRolePolicy",
    "PutRolePolicy",
    "AttachRolePolicy",
    "CreatePolicyVersion",
    "CreateAccessKey",
    "CreateServiceSpecificCredential",
    "UpdateAccountPasswordPolicy",
    "DeleteAccountPasswordPolicy",
  ],
  eks: ["UpdateClusterConfig"],
  events: [
    "DeleteRule",
    "DisableRule",
    "PutRule",
    "RemoveTargets",
    "DeleteApiDestination",
    "UpdateApiDestination",
    "DeleteConnection",
    "DeauthorizeConnection",
    "UpdateConnection",
  ],
  "access-analyzer": ["DeleteAnalyzer", "UpdateAnalyzer", "CreateArchiveRule", "UpdateArchiveRule", "UpdateFindings"],
  guardduty: [
    "DeleteDetector",
    "UpdateDetector",
    "DisassociateFromAdministratorAccount",
    "DisassociateFromMasterAccount",
    "CreateFilter",
    "UpdateFilter",
    "CreateIPSet",
    "UpdateIPSet",
    "CreateTrustedEntitySet",
    "UpdateTrustedEntitySet",
  ],
  inspector2: ["Disable", "CreateFilter", "UpdateFilter"],
  macie2: [
    "DisableMacie",
    "UpdateMacieSession",
    "UpdateClassificationJob",
    "PutClassificationExportConfiguration",
    "DisassociateFromAdministratorAccount",
    "DisassociateFromMasterAccount",
    "CreateFindingsFilter",
    "UpdateFindingsFilter",
  ],
  securityhub: [
    "BatchDisableStandards",
    "BatchUpdateStandardsControlAssociations",
    "CreateAutomationRule",
    "DisableImportFindingsForProduct",
    "DisableSecurityHub",
    "DisassociateFromAdministratorAccount",
    "DisassociateFromMasterAccount",
    "UpdateSecurityControl",
    "UpdateSecurityHubConfiguration",
    "UpdateStandardsControl",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The event source without `.amazonaws.com`. */
export type TamperService = keyof typeof TAMPER_EVENTS;

export const TAMPER_SERVICES = Object.keys(TAMPER_EVENTS) as readonly TamperService[]; // Object.keys loses the key types

/** Services whose calls are recorded in one region of a partition only. */
export const GLOBAL_SERVICES: readonly TamperService[] = ["iam"];

/** `service:EventName`, where the service is the event source without `.amazonaws.com`. */
export type TamperEvent = { [S in TamperService]: `${S}:${(typeof TAMPER_EVENTS)[S][number]}` }[TamperService];
