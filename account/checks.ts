/** What is checked of a deployed resource: that it is as declared, and what else shows whether it does its work. */
export interface Check {
  readonly title: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /** The resource type that it checks. */
  readonly type: string;
  /** What to do when it fails, beside restoring what the stack declares. */
  readonly remediation?: string;
  readonly reference: `https://docs.aws.amazon.com/${string}`;
}

/** How drift of a declared property is removed. */
export const RESTORE = "Find who changed it in the trail, then restore it with `pulumi up --refresh`.";

const ATHENA = "https://docs.aws.amazon.com/athena/latest/APIReference";
const BACKUP = "https://docs.aws.amazon.com/aws-backup/latest/devguide";
const FIREHOSE = "https://docs.aws.amazon.com/firehose/latest/APIReference";
const GLUE = "https://docs.aws.amazon.com/glue/latest/webapi";
const CLOUDTRAIL = "https://docs.aws.amazon.com/awscloudtrail/latest";
const CONFIG = "https://docs.aws.amazon.com/config/latest";
const LAMBDA = "https://docs.aws.amazon.com/lambda/latest/api";
const LOGS = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference";
const CLOUDWATCH = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring";
const EC2 = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference";
const EVENTBRIDGE = "https://docs.aws.amazon.com/eventbridge/latest/APIReference";
const SECURITY_HUB = "https://docs.aws.amazon.com/securityhub/1.0/APIReference";
const GUARDDUTY = "https://docs.aws.amazon.com/guardduty/latest";
const IAM = "https://docs.aws.amazon.com/IAM/latest/APIReference";
const MACIE = "https://docs.aws.amazon.com/macie/latest/APIReference";
const KMS = "https://docs.aws.amazon.com/kms/latest";
const S3 = "https://docs.aws.amazon.com/AmazonS3/latest";
const SNS = "https://docs.aws.amazon.com/sns/latest";
const SQS = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference";
const SYSTEMS_MANAGER = "https://docs.aws.amazon.com/systems-manager/latest/APIReference";
const BEDROCK = "https://docs.aws.amazon.com/bedrock/latest";

export const CHECKS = {
  "verify-account-alternate-contact-as-declared": {
    title: "The account's alternate contact is as declared",
    severity: "medium",
    type: "aws:account/alternativeContact:AlternativeContact",
    reference: "https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html",
  },
  "verify-athena-named-query-as-declared": {
    title: "The saved query is as declared",
    severity: "low",
    type: "aws:athena/namedQuery:NamedQuery",
    reference: `${ATHENA}/API_GetNamedQuery.html`,
  },
  "verify-athena-workgroup-as-declared": {
    title: "The workgroup encrypts and bounds queries as declared",
    severity: "medium",
    type: "aws:athena/workgroup:Workgroup",
    reference: `${ATHENA}/API_GetWorkGroup.html`,
  },
  "verify-auditmanager-assessment-as-declared": {
    title: "The assessment collects evidence as declared",
    severity: "low",
    type: "aws:auditmanager/assessment:Assessment",
    reference: "https://docs.aws.amazon.com/audit-manager/latest/APIReference/API_GetAssessment.html",
  },
  "verify-backup-buckets-versioned": {
    title: "The buckets that are backed up have versioning, without which AWS Backup cannot",
    severity: "high",
    type: "aws:backup/selection:Selection",
    remediation: "Enable the versioning of the bucket.",
    reference: "https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html",
  },
  "verify-backup-plan-as-declared": {
    title: "The backup plan keeps recovery points when and as long as declared",
    severity: "high",
    type: "aws:backup/plan:Plan",
    reference: `${BACKUP}/API_GetBackupPlan.html`,
  },
  "verify-backup-selection-as-declared": {
    title: "The declared resources are backed up, by the declared role",
    severity: "high",
    type: "aws:backup/selection:Selection",
    reference: `${BACKUP}/API_GetBackupSelection.html`,
  },
  "verify-backup-vault-as-declared": {
    title: "The backup vault exists and has the declared key",
    severity: "high",
    type: "aws:backup/vault:Vault",
    reference: `${BACKUP}/API_DescribeBackupVault.html`,
  },
  "verify-backup-vault-lock-as-declared": {
    title: "The backup vault is locked for the declared retention",
    severity: "high",
    type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    reference: `${BACKUP}/API_PutBackupVaultLockConfiguration.html`,
  },
  "verify-backup-vault-lock-mode-as-declared": {
    title: "The lock of the backup vault is one of governance or of compliance, as declared",
    severity: "medium",
    type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    remediation:
      "Before the date of a lock in compliance mode take the lock away and declare it anew; after it, nobody can.",
    reference: `${BACKUP}/API_PutBackupVaultLockConfiguration.html`,
  },
  "verify-backup-vault-policy-as-declared": {
    title: "The backup vault refuses deletion to whom the stack declares",
    severity: "high",
    type: "aws:backup/vaultPolicy:VaultPolicy",
    reference: `${BACKUP}/API_GetBackupVaultAccessPolicy.html`,
  },
  "verify-bedrock-guardrail-as-declared": {
    title: "The guardrail filters what the stack declares",
    severity: "high",
    type: "aws:bedrock/guardrail:Guardrail",
    reference: `${BEDROCK}/APIReference/API_GetGuardrail.html`,
  },
  "verify-bedrock-guardrail-version-as-declared": {
    title: "The guardrail has a version with the declared filters",
    severity: "high",
    type: "aws:bedrock/guardrailVersion:GuardrailVersion",
    reference: `${BEDROCK}/APIReference/API_ListGuardrails.html`,
  },
  "verify-bedrock-guardrail-enforced": {
    title: "The guardrail is enforced on every call of a model where the stack says so",
    severity: "high",
    type: "aws:bedrock/guardrail:Guardrail",
    reference: `${BEDROCK}/APIReference/API_ListEnforcedGuardrailsConfiguration.html`,
  },
  "verify-accessanalyzer-analyzer-as-declared": {
    title: "The analyzer is active, and of the type that is declared",
    severity: "medium",
    type: "aws:accessanalyzer/analyzer:Analyzer",
    reference: "https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ListAnalyzers.html",
  },
  "verify-bedrock-invocation-logging-as-declared": {
    title: "Model invocation logging is as declared",
    severity: "critical",
    type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
    reference: `${BEDROCK}/APIReference/API_GetModelInvocationLoggingConfiguration.html`,
  },
  "verify-bedrock-invocation-logging-audio": {
    title: "Audio is logged exactly when the content mode says so",
    severity: "high",
    type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
    remediation:
      "Set audioDataDeliveryEnabled by `aws bedrock put-model-invocation-logging-configuration`, with the rest of the configuration unchanged.",
    reference: `${BEDROCK}/APIReference/API_LoggingConfig.html`,
  },
  "verify-cloudtrail-encryption-as-declared": {
    title: "The trail encrypts with the declared key",
    severity: "high",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetTrail.html`,
  },
  "verify-cloudtrail-insights-as-declared": {
    title: "The trail's Insights are as declared",
    severity: "medium",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetInsightSelectors.html`,
  },
  "verify-cloudtrail-log-file-validation-as-declared": {
    title: "Log file validation is as declared",
    severity: "high",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetTrail.html`,
  },
  "verify-cloudtrail-log-group-as-declared": {
    title: "The trail delivers to the declared log group",
    severity: "medium",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetTrail.html`,
  },
  "verify-cloudtrail-notifications-as-declared": {
    title: "The trail announces its files as declared",
    severity: "low",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetTrail.html`,
  },
  "verify-cloudtrail-selectors-as-declared": {
    title: "The trail records the declared events",
    severity: "critical",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetEventSelectors.html`,
  },
  "verify-cloudtrail-trail-as-declared": {
    title: "The trail is logging, in the declared regions and to the declared bucket",
    severity: "critical",
    type: "aws:cloudtrail/trail:Trail",
    reference: `${CLOUDTRAIL}/APIReference/API_GetTrail.html`,
  },
  "verify-cloudtrail-delivery-healthy": {
    title: "The trail delivers without errors",
    severity: "critical",
    type: "aws:cloudtrail/trail:Trail",
    remediation: "Correct the policy of the bucket, key, topic or role that the error names.",
    reference: `${CLOUDTRAIL}/APIReference/API_GetTrailStatus.html`,
  },
  "verify-cloudwatch-alarm-as-declared": {
    title: "The alarm is as declared, and its actions are enabled",
    severity: "high",
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    reference: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html",
  },
  "verify-cloudwatch-alarm-has-data": {
    title: "The alarm has data to decide by",
    severity: "medium",
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    remediation: "Wait for the first evaluation. If the state stays, the metric does not exist under its name.",
    reference: `${CLOUDWATCH}/alarm-evaluation.html`,
  },
  "verify-cloudwatch-dashboard-as-declared": {
    title: "The dashboard shows what is declared",
    severity: "low",
    type: "aws:cloudwatch/dashboard:Dashboard",
    reference: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetDashboard.html",
  },
  "verify-cloudwatch-metric-filter-as-declared": {
    title: "The metric filter counts what is declared, into the declared metric",
    severity: "high",
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    reference: `${LOGS}/API_DescribeMetricFilters.html`,
  },
  "verify-config-aggregator-as-declared": {
    title: "The aggregator of AWS Config takes in the declared accounts and regions",
    severity: "medium",
    type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
    reference: `${CONFIG}/APIReference/API_DescribeConfigurationAggregators.html`,
  },
  "verify-config-aggregation-authorization-as-declared": {
    title: "The declared account may aggregate what AWS Config records",
    severity: "medium",
    type: "aws:cfg/aggregateAuthorization:AggregateAuthorization",
    reference: `${CONFIG}/APIReference/API_DescribeAggregationAuthorizations.html`,
  },
  "verify-config-delivery-channel-as-declared": {
    title: "The delivery channel of AWS Config is as declared",
    severity: "high",
    type: "aws:cfg/deliveryChannel:DeliveryChannel",
    reference: `${CONFIG}/APIReference/API_DescribeDeliveryChannels.html`,
  },
  "verify-config-delivery-healthy": {
    title: "AWS Config delivers without errors",
    severity: "high",
    type: "aws:cfg/deliveryChannel:DeliveryChannel",
    remediation: "Correct the policy of the bucket, key or topic that the error names.",
    reference: `${CONFIG}/APIReference/API_DescribeDeliveryChannelStatus.html`,
  },
  "verify-config-recorder-as-declared": {
    title: "The configuration recorder records what is declared",
    severity: "high",
    type: "aws:cfg/recorder:Recorder",
    reference: `${CONFIG}/APIReference/API_DescribeConfigurationRecorders.html`,
  },
  "verify-config-recorder-healthy": {
    title: "The last recording succeeded",
    severity: "high",
    type: "aws:cfg/recorder:Recorder",
    remediation: "Correct the recorder's role or the policy of the bucket that the error names.",
    reference: `${CONFIG}/APIReference/API_ConfigurationRecorderStatus.html`,
  },
  "verify-config-recorder-running": {
    title: "The configuration recorder is running",
    severity: "critical",
    type: "aws:cfg/recorderStatus:RecorderStatus",
    reference: `${CONFIG}/APIReference/API_ConfigurationRecorderStatus.html`,
  },
  "verify-config-remediation-as-declared": {
    title: "The remediation of the Config rule runs the declared runbook as declared, and when",
    severity: "medium",
    type: "aws:cfg/remediationConfiguration:RemediationConfiguration",
    reference: `${CONFIG}/APIReference/API_DescribeRemediationConfigurations.html`,
  },
  "verify-config-retention-as-declared": {
    title: "AWS Config keeps configuration items as long as declared",
    severity: "medium",
    type: "aws:cfg/retentionConfiguration:RetentionConfiguration",
    reference: `${CONFIG}/APIReference/API_DescribeRetentionConfigurations.html`,
  },
  "verify-config-rule-active": {
    title: "The Config rule is active",
    severity: "medium",
    type: "aws:cfg/rule:Rule",
    remediation: "Deploy the stack again after the deletion of the rule has ended.",
    reference: `${CONFIG}/APIReference/API_ConfigRule.html`,
  },
  "verify-config-rule-as-declared": {
    title: "The Config rule exists with the declared source, scope and parameters",
    severity: "medium",
    type: "aws:cfg/rule:Rule",
    reference: `${CONFIG}/APIReference/API_DescribeConfigRules.html`,
  },
  "verify-ec2-ebs-encryption-as-declared": {
    title: "New EBS volumes are encrypted by default as declared",
    severity: "medium",
    type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
    reference: `${EC2}/API_GetEbsEncryptionByDefault.html`,
  },
  "verify-ec2-image-sharing-block-as-declared": {
    title: "Public AMIs are blocked as declared",
    severity: "medium",
    type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
    reference: `${EC2}/API_GetImageBlockPublicAccessState.html`,
  },
  "verify-ec2-instance-metadata-defaults-as-declared": {
    title: "New EC2 instances require IMDSv2 by default as declared",
    severity: "high",
    type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
    reference: `${EC2}/API_GetInstanceMetadataDefaults.html`,
  },
  "verify-ec2-snapshot-sharing-block-as-declared": {
    title: "Public EBS snapshots are blocked as declared",
    severity: "high",
    type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
    reference: `${EC2}/API_GetSnapshotBlockPublicAccessState.html`,
  },
  "verify-eventbridge-api-destination-as-declared": {
    title: "The API destination sends to the declared URL",
    severity: "high",
    type: "aws:cloudwatch/eventApiDestination:EventApiDestination",
    reference: `${EVENTBRIDGE}/API_DescribeApiDestination.html`,
  },
  "verify-eventbridge-connection-as-declared": {
    title: "The connection signs in as declared",
    severity: "high",
    type: "aws:cloudwatch/eventConnection:EventConnection",
    reference: `${EVENTBRIDGE}/API_DescribeConnection.html`,
  },
  "verify-eventbridge-connection-authorized": {
    title: "The connection is authorized",
    severity: "high",
    type: "aws:cloudwatch/eventConnection:EventConnection",
    reference: `${EVENTBRIDGE}/API_DescribeConnection.html`,
  },
  "verify-eventbridge-rule-as-declared": {
    title: "The EventBridge rule is enabled, with the declared pattern",
    severity: "critical",
    type: "aws:cloudwatch/eventRule:EventRule",
    reference: `${EVENTBRIDGE}/API_DescribeRule.html`,
  },
  "verify-eventbridge-target-as-declared": {
    title: "The EventBridge rule sends events to the declared target",
    severity: "critical",
    type: "aws:cloudwatch/eventTarget:EventTarget",
    reference: `${EVENTBRIDGE}/API_ListTargetsByRule.html`,
  },
  "verify-firehose-stream-as-declared": {
    title: "The Firehose stream encrypts, extracts and delivers as declared",
    severity: "high",
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    reference: `${FIREHOSE}/API_DescribeDeliveryStream.html`,
  },
  "verify-firehose-stream-active": {
    title: "The Firehose stream takes records, and encrypts them",
    severity: "high",
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    remediation:
      "Look at the stream's failure description: the key may be disabled, or its grant revoked. Delete a stream that could not be created, and deploy again.",
    reference: `${FIREHOSE}/API_DeliveryStreamDescription.html`,
  },
  "verify-glue-database-as-declared": {
    title: "The database of the catalog is as declared",
    severity: "low",
    type: "aws:glue/catalogDatabase:CatalogDatabase",
    reference: `${GLUE}/API_GetDatabase.html`,
  },
  "verify-glue-table-as-declared": {
    title: "The table reads the evidence that is declared",
    severity: "medium",
    type: "aws:glue/catalogTable:CatalogTable",
    reference: `${GLUE}/API_GetTable.html`,
  },
  "verify-guardduty-detector-as-declared": {
    title: "The detector is enabled and tells of findings as declared",
    severity: "high",
    type: "aws:guardduty/detector:Detector",
    reference: `${GUARDDUTY}/APIReference/API_GetDetector.html`,
  },
  "verify-guardduty-feature-as-declared": {
    title: "The feature of GuardDuty, and where it manages its agents, is as declared",
    severity: "medium",
    type: "aws:guardduty/detectorFeature:DetectorFeature",
    reference: `${GUARDDUTY}/APIReference/API_GetDetector.html`,
  },
  "verify-iam-role-as-declared": {
    title: "The role trusts whom the stack declares",
    severity: "critical",
    type: "aws:iam/role:Role",
    reference: `${IAM}/API_GetRole.html`,
  },
  "verify-iam-role-only-declared-policies": {
    title: "The role has no policy beside the declared ones",
    severity: "high",
    type: "aws:iam/role:Role",
    remediation: "Detach or delete the policy, or declare it.",
    reference: `${IAM}/API_ListRolePolicies.html`,
  },
  "verify-iam-role-policy-as-declared": {
    title: "The role may do what the stack declares, and nothing else",
    severity: "critical",
    type: "aws:iam/rolePolicy:RolePolicy",
    reference: `${IAM}/API_GetRolePolicy.html`,
  },
  "verify-iam-role-policy-attachment-as-declared": {
    title: "The managed policy is attached to the role",
    severity: "high",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    reference: `${IAM}/API_ListAttachedRolePolicies.html`,
  },
  "verify-iam-password-policy-as-declared": {
    title: "The password policy is as declared",
    severity: "medium",
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    reference: `${IAM}/API_GetAccountPasswordPolicy.html`,
  },
  "verify-iam-service-linked-role-exists": {
    title: "The service's own role exists",
    severity: "high",
    type: "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
  },
  "verify-inspector-scans-as-declared": {
    title: "Inspector scans what the stack declares",
    severity: "medium",
    type: "aws:inspector2/enabler:Enabler",
    reference: "https://docs.aws.amazon.com/inspector/v2/APIReference/API_BatchGetAccountStatus.html",
  },
  "verify-macie-job-as-declared": {
    title: "A job of Macie looks into the declared buckets",
    severity: "medium",
    type: "aws:macie2/classificationJob:ClassificationJob",
    reference: `${MACIE}/jobs-jobid.html`,
  },
  "verify-macie-results-kept-as-declared": {
    title: "The results of Macie are kept in the declared bucket",
    severity: "medium",
    type: "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration",
    reference: `${MACIE}/classification-export-configuration.html`,
  },
  "verify-macie-session-as-declared": {
    title: "Macie is enabled",
    severity: "high",
    type: "aws:macie2/account:Account",
    reference: `${MACIE}/macie.html`,
  },
  "verify-kms-alias-as-declared": {
    title: "The alias leads to the declared key",
    severity: "high",
    type: "aws:kms/alias:Alias",
    reference: `${KMS}/APIReference/API_ListAliases.html`,
  },
  "verify-kms-key-as-declared": {
    title: "The key's usage and description are as declared",
    severity: "medium",
    type: "aws:kms/key:Key",
    reference: `${KMS}/APIReference/API_DescribeKey.html`,
  },
  "verify-kms-key-policy-as-declared": {
    title: "The key's policy is as declared",
    severity: "critical",
    type: "aws:kms/key:Key",
    reference: `${KMS}/APIReference/API_GetKeyPolicy.html`,
  },
  "verify-kms-key-rotation-as-declared": {
    title: "The key rotates as declared",
    severity: "high",
    type: "aws:kms/key:Key",
    reference: `${KMS}/APIReference/API_GetKeyRotationStatus.html`,
  },
  "verify-kms-key-usable": {
    title: "The key is enabled and not pending deletion",
    severity: "critical",
    type: "aws:kms/key:Key",
    remediation:
      "Cancel the deletion with `aws kms cancel-key-deletion`, then enable the key with `aws kms enable-key`.",
    reference: `${KMS}/developerguide/key-state.html`,
  },
  "verify-lambda-function-as-declared": {
    title: "The function is as declared",
    severity: "medium",
    type: "aws:lambda/function:Function",
    reference: `${LAMBDA}/API_GetFunction.html`,
  },
  "verify-lambda-permission-as-declared": {
    title: "The service that calls the function may call it, and nobody else",
    severity: "medium",
    type: "aws:lambda/permission:Permission",
    reference: `${LAMBDA}/API_GetPolicy.html`,
  },
  "verify-logs-account-policy-as-declared": {
    title: "The policy of all log groups of the region is as declared",
    severity: "high",
    type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
    reference: `${LOGS}/API_DescribeAccountPolicies.html`,
  },
  "verify-logs-data-protection-as-declared": {
    title: "Sensitive data in the log group is masked as declared",
    severity: "high",
    type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    reference: `${LOGS}/API_GetDataProtectionPolicy.html`,
  },
  "verify-logs-delivery-as-declared": {
    title: "AWS delivers the logs of the declared source to the declared destination",
    severity: "high",
    type: "aws:cloudwatch/logDelivery:LogDelivery",
    reference: `${LOGS}/API_Delivery.html`,
  },
  "verify-logs-delivery-destination-as-declared": {
    title: "The destination of delivered logs is the declared log group",
    severity: "high",
    type: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    reference: `${LOGS}/API_DeliveryDestination.html`,
  },
  "verify-logs-delivery-source-as-declared": {
    title: "The source of delivered logs is the declared resource, by the declared log type",
    severity: "high",
    type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    reference: `${LOGS}/API_DeliverySource.html`,
  },
  "verify-logs-delivery-source-active": {
    title: "The resource whose logs are delivered still exists",
    severity: "medium",
    type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    remediation: "Take the resource out of what is logged, or name the one that took its place.",
    reference: `${LOGS}/API_DeliverySource.html`,
  },
  "verify-logs-resource-policy-as-declared": {
    title: "The account lets the declared services write to its log groups, and those alone by that policy",
    severity: "high",
    type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    reference: `${LOGS}/API_ResourcePolicy.html`,
  },
  "verify-logs-log-group-as-declared": {
    title: "The log group exists, in the declared class",
    severity: "high",
    type: "aws:cloudwatch/logGroup:LogGroup",
    reference: `${LOGS}/API_LogGroup.html`,
  },
  "verify-logs-deletion-protection-as-declared": {
    title: "The log group is protected against deletion as declared",
    severity: "medium",
    type: "aws:cloudwatch/logGroup:LogGroup",
    reference: `${LOGS}/API_LogGroup.html`,
  },
  "verify-logs-encryption-as-declared": {
    title: "The log group encrypts with the declared key",
    severity: "high",
    type: "aws:cloudwatch/logGroup:LogGroup",
    reference: `${LOGS}/API_LogGroup.html`,
  },
  "verify-logs-log-stream-as-declared": {
    title: "The log stream exists as declared",
    severity: "low",
    type: "aws:cloudwatch/logStream:LogStream",
    reference: `${LOGS}/API_DescribeLogStreams.html`,
  },
  "verify-logs-subscription-as-declared": {
    title: "The log group's events are sent where the stack declares",
    severity: "high",
    type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    reference: `${LOGS}/API_DescribeSubscriptionFilters.html`,
  },
  "verify-logs-retention-as-declared": {
    title: "The log group keeps events as long as declared",
    severity: "high",
    type: "aws:cloudwatch/logGroup:LogGroup",
    reference: `${LOGS}/API_LogGroup.html`,
  },
  "verify-s3-account-public-access-block-as-declared": {
    title: "The account blocks public access to S3 as declared",
    severity: "critical",
    type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    reference: `${S3}/API/API_control_GetPublicAccessBlock.html`,
  },
  "verify-s3-bucket-as-declared": {
    title: "The bucket exists, with Object Lock as declared",
    severity: "critical",
    type: "aws:s3/bucket:Bucket",
    reference: `${S3}/API/API_GetObjectLockConfiguration.html`,
  },
  "verify-s3-bucket-encryption-as-declared": {
    title: "The bucket encrypts as declared",
    severity: "high",
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    reference: `${S3}/API/API_GetBucketEncryption.html`,
  },
  "verify-s3-bucket-lifecycle-as-declared": {
    title: "The bucket keeps objects as long as declared",
    severity: "high",
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    reference: `${S3}/API/API_GetBucketLifecycleConfiguration.html`,
  },
  "verify-s3-bucket-logging-as-declared": {
    title: "Access to the bucket is logged as declared",
    severity: "medium",
    type: "aws:s3/bucketLogging:BucketLogging",
    reference: `${S3}/API/API_GetBucketLogging.html`,
  },
  "verify-s3-bucket-notification-as-declared": {
    title: "The bucket sends its events as declared",
    severity: "medium",
    type: "aws:s3/bucketNotification:BucketNotification",
    reference: `${S3}/API/API_GetBucketNotificationConfiguration.html`,
  },
  "verify-s3-bucket-object-lock-as-declared": {
    title: "New objects are locked as declared",
    severity: "critical",
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    reference: `${S3}/API/API_GetObjectLockConfiguration.html`,
  },
  "verify-s3-bucket-ownership-as-declared": {
    title: "The ownership of objects is as declared",
    severity: "medium",
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    reference: `${S3}/API/API_GetBucketOwnershipControls.html`,
  },
  "verify-s3-bucket-policy-as-declared": {
    title: "The bucket's policy is as declared",
    severity: "critical",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    reference: `${S3}/API/API_GetBucketPolicy.html`,
  },
  "verify-s3-bucket-public-access-block-as-declared": {
    title: "Public access to the bucket is blocked as declared",
    severity: "critical",
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    reference: `${S3}/API/API_GetPublicAccessBlock.html`,
  },
  "verify-s3-bucket-versioning-as-declared": {
    title: "The bucket keeps versions as declared",
    severity: "high",
    type: "aws:s3/bucketVersioning:BucketVersioning",
    reference: `${S3}/API/API_GetBucketVersioning.html`,
  },
  "verify-securityhub-hub-as-declared": {
    title: "Security Hub is enabled, and enables new controls as declared",
    severity: "medium",
    type: "aws:securityhub/account:Account",
    reference: `${SECURITY_HUB}/API_DescribeHub.html`,
  },
  "verify-securityhub-standard-as-declared": {
    title: "Security Hub checks the standard",
    severity: "medium",
    type: "aws:securityhub/standardsSubscription:StandardsSubscription",
    reference: `${SECURITY_HUB}/API_GetEnabledStandards.html`,
  },
  "verify-sns-subscription-as-declared": {
    title: "The subscription to the topic is as declared",
    severity: "high",
    type: "aws:sns/topicSubscription:TopicSubscription",
    reference: `${SNS}/api/API_ListSubscriptionsByTopic.html`,
  },
  "verify-sns-subscription-confirmed": {
    title: "The subscriber has confirmed the subscription",
    severity: "high",
    type: "aws:sns/topicSubscription:TopicSubscription",
    remediation: "Follow the link in the message that AWS sent to the subscriber, or subscribe again.",
    reference: `${SNS}/api/API_ConfirmSubscription.html`,
  },
  "verify-sns-topic-as-declared": {
    title: "The topic is encrypted as declared",
    severity: "high",
    type: "aws:sns/topic:Topic",
    reference: `${SNS}/api/API_GetTopicAttributes.html`,
  },
  "verify-sns-topic-policy-as-declared": {
    title: "The topic's policy is as declared",
    severity: "high",
    type: "aws:sns/topicPolicy:TopicPolicy",
    reference: `${SNS}/api/API_GetTopicAttributes.html`,
  },
  "verify-sqs-queue-as-declared": {
    title: "The queue is encrypted, and keeps messages, as declared",
    severity: "medium",
    type: "aws:sqs/queue:Queue",
    reference: `${SQS}/API_GetQueueAttributes.html`,
  },
  "verify-sqs-queue-policy-as-declared": {
    title: "The queue's policy is as declared",
    severity: "high",
    type: "aws:sqs/queuePolicy:QueuePolicy",
    reference: `${SQS}/API_GetQueueAttributes.html`,
  },
  "verify-ssm-document-as-declared": {
    title: "The runbook does what the stack declares, and is shared with nobody else",
    severity: "medium",
    type: "aws:ssm/document:Document",
    reference: `${SYSTEMS_MANAGER}/API_GetDocument.html`,
  },
} as const satisfies Readonly<Record<`verify-${string}`, Check>>;

export type CheckId = keyof typeof CHECKS;

export const CHECK_IDS = Object.keys(CHECKS) as readonly CheckId[]; // Object.keys loses the key types

/** The row of a check, with nothing narrower than its declared form. */
export function checkOf(id: CheckId): Check {
  return CHECKS[id];
}
