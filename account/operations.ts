/**
 * Every operation by which this project reads an account, and the IAM actions that each one needs. All of them only
 * read. An operation that is not in this table cannot be called, so the permissions that a command needs are derived
 * from it.
 */
import {
  AuditManagerClient,
  GetAccountStatusCommand,
  GetAssessmentCommand,
  ListAssessmentsCommand,
} from "@aws-sdk/client-auditmanager";
import {
  AthenaClient,
  GetNamedQueryCommand,
  GetWorkGroupCommand,
  ListNamedQueriesCommand,
} from "@aws-sdk/client-athena";
import {
  BackupClient,
  DescribeBackupVaultCommand,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  GetBackupVaultAccessPolicyCommand,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
} from "@aws-sdk/client-backup";
import {
  BedrockClient,
  GetGuardrailCommand,
  GetModelInvocationLoggingConfigurationCommand,
  ListEnforcedGuardrailsConfigurationCommand,
  ListGuardrailsCommand,
} from "@aws-sdk/client-bedrock";
import { AccessAnalyzerClient, ListAnalyzersCommand } from "@aws-sdk/client-accessanalyzer";
import { AccountClient, GetAlternateContactCommand } from "@aws-sdk/client-account";
import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailCommand,
  GetTrailStatusCommand,
} from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient, DescribeAlarmsCommand, GetDashboardCommand } from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  DescribeDeliveriesCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  DescribeMetricFiltersCommand,
  DescribeResourcePoliciesCommand,
  DescribeSubscriptionFiltersCommand,
  DescribeAccountPoliciesCommand,
  GetDataProtectionPolicyCommand,
  GetDeliveryDestinationCommand,
  GetDeliverySourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  ConfigServiceClient,
  DescribeAggregationAuthorizationsCommand,
  DescribeConfigRulesCommand,
  DescribeConfigurationAggregatorsCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelStatusCommand,
  DescribeDeliveryChannelsCommand,
  DescribeRemediationConfigurationsCommand,
  DescribeRetentionConfigurationsCommand,
  GetCustomRulePolicyCommand,
} from "@aws-sdk/client-config-service";
import {
  EC2Client,
  GetEbsEncryptionByDefaultCommand,
  GetImageBlockPublicAccessStateCommand,
  GetInstanceMetadataDefaultsCommand,
  GetSnapshotBlockPublicAccessStateCommand,
} from "@aws-sdk/client-ec2";
import { DescribeClusterCommand, EKSClient } from "@aws-sdk/client-eks";
import {
  DescribeApiDestinationCommand,
  DescribeConnectionCommand,
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
} from "@aws-sdk/client-eventbridge";
import { DescribeDeliveryStreamCommand, FirehoseClient } from "@aws-sdk/client-firehose";
import { GetDatabaseCommand, GetTableCommand, GlueClient } from "@aws-sdk/client-glue";
import { GetDetectorCommand, GuardDutyClient, ListDetectorsCommand } from "@aws-sdk/client-guardduty";
import { BatchGetAccountStatusCommand, Inspector2Client } from "@aws-sdk/client-inspector2";
import {
  DescribeClassificationJobCommand,
  GetClassificationExportConfigurationCommand,
  GetMacieSessionCommand,
  ListClassificationJobsCommand,
  Macie2Client,
} from "@aws-sdk/client-macie2";
import {
  GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
} from "@aws-sdk/client-iam";
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
} from "@aws-sdk/client-kms";
import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { GetFunctionCommand, GetPolicyCommand as GetFunctionPolicyCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  GetPublicAccessBlockCommand as GetAccountPublicAccessBlockCommand,
  S3ControlClient,
} from "@aws-sdk/client-s3-control";
import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
} from "@aws-sdk/client-sns";
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DescribeHubCommand, GetEnabledStandardsCommand, SecurityHubClient } from "@aws-sdk/client-securityhub";
import {
  DescribeDocumentCommand,
  DescribeDocumentPermissionCommand,
  GetDocumentCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import {
  ListRecommendationResourcesCommand,
  ListRecommendationsCommand,
  TrustedAdvisorClient,
} from "@aws-sdk/client-trustedadvisor";

/** The services that are read. A global service is asked in the home region, whichever region is meant. */
export const SERVICES = {
  account: { client: AccountClient, scope: "global" },
  athena: { client: AthenaClient, scope: "regional" },
  auditmanager: { client: AuditManagerClient, scope: "regional" },
  "access-analyzer": { client: AccessAnalyzerClient, scope: "regional" },
  backup: { client: BackupClient, scope: "regional" },
  bedrock: { client: BedrockClient, scope: "regional" },
  cloudtrail: { client: CloudTrailClient, scope: "regional" },
  cloudwatch: { client: CloudWatchClient, scope: "regional" },
  config: { client: ConfigServiceClient, scope: "regional" },
  ec2: { client: EC2Client, scope: "regional" },
  eks: { client: EKSClient, scope: "regional" },
  events: { client: EventBridgeClient, scope: "regional" },
  firehose: { client: FirehoseClient, scope: "regional" },
  glue: { client: GlueClient, scope: "regional" },
  guardduty: { client: GuardDutyClient, scope: "regional" },
  inspector2: { client: Inspector2Client, scope: "regional" },
  macie2: { client: Macie2Client, scope: "regional" },
  iam: { client: IAMClient, scope: "global" },
  kms: { client: KMSClient, scope: "regional" },
  lambda: { client: LambdaClient, scope: "regional" },
  logs: { client: CloudWatchLogsClient, scope: "regional" },
  organizations: { client: OrganizationsClient, scope: "global" },
  s3: { client: S3Client, scope: "regional" },
  s3control: { client: S3ControlClient, scope: "global" },
  securityhub: { client: SecurityHubClient, scope: "regional" },
  sns: { client: SNSClient, scope: "regional" },
  sqs: { client: SQSClient, scope: "regional" },
  ssm: { client: SSMClient, scope: "regional" },
  sts: { client: STSClient, scope: "regional" },
  trustedadvisor: { client: TrustedAdvisorClient, scope: "global" },
} as const;

export type ServiceId = keyof typeof SERVICES;

/** The commands of `baseline` that read an account. */
export type ReadingCommand = "verify" | "preflight" | "access-review" | "trusted-advisor";

/** A command of AWS's SDK, as far as its input and output can be derived from it. */
export type SdkCommand = new (input: never) => {
  resolveMiddleware(...args: never): (...args: never) => Promise<{ readonly output: unknown }>;
};

export interface Operation {
  readonly command: SdkCommand;
  /**
   * The IAM actions that the operation needs, where they are not just its own name.
   *
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
   * @default the operation's id
   */
  readonly actions?: readonly IamAction[];
  /** Codes of the errors that mean that there is nothing of what was asked for. */
  readonly absent?: readonly string[];
  /** What the message of such an error says, where its code means something else as well. @default - nothing by its message */
  readonly absentMessage?: string;
  readonly usedBy: readonly ReadingCommand[];
}

/** `kms:DescribeKey`, in the spelling of IAM policies. */
export type IamAction = `${string}:${string}`;

const VERIFY = ["verify"] as const;
const PREFLIGHT = ["preflight"] as const;
const BOTH = ["verify", "preflight"] as const;
const REVIEW = ["access-review"] as const;
const VERIFY_AND_REVIEW = ["verify", "access-review"] as const;
const ALL = ["verify", "preflight", "access-review"] as const;
const TRUSTED_ADVISOR = ["trusted-advisor"] as const;

const NO_TRAIL = ["TrailNotFoundException"] as const;
const NO_KEY = ["NotFoundException"] as const;
const NO_RECORDER = ["NoSuchConfigurationRecorderException"] as const;
const NO_CHANNEL = ["NoSuchDeliveryChannelException"] as const;
const NO_TOPIC = ["NotFoundException", "NotFound"] as const;
const NO_ENTITY = ["NoSuchEntityException", "NoSuchEntity"] as const;
const NO_RULE = ["ResourceNotFoundException"] as const;
const NO_GUARDRAIL = ["ResourceNotFoundException"] as const;
const NO_QUEUE = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"] as const;
// GuardDuty has no error of its own for a detector that is not there.
const NO_DETECTOR = ["BadRequestException"] as const;
// Who asks of an account without Security Hub has no access to it.
const NO_HUB = ["InvalidAccessException", "ResourceNotFoundException"] as const;
// Macie denies access where it is not enabled, as it does where nobody allowed it.
const NO_MACIE = "Macie is not enabled";
// AWS Backup denies access to a vault that is not there, in other words than to one that nobody allowed.
const NO_VAULT = {
  absent: ["ResourceNotFoundException"],
  absentMessage: "Insufficient privileges to perform",
} as const;
const NO_PLAN = ["ResourceNotFoundException"] as const;
const NO_FUNCTION = ["ResourceNotFoundException"] as const;
const NO_DOCUMENT = ["InvalidDocument"] as const;
const NO_BUCKET = "NoSuchBucket";

/** Athena has no error of its own for what it does not find. */
const NO_WORKGROUP = ["InvalidRequestException"] as const;
const NO_ENTRY = ["EntityNotFoundException"] as const;

export const OPERATIONS = {
  "account:GetAlternateContact": {
    command: GetAlternateContactCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY,
  },
  "athena:GetNamedQuery": { command: GetNamedQueryCommand, absent: NO_WORKGROUP, usedBy: VERIFY },
  "athena:GetWorkGroup": { command: GetWorkGroupCommand, absent: NO_WORKGROUP, usedBy: BOTH },
  "athena:ListNamedQueries": { command: ListNamedQueriesCommand, absent: NO_WORKGROUP, usedBy: VERIFY },
  "auditmanager:GetAccountStatus": { command: GetAccountStatusCommand, usedBy: PREFLIGHT },
  "auditmanager:GetAssessment": {
    command: GetAssessmentCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY,
  },
  "auditmanager:ListAssessments": { command: ListAssessmentsCommand, usedBy: VERIFY },
  "backup:DescribeBackupVault": { command: DescribeBackupVaultCommand, ...NO_VAULT, usedBy: BOTH },
  "backup:GetBackupPlan": { command: GetBackupPlanCommand, absent: NO_PLAN, usedBy: VERIFY },
  "backup:GetBackupSelection": { command: GetBackupSelectionCommand, absent: NO_PLAN, usedBy: VERIFY },
  "backup:GetBackupVaultAccessPolicy": { command: GetBackupVaultAccessPolicyCommand, ...NO_VAULT, usedBy: VERIFY },
  "backup:ListBackupPlans": { command: ListBackupPlansCommand, usedBy: VERIFY },
  "backup:ListBackupSelections": { command: ListBackupSelectionsCommand, absent: NO_PLAN, usedBy: VERIFY },
  "bedrock:GetGuardrail": { command: GetGuardrailCommand, absent: NO_GUARDRAIL, usedBy: VERIFY },
  "access-analyzer:ListAnalyzers": { command: ListAnalyzersCommand, usedBy: BOTH },
  "bedrock:GetModelInvocationLoggingConfiguration": {
    command: GetModelInvocationLoggingConfigurationCommand,
    usedBy: BOTH,
  },
  "bedrock:ListEnforcedGuardrailsConfiguration": {
    command: ListEnforcedGuardrailsConfigurationCommand,
    usedBy: VERIFY,
  },
  "bedrock:ListGuardrails": { command: ListGuardrailsCommand, absent: NO_GUARDRAIL, usedBy: ALL },
  "cloudtrail:DescribeTrails": { command: DescribeTrailsCommand, usedBy: PREFLIGHT },
  "cloudtrail:GetEventSelectors": { command: GetEventSelectorsCommand, absent: NO_TRAIL, usedBy: BOTH },
  "cloudtrail:GetInsightSelectors": {
    command: GetInsightSelectorsCommand,
    absent: [...NO_TRAIL, "InsightNotEnabledException"],
    usedBy: VERIFY,
  },
  "cloudtrail:GetTrail": { command: GetTrailCommand, absent: NO_TRAIL, usedBy: VERIFY },
  "cloudtrail:GetTrailStatus": { command: GetTrailStatusCommand, absent: NO_TRAIL, usedBy: BOTH },
  "cloudwatch:DescribeAlarms": { command: DescribeAlarmsCommand, usedBy: BOTH },
  "cloudwatch:GetDashboard": {
    command: GetDashboardCommand,
    absent: ["ResourceNotFound", "DashboardNotFoundError"],
    usedBy: BOTH,
  },
  "config:DescribeAggregationAuthorizations": { command: DescribeAggregationAuthorizationsCommand, usedBy: VERIFY },
  "config:DescribeConfigRules": {
    command: DescribeConfigRulesCommand,
    absent: ["NoSuchConfigRuleException"],
    usedBy: BOTH,
  },
  "config:DescribeConfigurationAggregators": {
    command: DescribeConfigurationAggregatorsCommand,
    absent: ["NoSuchConfigurationAggregatorException"],
    usedBy: BOTH,
  },
  "config:DescribeConfigurationRecorderStatus": {
    command: DescribeConfigurationRecorderStatusCommand,
    absent: NO_RECORDER,
    usedBy: VERIFY,
  },
  "config:DescribeConfigurationRecorders": {
    command: DescribeConfigurationRecordersCommand,
    absent: NO_RECORDER,
    usedBy: BOTH,
  },
  "config:DescribeDeliveryChannelStatus": {
    command: DescribeDeliveryChannelStatusCommand,
    absent: NO_CHANNEL,
    usedBy: VERIFY,
  },
  "config:DescribeDeliveryChannels": {
    command: DescribeDeliveryChannelsCommand,
    absent: NO_CHANNEL,
    usedBy: BOTH,
  },
  "config:DescribeRemediationConfigurations": { command: DescribeRemediationConfigurationsCommand, usedBy: VERIFY },
  "config:DescribeRetentionConfigurations": {
    command: DescribeRetentionConfigurationsCommand,
    absent: ["NoSuchRetentionConfigurationException"],
    usedBy: BOTH,
  },
  "config:GetCustomRulePolicy": {
    command: GetCustomRulePolicyCommand,
    absent: ["NoSuchConfigRuleException"],
    usedBy: VERIFY,
  },
  "ec2:GetEbsEncryptionByDefault": { command: GetEbsEncryptionByDefaultCommand, usedBy: VERIFY },
  "ec2:GetImageBlockPublicAccessState": { command: GetImageBlockPublicAccessStateCommand, usedBy: VERIFY },
  "ec2:GetInstanceMetadataDefaults": { command: GetInstanceMetadataDefaultsCommand, usedBy: VERIFY },
  "ec2:GetSnapshotBlockPublicAccessState": { command: GetSnapshotBlockPublicAccessStateCommand, usedBy: VERIFY },
  "eks:DescribeCluster": {
    command: DescribeClusterCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: PREFLIGHT,
  },
  "events:DescribeApiDestination": { command: DescribeApiDestinationCommand, absent: NO_RULE, usedBy: BOTH },
  "events:DescribeConnection": { command: DescribeConnectionCommand, absent: NO_RULE, usedBy: BOTH },
  "events:DescribeRule": { command: DescribeRuleCommand, absent: NO_RULE, usedBy: BOTH },
  "events:ListTargetsByRule": { command: ListTargetsByRuleCommand, absent: NO_RULE, usedBy: VERIFY },
  "firehose:DescribeDeliveryStream": {
    command: DescribeDeliveryStreamCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: BOTH,
  },
  "glue:GetDatabase": { command: GetDatabaseCommand, absent: NO_ENTRY, usedBy: BOTH },
  "glue:GetTable": { command: GetTableCommand, absent: NO_ENTRY, usedBy: VERIFY },
  "guardduty:GetDetector": { command: GetDetectorCommand, absent: NO_DETECTOR, usedBy: VERIFY },
  "guardduty:ListDetectors": { command: ListDetectorsCommand, usedBy: BOTH },
  "iam:GetAccessKeyLastUsed": { command: GetAccessKeyLastUsedCommand, absent: NO_ENTITY, usedBy: REVIEW },
  "iam:GetAccountAuthorizationDetails": { command: GetAccountAuthorizationDetailsCommand, usedBy: REVIEW },
  "iam:GetAccountSummary": { command: GetAccountSummaryCommand, usedBy: PREFLIGHT },
  "iam:GetAccountPasswordPolicy": {
    command: GetAccountPasswordPolicyCommand,
    absent: NO_ENTITY,
    usedBy: VERIFY,
  },
  "iam:GetRole": { command: GetRoleCommand, absent: NO_ENTITY, usedBy: ALL },
  "iam:GetRolePolicy": { command: GetRolePolicyCommand, absent: NO_ENTITY, usedBy: VERIFY },
  "iam:GetUser": { command: GetUserCommand, absent: NO_ENTITY, usedBy: ["preflight", "access-review"] },
  "iam:ListAccessKeys": { command: ListAccessKeysCommand, absent: NO_ENTITY, usedBy: REVIEW },
  "iam:ListAttachedRolePolicies": { command: ListAttachedRolePoliciesCommand, absent: NO_ENTITY, usedBy: VERIFY },
  "iam:ListRolePolicies": { command: ListRolePoliciesCommand, absent: NO_ENTITY, usedBy: VERIFY_AND_REVIEW },
  "iam:ListRoles": { command: ListRolesCommand, usedBy: VERIFY_AND_REVIEW },
  "inspector2:BatchGetAccountStatus": { command: BatchGetAccountStatusCommand, usedBy: BOTH },
  "macie2:DescribeClassificationJob": {
    command: DescribeClassificationJobCommand,
    absent: ["ResourceNotFoundException"],
    absentMessage: NO_MACIE,
    usedBy: VERIFY,
  },
  "macie2:GetClassificationExportConfiguration": {
    command: GetClassificationExportConfigurationCommand,
    absentMessage: NO_MACIE,
    usedBy: VERIFY,
  },
  "macie2:GetMacieSession": { command: GetMacieSessionCommand, absentMessage: NO_MACIE, usedBy: BOTH },
  "macie2:ListClassificationJobs": {
    command: ListClassificationJobsCommand,
    absentMessage: NO_MACIE,
    usedBy: VERIFY,
  },
  "kms:DescribeKey": { command: DescribeKeyCommand, absent: NO_KEY, usedBy: VERIFY_AND_REVIEW },
  "kms:GetKeyPolicy": { command: GetKeyPolicyCommand, absent: NO_KEY, usedBy: VERIFY_AND_REVIEW },
  "kms:GetKeyRotationStatus": { command: GetKeyRotationStatusCommand, absent: NO_KEY, usedBy: VERIFY },
  "kms:ListAliases": { command: ListAliasesCommand, usedBy: ALL },
  "kms:ListGrants": { command: ListGrantsCommand, absent: NO_KEY, usedBy: REVIEW },
  "lambda:GetFunction": { command: GetFunctionCommand, absent: NO_FUNCTION, usedBy: BOTH },
  "lambda:GetPolicy": { command: GetFunctionPolicyCommand, absent: NO_FUNCTION, usedBy: VERIFY },
  "logs:DescribeLogGroups": { command: DescribeLogGroupsCommand, usedBy: BOTH },
  "logs:DescribeLogStreams": {
    command: DescribeLogStreamsCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY,
  },
  "logs:DescribeSubscriptionFilters": {
    command: DescribeSubscriptionFiltersCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY,
  },
  "logs:DescribeMetricFilters": {
    command: DescribeMetricFiltersCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY,
  },
  "logs:DescribeResourcePolicies": {
    command: DescribeResourcePoliciesCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY_AND_REVIEW,
  },
  "logs:DescribeDeliveries": { command: DescribeDeliveriesCommand, usedBy: VERIFY },
  "logs:GetDeliveryDestination": {
    command: GetDeliveryDestinationCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: BOTH,
  },
  "logs:GetDeliverySource": {
    command: GetDeliverySourceCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: BOTH,
  },
  "logs:DescribeAccountPolicies": {
    command: DescribeAccountPoliciesCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: BOTH,
  },
  "logs:GetDataProtectionPolicy": {
    command: GetDataProtectionPolicyCommand,
    absent: ["ResourceNotFoundException"],
    usedBy: VERIFY,
  },
  "organizations:DescribeOrganization": {
    command: DescribeOrganizationCommand,
    absent: ["AWSOrganizationsNotInUseException"],
    usedBy: PREFLIGHT,
  },
  "organizations:DescribePolicy": { command: DescribePolicyCommand, usedBy: PREFLIGHT },
  "organizations:ListParents": { command: ListParentsCommand, usedBy: PREFLIGHT },
  "organizations:ListPoliciesForTarget": { command: ListPoliciesForTargetCommand, usedBy: PREFLIGHT },
  "s3:GetBucketEncryption": {
    command: GetBucketEncryptionCommand,
    actions: ["s3:GetEncryptionConfiguration"],
    absent: [NO_BUCKET, "ServerSideEncryptionConfigurationNotFoundError"],
    usedBy: VERIFY_AND_REVIEW,
  },
  "s3:GetBucketLifecycleConfiguration": {
    command: GetBucketLifecycleConfigurationCommand,
    actions: ["s3:GetLifecycleConfiguration"],
    absent: [NO_BUCKET, "NoSuchLifecycleConfiguration"],
    usedBy: VERIFY,
  },
  "s3:GetBucketLogging": { command: GetBucketLoggingCommand, absent: [NO_BUCKET], usedBy: BOTH },
  "s3:GetBucketNotificationConfiguration": {
    command: GetBucketNotificationConfigurationCommand,
    actions: ["s3:GetBucketNotification"],
    absent: [NO_BUCKET],
    usedBy: BOTH,
  },
  "s3:GetBucketOwnershipControls": {
    command: GetBucketOwnershipControlsCommand,
    absent: [NO_BUCKET, "OwnershipControlsNotFoundError"],
    usedBy: VERIFY,
  },
  "s3:GetBucketPolicy": {
    command: GetBucketPolicyCommand,
    absent: [NO_BUCKET, "NoSuchBucketPolicy"],
    usedBy: VERIFY_AND_REVIEW,
  },
  "s3:GetBucketVersioning": { command: GetBucketVersioningCommand, absent: [NO_BUCKET], usedBy: VERIFY },
  "s3:GetObjectLockConfiguration": {
    command: GetObjectLockConfigurationCommand,
    actions: ["s3:GetBucketObjectLockConfiguration"],
    absent: [NO_BUCKET, "ObjectLockConfigurationNotFoundError"],
    usedBy: VERIFY,
  },
  "s3:GetPublicAccessBlock": {
    command: GetPublicAccessBlockCommand,
    actions: ["s3:GetBucketPublicAccessBlock"],
    absent: [NO_BUCKET, "NoSuchPublicAccessBlockConfiguration"],
    usedBy: VERIFY,
  },
  "s3:HeadBucket": {
    command: HeadBucketCommand,
    actions: ["s3:ListBucket"],
    absent: ["NotFound", NO_BUCKET],
    usedBy: PREFLIGHT,
  },
  "s3:ListBuckets": { command: ListBucketsCommand, actions: ["s3:ListAllMyBuckets"], usedBy: PREFLIGHT },
  "s3control:GetPublicAccessBlock": {
    command: GetAccountPublicAccessBlockCommand,
    actions: ["s3:GetAccountPublicAccessBlock"],
    absent: ["NoSuchPublicAccessBlockConfiguration"],
    usedBy: VERIFY,
  },
  "securityhub:DescribeHub": { command: DescribeHubCommand, absent: NO_HUB, usedBy: BOTH },
  "securityhub:GetEnabledStandards": { command: GetEnabledStandardsCommand, absent: NO_HUB, usedBy: VERIFY },
  "sns:GetSubscriptionAttributes": { command: GetSubscriptionAttributesCommand, absent: NO_TOPIC, usedBy: VERIFY },
  "sns:GetTopicAttributes": { command: GetTopicAttributesCommand, absent: NO_TOPIC, usedBy: BOTH },
  "sns:ListSubscriptionsByTopic": { command: ListSubscriptionsByTopicCommand, absent: NO_TOPIC, usedBy: VERIFY },
  "sqs:GetQueueAttributes": { command: GetQueueAttributesCommand, absent: NO_QUEUE, usedBy: VERIFY },
  "sqs:GetQueueUrl": { command: GetQueueUrlCommand, absent: NO_QUEUE, usedBy: BOTH },
  "ssm:DescribeDocument": { command: DescribeDocumentCommand, absent: NO_DOCUMENT, usedBy: PREFLIGHT },
  "ssm:DescribeDocumentPermission": {
    command: DescribeDocumentPermissionCommand,
    absent: NO_DOCUMENT,
    usedBy: VERIFY,
  },
  "ssm:GetDocument": { command: GetDocumentCommand, absent: NO_DOCUMENT, usedBy: VERIFY },
  // Whoever has credentials may ask who they are.
  "sts:GetCallerIdentity": { command: GetCallerIdentityCommand, actions: [], usedBy: [...ALL, ...TRUSTED_ADVISOR] },
  "trustedadvisor:ListRecommendationResources": {
    command: ListRecommendationResourcesCommand,
    usedBy: TRUSTED_ADVISOR,
  },
  "trustedadvisor:ListRecommendations": { command: ListRecommendationsCommand, usedBy: TRUSTED_ADVISOR },
} as const satisfies Readonly<Record<`${ServiceId}:${string}`, Operation>>;

export type OperationId = keyof typeof OPERATIONS;

type CommandOf<Id extends OperationId> = (typeof OPERATIONS)[Id]["command"];

/** Some services let the input be left out; here it never is. */
export type InputOf<Id extends OperationId> = NonNullable<ConstructorParameters<CommandOf<Id>>[0]>;

export type OutputOf<Id extends OperationId> = Awaited<
  ReturnType<ReturnType<InstanceType<CommandOf<Id>>["resolveMiddleware"]>>
>["output"];

/** The row of an operation, with nothing narrower than its declared form. */
export function operationOf(id: OperationId): Operation {
  return OPERATIONS[id];
}

export function actionsOf(id: OperationId): readonly IamAction[] {
  return operationOf(id).actions ?? [id];
}

export function serviceOf(id: OperationId): ServiceId {
  // An operation's id starts with its service, by the type of the table; String.split loses that.
  return id.split(":")[0] as ServiceId;
}

/** The IAM actions that a command needs, sorted. */
export function actionsNeededBy(command: ReadingCommand): readonly IamAction[] {
  const ids = Object.keys(OPERATIONS) as OperationId[]; // Object.keys loses the key types
  const needed = ids.filter((id) => operationOf(id).usedBy.includes(command)).flatMap(actionsOf);
  return [...new Set(needed)].sort();
}
