/**
 * API calls that undo a control, by event source. Event names are those that CloudTrail writes, which sometimes differ
 * from the API's (PutBucketLifecycleConfiguration is recorded as PutBucketLifecycle).
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference.html
 */
export const TAMPER_EVENTS = {
  cloudtrail: ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors", "PutInsightSelectors"],
  bedrock: [
    "PutModelInvocationLoggingConfiguration",
    "DeleteModelInvocationLoggingConfiguration",
    "CreateGuardrail",
    "UpdateGuardrail",
    "DeleteGuardrail",
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
  ],
  config: [
    "StopConfigurationRecorder",
    "DeleteConfigurationRecorder",
    "PutConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutDeliveryChannel",
    "DeleteConfigRule",
    "PutConfigRule",
    "DeleteRetentionConfiguration",
    "PutRetentionConfiguration",
  ],
  kms: ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy", "DisableKeyRotation"],
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
  ],
  sns: ["DeleteTopic", "Unsubscribe", "SetTopicAttributes"],
  monitoring: ["DeleteAlarms", "DisableAlarmActions"],
  iam: ["UpdateAssumeRolePolicy", "PutRolePolicy", "AttachRolePolicy", "CreatePolicyVersion", "CreateAccessKey"],
  eks: ["UpdateClusterConfig"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type TamperService = keyof typeof TAMPER_EVENTS;

/** `service:EventName`, where the service is the event source without `.amazonaws.com`. */
export type TamperEvent = { [S in TamperService]: `${S}:${(typeof TAMPER_EVENTS)[S][number]}` }[TamperService];
