import type { Source } from "../source";
import { APPROVAL_TOPIC_PREFIX } from "../systems-manager/automation-approvals";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html",
    readOn: "2026-11-26",
    secondary: "for kms:ViaService, https://docs.aws.amazon.com/bedrock/latest/userguide/sessions-encryption.html",
  },
  {
    page: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamEncryptionConfigurationInput.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles-AWSServiceRoleForBackup.html",
    readOn: "2026-11-27",
    secondary: "when AWS Backup makes its role, as AWS's managed policies let administrators do",
  },
  {
    page: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupFullAccess.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ConfigConformsServiceRolePolicy.html",
    readOn: "2026-11-27",
    secondary: "when AWS Config makes its role for remediations, as AWS lets itself do who makes them",
  },
  { page: "https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service", readOn: "2026-11-25" },
];

/** What the provider does to a resource in the course of its life. */
export const LIFECYCLE = ["create", "read", "update", "delete"] as const;
export type LifecycleStep = (typeof LIFECYCLE)[number];

/** The IAM actions by which the provider manages resources of one type. */
export type DeployActions = Readonly<Record<LifecycleStep, readonly string[]>> & {
  /**
   * The ARNs of what this project declares of the type. IAM accepts a wildcard in every segment of an ARN but the service's,
   * so that one policy serves every partition, region and account.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
   */
  readonly on: readonly string[];
  /** The actions that IAM does not know on all of these ARNs, each with those on which it does. @default - none */
  readonly onOf?: Readonly<Record<string, readonly string[]>>;
  /** The service to which the resource passes a role. */
  readonly passesRoleTo?: string;
};

/** Every name that the project gives begins with it, after the path that a service asks for. */
const OWN = "baseline-*";

const BUCKETS = [`arn:*:s3:::${OWN}`];
const ANY_BUCKET = ["arn:*:s3:::*"];
/** Below a path too, where the settings name one. */
const ROLES = [`arn:*:iam::*:role/${OWN}`, `arn:*:iam::*:role/*/${OWN}`];
// Automation asks for approval by topics alone whose name begins so.
const TOPICS = [`arn:*:sns:*:*:${OWN}`, `arn:*:sns:*:*:${APPROVAL_TOPIC_PREFIX}-${OWN}`];
const QUEUES = [`arn:*:sqs:*:*:${OWN}`];
const FUNCTIONS = [`arn:*:lambda:*:*:function:${OWN}`];
const WORKGROUPS = [`arn:*:athena:*:*:workgroup/${OWN}`];
const BACKUP_VAULTS = [`arn:*:backup:*:*:backup-vault:${OWN}`];
// A plan's ARN holds an id that AWS makes up.
const BACKUP_PLANS = ["arn:*:backup:*:*:backup-plan:*"];
// Names in the catalog have no hyphens. IAM asks for the catalog and the database as well as for what is in them.
const OWN_DATABASES = ["arn:*:glue:*:*:database/baseline_*"];
const DATABASES = ["arn:*:glue:*:*:catalog", ...OWN_DATABASES];
const TABLES = [...DATABASES, "arn:*:glue:*:*:table/baseline_*/*"];
const DELIVERY_STREAMS = [`arn:*:firehose:*:*:deliverystream/${OWN}`];
const API_DESTINATIONS = [`arn:*:events:*:*:api-destination/${OWN}`];
const CONNECTIONS = [`arn:*:events:*:*:connection/${OWN}`];
/** The secrets of connections, which EventBridge makes, with whoever makes the connection. */
const CONNECTION_SECRETS = [`arn:*:secretsmanager:*:*:secret:events!connection/${OWN}`];
const CONNECTION_SECRET_ACTIONS = [
  "secretsmanager:CreateSecret",
  "secretsmanager:UpdateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:GetSecretValue",
  "secretsmanager:PutSecretValue",
];
const CONNECTION_ACTIONS = ["Create", "Describe", "Update", "Delete"].map((verb) => `events:${verb}Connection`);
const EVENT_RULES = [`arn:*:events:*:*:rule/${OWN}`];
// A key's ARN holds an id that AWS makes up.
const KEYS = ["arn:*:kms:*:*:key/*"];
// A guardrail's ARN holds an id that AWS makes up.
const GUARDRAILS = ["arn:*:bedrock:*:*:guardrail/*"];
const RECORDERS = [`arn:*:config:*:*:configuration-recorder/${OWN}/*`];
// A remediation's ARN holds an id that AWS makes up.
const REMEDIATIONS = ["arn:*:config:*:*:remediation-configuration/*"];
const DOCUMENTS = [`arn:*:ssm:*:*:document/${OWN}`];
const HUBS = ["arn:*:securityhub:*:*:hub/default"];
const LOG_GROUPS = [
  `arn:*:logs:*:*:log-group:/aws/cloudtrail/${OWN}`,
  `arn:*:logs:*:*:log-group:/ai-governance/${OWN}`,
  `arn:*:logs:*:*:log-group:/aws/lambda/${OWN}`,
  `arn:*:logs:*:*:log-group:/aws/vendedlogs/bedrock/${OWN}`,
  "arn:*:logs:*:*:log-group:/aws/eks/*/cluster*",
];
// A delivery's ARN holds an id that AWS makes up.
const DELIVERIES = ["arn:*:logs:*:*:delivery:*"];
const DELIVERY_DESTINATIONS = [`arn:*:logs:*:*:delivery-destination:${OWN}`];
const DELIVERY_SOURCES = [`arn:*:logs:*:*:delivery-source:${OWN}`];
const DELIVERY_PARTS = [...DELIVERY_SOURCES, ...DELIVERY_DESTINATIONS, ...DELIVERIES];
/** The resources whose logs are delivered, as AWS asks of whoever makes their source. */
const LOGGED_BY_BEDROCK = ["arn:*:bedrock:*:*:knowledge-base/*", "arn:*:bedrock:*:*:agent-alias/*"];
const LOGGED_BY_AGENTCORE = ["runtime", "gateway", "memory", "browser-custom", "code-interpreter-custom"].map(
  (kind) => `arn:*:bedrock-agentcore:*:*:${kind}/*`,
);
const LOG_STREAMS = [`arn:*:logs:*:*:log-group:/ai-governance/${OWN}:log-stream:*`];

const BUCKET_TAGS = ["s3:ListTagsForResource", "s3:GetBucketTagging"];

/** The service-linked role of AWS Config, which only that service can assume. */
export const CONFIG_SERVICE_LINKED_ROLE = {
  name: "AWSServiceRoleForConfig",
  service: "config.amazonaws.com",
  on: "arn:*:iam::*:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
} as const;

/**
 * What Bedrock does with the key of a guardrail on behalf of whoever makes one. Allowed on the condition that Bedrock asks: a
 * deployer has no use of the keys themselves.
 */
export const KEY_USE_BY_BEDROCK = {
  actions: ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey"],
  on: KEYS,
  viaService: "bedrock.*.amazonaws.com",
} as const;
/** The roles that services make for themselves on the first use, which whoever enables the service has to be allowed to create. */
export const FIRST_USE_SERVICE_LINKED_ROLES = [
  {
    service: "backup.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup",
  },
  {
    service: "apidestinations.events.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/apidestinations.events.amazonaws.com/AWSServiceRoleForAmazonEventBridgeApiDestinations",
  },
  {
    service: "remediation.config.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/remediation.config.amazonaws.com/AWSServiceRoleForConfigRemediation",
  },
  {
    service: "access-analyzer.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer",
  },
  {
    service: "guardduty.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
  },
  {
    service: "inspector2.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/inspector2.amazonaws.com/AWSServiceRoleForAmazonInspector2",
  },
  {
    service: "agentless.inspector2.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/agentless.inspector2.amazonaws.com/AWSServiceRoleForAmazonInspector2Agentless",
  },
  {
    service: "macie.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie",
  },
  {
    service: "securityhub.amazonaws.com",
    on: "arn:*:iam::*:role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub",
  },
] as const;

/** What Firehose does with the key of a stream on behalf of whoever makes one, on the same condition. */
export const KEY_USE_BY_FIREHOSE = {
  actions: ["kms:CreateGrant"],
  on: KEYS,
  viaService: "firehose.*.amazonaws.com",
} as const;

/** What AWS Backup does with the key of a vault on behalf of whoever makes one, on the same condition. */
export const KEY_USE_BY_BACKUP = {
  actions: ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey", "kms:RetireGrant"],
  on: KEYS,
  viaService: "backup.*.amazonaws.com",
} as const;

/** Allowed on the condition that it is for that service. */
export const CREATE_SERVICE_LINKED_ROLE = "iam:CreateServiceLinkedRole";

/** The actions, each on the same ARNs. */
function onEach(actions: readonly string[], on: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(actions.map((action) => [action, on]));
}

/** A part of a bucket's settings: S3 has one action to read it and one to write it. */
function bucketPart(read: string, write: string, remove = write): DeployActions {
  return { on: BUCKETS, create: [write], read: [read], update: [write], delete: [remove] };
}

/**
 * By the Pulumi type of what the prod and sandbox stacks declare. Only what the settings of this project can bring about is
 * listed: it disables no key and detaches no key from a log group.
 */
export const DEPLOY_ACTIONS: Readonly<Record<string, DeployActions>> = {
  "aws:athena/namedQuery:NamedQuery": {
    on: WORKGROUPS,
    create: ["athena:CreateNamedQuery"],
    read: ["athena:GetNamedQuery"],
    // The provider replaces it.
    update: [],
    delete: ["athena:DeleteNamedQuery"],
  },
  "aws:athena/workgroup:Workgroup": {
    on: WORKGROUPS,
    create: ["athena:CreateWorkGroup", "athena:TagResource"],
    read: ["athena:GetWorkGroup", "athena:ListTagsForResource"],
    update: ["athena:UpdateWorkGroup", "athena:TagResource", "athena:UntagResource"],
    delete: ["athena:DeleteWorkGroup"],
  },
  "aws:backup/plan:Plan": {
    on: BACKUP_PLANS,
    create: ["backup:CreateBackupPlan", "backup:TagResource"],
    read: ["backup:GetBackupPlan", "backup:ListTags"],
    update: ["backup:UpdateBackupPlan", "backup:TagResource", "backup:UntagResource"],
    delete: ["backup:DeleteBackupPlan"],
  },
  "aws:backup/selection:Selection": {
    on: BACKUP_PLANS,
    create: ["backup:CreateBackupSelection", CREATE_SERVICE_LINKED_ROLE],
    read: ["backup:GetBackupSelection"],
    update: [],
    delete: ["backup:DeleteBackupSelection"],
    passesRoleTo: "backup.amazonaws.com",
  },
  "aws:backup/vault:Vault": {
    on: BACKUP_VAULTS,
    create: ["backup:CreateBackupVault", "backup:TagResource", "backup-storage:MountCapsule"],
    read: ["backup:DescribeBackupVault", "backup:ListTags"],
    update: ["backup:TagResource", "backup:UntagResource"],
    delete: ["backup:DeleteBackupVault"],
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    on: BACKUP_VAULTS,
    create: ["backup:PutBackupVaultLockConfiguration"],
    read: ["backup:DescribeBackupVault"],
    update: ["backup:PutBackupVaultLockConfiguration"],
    delete: ["backup:DeleteBackupVaultLockConfiguration"],
  },
  "aws:backup/vaultPolicy:VaultPolicy": {
    on: BACKUP_VAULTS,
    create: ["backup:PutBackupVaultAccessPolicy"],
    read: ["backup:GetBackupVaultAccessPolicy"],
    update: ["backup:PutBackupVaultAccessPolicy"],
    delete: ["backup:DeleteBackupVaultAccessPolicy"],
  },
  "aws:bedrock/guardrail:Guardrail": {
    on: GUARDRAILS,
    create: ["bedrock:CreateGuardrail", "bedrock:TagResource"],
    read: ["bedrock:GetGuardrail", "bedrock:ListTagsForResource"],
    update: ["bedrock:UpdateGuardrail", "bedrock:TagResource", "bedrock:UntagResource"],
    delete: ["bedrock:DeleteGuardrail"],
  },
  "aws:bedrock/guardrailVersion:GuardrailVersion": {
    on: GUARDRAILS,
    create: ["bedrock:CreateGuardrailVersion"],
    read: ["bedrock:GetGuardrail"],
    // Another version is made; those before stay.
    update: [],
    delete: [],
  },
  "aws:auditmanager/assessment:Assessment": {
    on: ["arn:*:auditmanager:*:*:assessment/*"],
    create: ["auditmanager:CreateAssessment", "auditmanager:TagResource"],
    read: ["auditmanager:GetAssessment", "auditmanager:ListTagsForResource"],
    update: ["auditmanager:UpdateAssessment", "auditmanager:TagResource", "auditmanager:UntagResource"],
    delete: ["auditmanager:DeleteAssessment"],
  },
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": {
    on: ["arn:*:chatbot::*:chat-configuration/slack-channel/*"],
    create: ["chatbot:CreateSlackChannelConfiguration", "chatbot:TagResource", CREATE_SERVICE_LINKED_ROLE],
    read: ["chatbot:DescribeSlackChannelConfigurations", "chatbot:ListTagsForResource"],
    update: ["chatbot:UpdateSlackChannelConfiguration", "chatbot:TagResource", "chatbot:UntagResource"],
    delete: ["chatbot:DeleteSlackChannelConfiguration"],
    passesRoleTo: "chatbot.amazonaws.com",
  },
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": {
    on: ["arn:*:chatbot::*:chat-configuration/microsoft-teams-channel/*"],
    create: ["chatbot:CreateMicrosoftTeamsChannelConfiguration", "chatbot:TagResource", CREATE_SERVICE_LINKED_ROLE],
    read: ["chatbot:GetMicrosoftTeamsChannelConfiguration", "chatbot:ListTagsForResource"],
    update: ["chatbot:UpdateMicrosoftTeamsChannelConfiguration", "chatbot:TagResource", "chatbot:UntagResource"],
    delete: ["chatbot:DeleteMicrosoftTeamsChannelConfiguration"],
    passesRoleTo: "chatbot.amazonaws.com",
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    on: [`arn:*:access-analyzer:*:*:analyzer/${OWN}`],
    create: ["access-analyzer:CreateAnalyzer", "access-analyzer:TagResource", CREATE_SERVICE_LINKED_ROLE],
    read: ["access-analyzer:GetAnalyzer", "access-analyzer:ListTagsForResource"],
    update: ["access-analyzer:UpdateAnalyzer", "access-analyzer:TagResource", "access-analyzer:UntagResource"],
    delete: ["access-analyzer:DeleteAnalyzer"],
  },
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration": {
    on: [],
    create: ["bedrock:PutModelInvocationLoggingConfiguration"],
    read: ["bedrock:GetModelInvocationLoggingConfiguration"],
    update: ["bedrock:PutModelInvocationLoggingConfiguration"],
    delete: ["bedrock:DeleteModelInvocationLoggingConfiguration"],
    passesRoleTo: "bedrock.amazonaws.com",
  },
  "aws:cfg/aggregateAuthorization:AggregateAuthorization": {
    on: ["arn:*:config:*:*:aggregation-authorization/*/*"],
    create: ["config:PutAggregationAuthorization", "config:TagResource"],
    read: ["config:DescribeAggregationAuthorizations", "config:ListTagsForResource"],
    update: ["config:TagResource", "config:UntagResource"],
    delete: ["config:DeleteAggregationAuthorization"],
  },
  "aws:cfg/configurationAggregator:ConfigurationAggregator": {
    // An aggregator's ARN holds an id that AWS makes up.
    on: ["arn:*:config:*:*:config-aggregator/*"],
    create: ["config:PutConfigurationAggregator", "config:TagResource"],
    read: ["config:DescribeConfigurationAggregators", "config:ListTagsForResource"],
    update: ["config:PutConfigurationAggregator", "config:TagResource", "config:UntagResource"],
    delete: ["config:DeleteConfigurationAggregator"],
    passesRoleTo: "config.amazonaws.com",
  },
  "aws:cfg/deliveryChannel:DeliveryChannel": {
    on: [],
    create: ["config:PutDeliveryChannel"],
    read: ["config:DescribeDeliveryChannels"],
    update: ["config:PutDeliveryChannel"],
    delete: ["config:DeleteDeliveryChannel"],
  },
  "aws:cfg/recorder:Recorder": {
    on: RECORDERS,
    create: ["config:PutConfigurationRecorder"],
    read: ["config:DescribeConfigurationRecorders"],
    update: ["config:PutConfigurationRecorder"],
    delete: ["config:DeleteConfigurationRecorder"],
    passesRoleTo: "config.amazonaws.com",
  },
  "aws:cfg/recorderStatus:RecorderStatus": {
    on: RECORDERS,
    create: ["config:StartConfigurationRecorder"],
    read: ["config:DescribeConfigurationRecorderStatus"],
    update: ["config:StartConfigurationRecorder", "config:StopConfigurationRecorder"],
    delete: ["config:StopConfigurationRecorder"],
  },
  "aws:cfg/remediationConfiguration:RemediationConfiguration": {
    on: REMEDIATIONS,
    create: ["config:PutRemediationConfigurations", CREATE_SERVICE_LINKED_ROLE],
    read: ["config:DescribeRemediationConfigurations"],
    update: ["config:PutRemediationConfigurations"],
    delete: ["config:DeleteRemediationConfiguration"],
    passesRoleTo: "ssm.amazonaws.com",
  },
  "aws:cfg/retentionConfiguration:RetentionConfiguration": {
    on: [],
    create: ["config:PutRetentionConfiguration"],
    read: ["config:DescribeRetentionConfigurations"],
    update: ["config:PutRetentionConfiguration"],
    delete: ["config:DeleteRetentionConfiguration"],
  },
  "aws:cfg/rule:Rule": {
    // A rule's ARN holds an id that AWS makes up.
    on: ["arn:*:config:*:*:config-rule/*"],
    create: ["config:PutConfigRule", "config:TagResource"],
    read: ["config:DescribeConfigRules", "config:ListTagsForResource"],
    update: ["config:PutConfigRule", "config:TagResource", "config:UntagResource"],
    delete: ["config:DeleteConfigRule"],
  },
  "aws:cloudtrail/trail:Trail": {
    on: [`arn:*:cloudtrail:*:*:trail/${OWN}`],
    create: [
      "cloudtrail:CreateTrail",
      "cloudtrail:AddTags",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:PutInsightSelectors",
      "cloudtrail:StartLogging",
    ],
    read: [
      "cloudtrail:DescribeTrails",
      "cloudtrail:GetTrailStatus",
      "cloudtrail:GetEventSelectors",
      "cloudtrail:GetInsightSelectors",
      "cloudtrail:ListTags",
    ],
    update: [
      "cloudtrail:UpdateTrail",
      "cloudtrail:AddTags",
      "cloudtrail:RemoveTags",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:PutInsightSelectors",
      "cloudtrail:StartLogging",
    ],
    delete: ["cloudtrail:DeleteTrail"],
    passesRoleTo: "cloudtrail.amazonaws.com",
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    on: API_DESTINATIONS,
    // IAM asks for the connection as well.
    onOf: { "events:CreateApiDestination": [...API_DESTINATIONS, ...CONNECTIONS] },
    create: ["events:CreateApiDestination"],
    read: ["events:DescribeApiDestination"],
    update: ["events:UpdateApiDestination"],
    delete: ["events:DeleteApiDestination"],
  },
  "aws:cloudwatch/eventConnection:EventConnection": {
    on: [...CONNECTIONS, ...CONNECTION_SECRETS],
    onOf: {
      ...onEach(CONNECTION_ACTIONS, CONNECTIONS),
      ...onEach(CONNECTION_SECRET_ACTIONS, CONNECTION_SECRETS),
    },
    create: ["events:CreateConnection", ...CONNECTION_SECRET_ACTIONS, CREATE_SERVICE_LINKED_ROLE],
    read: ["events:DescribeConnection"],
    update: ["events:UpdateConnection", ...CONNECTION_SECRET_ACTIONS],
    delete: ["events:DeleteConnection", "secretsmanager:DeleteSecret"],
  },
  "aws:cloudwatch/eventRule:EventRule": {
    on: EVENT_RULES,
    create: ["events:PutRule", "events:TagResource"],
    read: ["events:DescribeRule", "events:ListTagsForResource"],
    update: ["events:PutRule", "events:TagResource", "events:UntagResource"],
    delete: ["events:DeleteRule"],
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    on: EVENT_RULES,
    create: ["events:PutTargets"],
    read: ["events:ListTargetsByRule"],
    update: ["events:PutTargets"],
    delete: ["events:RemoveTargets"],
    passesRoleTo: "events.amazonaws.com",
  },
  // By AWS's page on data protection, the account's policy needs the permission for those of log groups too, on everything:
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/data-protection-policy-permissions.html
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": {
    on: ["*"],
    create: ["logs:PutAccountPolicy", "logs:PutDataProtectionPolicy"],
    read: ["logs:DescribeAccountPolicies"],
    update: ["logs:PutAccountPolicy", "logs:PutDataProtectionPolicy"],
    delete: ["logs:DeleteAccountPolicy", "logs:DeleteDataProtectionPolicy"],
  },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": {
    on: LOG_GROUPS,
    create: ["logs:PutDataProtectionPolicy"],
    read: ["logs:GetDataProtectionPolicy"],
    update: ["logs:PutDataProtectionPolicy"],
    delete: ["logs:DeleteDataProtectionPolicy"],
  },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    on: DELIVERIES,
    // IAM asks for the source and for the destination as well.
    onOf: { "logs:CreateDelivery": DELIVERY_PARTS, "logs:UpdateDeliveryConfiguration": DELIVERY_PARTS },
    create: ["logs:CreateDelivery", "logs:TagResource"],
    read: ["logs:GetDelivery", "logs:ListTagsForResource"],
    update: ["logs:UpdateDeliveryConfiguration", "logs:TagResource", "logs:UntagResource"],
    delete: ["logs:DeleteDelivery"],
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    on: DELIVERY_DESTINATIONS,
    create: ["logs:PutDeliveryDestination", "logs:TagResource"],
    read: ["logs:GetDeliveryDestination", "logs:ListTagsForResource"],
    update: ["logs:PutDeliveryDestination", "logs:TagResource", "logs:UntagResource"],
    delete: ["logs:DeleteDeliveryDestination"],
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    on: DELIVERY_SOURCES,
    onOf: {
      "bedrock:AllowVendedLogDeliveryForResource": LOGGED_BY_BEDROCK,
      "bedrock-agentcore:AllowVendedLogDeliveryForResource": LOGGED_BY_AGENTCORE,
      // The service authorization reference names the destination; AWS's page on who enables logging has the source too.
      "logs:DeleteDeliverySource": [...DELIVERY_SOURCES, ...DELIVERY_DESTINATIONS],
    },
    create: [
      "logs:PutDeliverySource",
      "bedrock:AllowVendedLogDeliveryForResource",
      "bedrock-agentcore:AllowVendedLogDeliveryForResource",
      "logs:TagResource",
    ],
    read: ["logs:GetDeliverySource", "logs:ListTagsForResource"],
    update: ["logs:TagResource", "logs:UntagResource"],
    delete: ["logs:DeleteDeliverySource"],
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    on: LOG_GROUPS,
    create: ["logs:PutResourcePolicy"],
    read: ["logs:DescribeResourcePolicies"],
    update: ["logs:PutResourcePolicy"],
    delete: ["logs:DeleteResourcePolicy"],
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    on: LOG_GROUPS,
    create: [
      "logs:CreateLogGroup",
      "logs:PutRetentionPolicy",
      "logs:PutLogGroupDeletionProtection",
      "logs:TagResource",
    ],
    read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
    update: [
      "logs:PutRetentionPolicy",
      "logs:PutLogGroupDeletionProtection",
      "logs:AssociateKmsKey",
      "logs:TagResource",
      "logs:UntagResource",
    ],
    delete: ["logs:DeleteLogGroup"],
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    on: LOG_GROUPS,
    create: ["logs:PutMetricFilter"],
    read: ["logs:DescribeMetricFilters"],
    update: ["logs:PutMetricFilter"],
    delete: ["logs:DeleteMetricFilter"],
  },
  "aws:cloudwatch/logStream:LogStream": {
    on: LOG_STREAMS,
    onOf: { "logs:DescribeLogStreams": LOG_GROUPS },
    create: ["logs:CreateLogStream"],
    read: ["logs:DescribeLogStreams"],
    update: [],
    delete: ["logs:DeleteLogStream"],
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    on: LOG_GROUPS,
    create: ["logs:PutSubscriptionFilter"],
    read: ["logs:DescribeSubscriptionFilters"],
    update: ["logs:PutSubscriptionFilter"],
    delete: ["logs:DeleteSubscriptionFilter"],
    passesRoleTo: "logs.amazonaws.com",
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    on: [`arn:*:cloudwatch::*:dashboard/${OWN}`],
    create: ["cloudwatch:PutDashboard"],
    read: ["cloudwatch:GetDashboard"],
    update: ["cloudwatch:PutDashboard"],
    delete: ["cloudwatch:DeleteDashboards"],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    on: [`arn:*:cloudwatch:*:*:alarm:${OWN}`],
    create: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource"],
    read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
    update: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"],
    delete: ["cloudwatch:DeleteAlarms"],
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    on: DATABASES,
    // The root catalog has no tags.
    onOf: { "glue:GetTags": OWN_DATABASES, "glue:TagResource": OWN_DATABASES, "glue:UntagResource": OWN_DATABASES },
    create: ["glue:CreateDatabase", "glue:TagResource"],
    read: ["glue:GetDatabase", "glue:GetTags"],
    update: ["glue:UpdateDatabase", "glue:TagResource", "glue:UntagResource"],
    delete: [],
  },
  "aws:glue/catalogTable:CatalogTable": {
    on: TABLES,
    create: ["glue:CreateTable"],
    read: ["glue:GetTable", "glue:GetPartitionIndexes"],
    update: ["glue:UpdateTable"],
    // IAM asks for the tables of a database that is deleted, and for its functions, of which there are none.
    delete: ["glue:DeleteTable", "glue:DeleteDatabase"],
  },
  "aws:guardduty/detector:Detector": {
    // A detector's ARN holds an id that AWS makes up.
    on: ["arn:*:guardduty:*:*:detector/*"],
    create: ["guardduty:CreateDetector", "guardduty:TagResource", CREATE_SERVICE_LINKED_ROLE],
    read: ["guardduty:GetDetector", "guardduty:ListTagsForResource"],
    update: ["guardduty:UpdateDetector", "guardduty:TagResource", "guardduty:UntagResource"],
    delete: ["guardduty:DeleteDetector"],
  },
  "aws:guardduty/detectorFeature:DetectorFeature": {
    on: ["arn:*:guardduty:*:*:detector/*"],
    create: ["guardduty:UpdateDetector"],
    read: ["guardduty:GetDetector"],
    update: ["guardduty:UpdateDetector"],
    // The feature is left as it is.
    delete: [],
  },
  "aws:iam/role:Role": {
    on: ROLES,
    create: ["iam:CreateRole", "iam:TagRole"],
    read: ["iam:GetRole", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies"],
    update: [
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
      "iam:PutRolePermissionsBoundary",
      "iam:DeleteRolePermissionsBoundary",
      "iam:TagRole",
      "iam:UntagRole",
    ],
    delete: ["iam:DeleteRole", "iam:ListInstanceProfilesForRole"],
  },
  "aws:iam/rolePolicy:RolePolicy": {
    on: ROLES,
    create: ["iam:PutRolePolicy"],
    read: ["iam:GetRolePolicy"],
    update: ["iam:PutRolePolicy"],
    delete: ["iam:DeleteRolePolicy"],
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    on: ROLES,
    create: ["iam:AttachRolePolicy"],
    read: ["iam:ListAttachedRolePolicies"],
    update: [],
    delete: ["iam:DetachRolePolicy"],
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    on: [CONFIG_SERVICE_LINKED_ROLE.on],
    create: [CREATE_SERVICE_LINKED_ROLE, "iam:TagRole"],
    read: ["iam:GetRole"],
    update: ["iam:UpdateRoleDescription", "iam:TagRole", "iam:UntagRole"],
    delete: ["iam:DeleteServiceLinkedRole", "iam:GetServiceLinkedRoleDeletionStatus"],
  },
  "aws:inspector2/enabler:Enabler": {
    on: [],
    create: ["inspector2:Enable", CREATE_SERVICE_LINKED_ROLE],
    read: ["inspector2:BatchGetAccountStatus"],
    update: ["inspector2:Enable", "inspector2:Disable"],
    delete: ["inspector2:Disable"],
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    on: DELIVERY_STREAMS,
    create: ["firehose:CreateDeliveryStream", "firehose:StartDeliveryStreamEncryption", "firehose:TagDeliveryStream"],
    read: ["firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream"],
    update: [
      "firehose:UpdateDestination",
      "firehose:StartDeliveryStreamEncryption",
      "firehose:TagDeliveryStream",
      "firehose:UntagDeliveryStream",
    ],
    delete: ["firehose:DeleteDeliveryStream"],
    passesRoleTo: "firehose.amazonaws.com",
  },
  "aws:macie2/account:Account": {
    on: [],
    create: ["macie2:EnableMacie", CREATE_SERVICE_LINKED_ROLE],
    read: ["macie2:GetMacieSession"],
    update: ["macie2:UpdateMacieSession"],
    delete: ["macie2:DisableMacie"],
  },
  "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration": {
    on: [],
    create: ["macie2:PutClassificationExportConfiguration"],
    read: ["macie2:GetClassificationExportConfiguration"],
    update: ["macie2:PutClassificationExportConfiguration"],
    delete: ["macie2:PutClassificationExportConfiguration"],
  },
  "aws:macie2/classificationJob:ClassificationJob": {
    on: [],
    create: ["macie2:CreateClassificationJob", "macie2:TagResource"],
    read: ["macie2:DescribeClassificationJob"],
    update: ["macie2:UpdateClassificationJob", "macie2:TagResource", "macie2:UntagResource"],
    // A job is cancelled, and stays in the account.
    delete: ["macie2:UpdateClassificationJob"],
  },
  "aws:kms/alias:Alias": {
    on: [`arn:*:kms:*:*:alias/${OWN}`, ...KEYS],
    create: ["kms:CreateAlias"],
    read: ["kms:ListAliases"],
    update: ["kms:UpdateAlias"],
    delete: ["kms:DeleteAlias"],
  },
  "aws:kms/key:Key": {
    on: KEYS,
    create: ["kms:CreateKey", "kms:EnableKeyRotation", "kms:TagResource"],
    read: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
    update: [
      "kms:EnableKeyRotation",
      "kms:PutKeyPolicy",
      "kms:UpdateKeyDescription",
      "kms:TagResource",
      "kms:UntagResource",
    ],
    delete: ["kms:ScheduleKeyDeletion"],
  },
  // One action puts and deletes it.
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    on: [],
    create: ["s3:PutAccountPublicAccessBlock"],
    read: ["s3:GetAccountPublicAccessBlock"],
    update: ["s3:PutAccountPublicAccessBlock"],
    delete: ["s3:PutAccountPublicAccessBlock"],
  },
  "aws:s3/bucket:Bucket": {
    on: BUCKETS,
    create: [
      "s3:CreateBucket",
      // What CreateBucket asks for beside its own action, when a bucket is born with Object Lock.
      "s3:PutBucketObjectLockConfiguration",
      "s3:PutBucketVersioning",
      "s3:PutBucketTagging",
      "s3:TagResource",
    ],
    // The provider reads every part of a bucket, also those that have a resource of their own.
    read: [
      "s3:ListBucket",
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      ...BUCKET_TAGS,
    ],
    update: ["s3:PutBucketTagging", "s3:TagResource", "s3:UntagResource"],
    delete: ["s3:DeleteBucket"],
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketPart(
    "s3:GetLifecycleConfiguration",
    "s3:PutLifecycleConfiguration",
  ),
  // Of the training, model and artifact buckets too, whose names the settings give.
  "aws:s3/bucketLogging:BucketLogging": {
    ...bucketPart("s3:GetBucketLogging", "s3:PutBucketLogging"),
    onOf: { "s3:GetBucketLogging": ANY_BUCKET, "s3:PutBucketLogging": ANY_BUCKET },
  },
  "aws:s3/bucketNotification:BucketNotification": {
    ...bucketPart("s3:GetBucketNotification", "s3:PutBucketNotification"),
    on: ANY_BUCKET,
  },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": bucketPart(
    "s3:GetBucketObjectLockConfiguration",
    "s3:PutBucketObjectLockConfiguration",
  ),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": bucketPart(
    "s3:GetBucketOwnershipControls",
    "s3:PutBucketOwnershipControls",
  ),
  "aws:s3/bucketPolicy:BucketPolicy": bucketPart("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": bucketPart(
    "s3:GetBucketPublicAccessBlock",
    "s3:PutBucketPublicAccessBlock",
  ),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": bucketPart(
    "s3:GetEncryptionConfiguration",
    "s3:PutEncryptionConfiguration",
  ),
  "aws:s3/bucketVersioning:BucketVersioning": bucketPart("s3:GetBucketVersioning", "s3:PutBucketVersioning"),
  "aws:securityhub/account:Account": {
    on: HUBS,
    create: ["securityhub:EnableSecurityHub", "securityhub:UpdateSecurityHubConfiguration", CREATE_SERVICE_LINKED_ROLE],
    read: ["securityhub:DescribeHub"],
    update: ["securityhub:UpdateSecurityHubConfiguration"],
    delete: ["securityhub:DisableSecurityHub"],
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    on: HUBS,
    create: ["securityhub:BatchEnableStandards"],
    read: ["securityhub:GetEnabledStandards"],
    update: [],
    delete: ["securityhub:BatchDisableStandards"],
  },
  "aws:sns/topic:Topic": {
    on: TOPICS,
    create: ["sns:CreateTopic", "sns:SetTopicAttributes", "sns:TagResource"],
    read: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
    update: ["sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"],
    delete: ["sns:DeleteTopic"],
  },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": {
    on: [],
    create: ["ec2:EnableEbsEncryptionByDefault"],
    read: ["ec2:GetEbsEncryptionByDefault"],
    update: ["ec2:EnableEbsEncryptionByDefault"],
    delete: ["ec2:DisableEbsEncryptionByDefault"],
  },
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": {
    on: [],
    create: ["ec2:EnableSnapshotBlockPublicAccess"],
    read: ["ec2:GetSnapshotBlockPublicAccessState"],
    update: ["ec2:EnableSnapshotBlockPublicAccess"],
    delete: ["ec2:DisableSnapshotBlockPublicAccess"],
  },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": {
    on: [],
    create: ["ec2:EnableImageBlockPublicAccess"],
    read: ["ec2:GetImageBlockPublicAccessState"],
    update: ["ec2:EnableImageBlockPublicAccess"],
    // The provider leaves the block on.
    delete: [],
  },
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": {
    on: [],
    create: ["ec2:ModifyInstanceMetadataDefaults"],
    read: ["ec2:GetInstanceMetadataDefaults"],
    update: ["ec2:ModifyInstanceMetadataDefaults"],
    delete: ["ec2:ModifyInstanceMetadataDefaults"],
  },
  "aws:account/alternativeContact:AlternativeContact": {
    on: ["arn:*:account::*:account"],
    create: ["account:PutAlternateContact"],
    read: ["account:GetAlternateContact"],
    update: ["account:PutAlternateContact"],
    delete: ["account:DeleteAlternateContact"],
  },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    on: [],
    create: ["iam:UpdateAccountPasswordPolicy"],
    read: ["iam:GetAccountPasswordPolicy"],
    update: ["iam:UpdateAccountPasswordPolicy"],
    delete: ["iam:DeleteAccountPasswordPolicy"],
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    on: TOPICS,
    create: ["sns:SetTopicAttributes"],
    read: ["sns:GetTopicAttributes"],
    update: ["sns:SetTopicAttributes"],
    delete: ["sns:SetTopicAttributes"],
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    on: TOPICS,
    create: ["sns:Subscribe"],
    read: ["sns:GetSubscriptionAttributes", "sns:ListSubscriptionsByTopic"],
    update: ["sns:SetSubscriptionAttributes"],
    delete: ["sns:Unsubscribe"],
  },
  "aws:lambda/function:Function": {
    on: FUNCTIONS,
    create: ["lambda:CreateFunction", "lambda:PutFunctionConcurrency", "lambda:TagResource"],
    read: ["lambda:GetFunction", "lambda:GetFunctionCodeSigningConfig", "lambda:ListVersionsByFunction"],
    update: [
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      "lambda:PutFunctionConcurrency",
      "lambda:DeleteFunctionConcurrency",
      "lambda:TagResource",
      "lambda:UntagResource",
    ],
    delete: ["lambda:DeleteFunction"],
    passesRoleTo: "lambda.amazonaws.com",
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    on: FUNCTIONS,
    create: ["lambda:PutFunctionEventInvokeConfig"],
    read: ["lambda:GetFunctionEventInvokeConfig"],
    update: ["lambda:PutFunctionEventInvokeConfig"],
    delete: ["lambda:DeleteFunctionEventInvokeConfig"],
  },
  "aws:lambda/permission:Permission": {
    on: FUNCTIONS,
    create: ["lambda:AddPermission"],
    read: ["lambda:GetPolicy"],
    update: [],
    delete: ["lambda:RemovePermission"],
  },
  "aws:ssm/document:Document": {
    on: DOCUMENTS,
    create: ["ssm:CreateDocument", "ssm:AddTagsToResource"],
    read: ["ssm:DescribeDocument", "ssm:DescribeDocumentPermission", "ssm:GetDocument", "ssm:ListTagsForResource"],
    update: [
      "ssm:UpdateDocument",
      "ssm:UpdateDocumentDefaultVersion",
      "ssm:AddTagsToResource",
      "ssm:RemoveTagsFromResource",
    ],
    delete: ["ssm:DeleteDocument"],
  },
  "aws:sqs/queue:Queue": {
    on: QUEUES,
    create: ["sqs:CreateQueue", "sqs:TagQueue"],
    read: ["sqs:GetQueueAttributes", "sqs:ListQueueTags"],
    update: ["sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"],
    delete: ["sqs:DeleteQueue"],
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    on: QUEUES,
    create: ["sqs:SetQueueAttributes"],
    read: ["sqs:GetQueueAttributes"],
    update: ["sqs:SetQueueAttributes"],
    delete: ["sqs:SetQueueAttributes"],
  },
};

/**
 * The actions among them that have no resource in IAM, or are asked about all resources at once; a policy can allow them
 * only on `*`.
 */
export const ON_NO_RESOURCE: readonly string[] = [
  // A guardrail that is not there yet is no resource; only the profile that it may name is one.
  "bedrock:CreateGuardrail",
  "auditmanager:CreateAssessment",
  "backup-storage:MountCapsule",
  "ec2:DisableEbsEncryptionByDefault",
  "ec2:DisableSnapshotBlockPublicAccess",
  "ec2:EnableEbsEncryptionByDefault",
  "ec2:EnableImageBlockPublicAccess",
  "ec2:EnableSnapshotBlockPublicAccess",
  "ec2:GetEbsEncryptionByDefault",
  "ec2:GetImageBlockPublicAccessState",
  "ec2:GetInstanceMetadataDefaults",
  "ec2:GetSnapshotBlockPublicAccessState",
  "ec2:ModifyInstanceMetadataDefaults",
  "iam:DeleteAccountPasswordPolicy",
  "iam:GetAccountPasswordPolicy",
  "iam:UpdateAccountPasswordPolicy",
  "bedrock:DeleteModelInvocationLoggingConfiguration",
  "bedrock:GetModelInvocationLoggingConfiguration",
  "bedrock:PutModelInvocationLoggingConfiguration",
  "chatbot:CreateMicrosoftTeamsChannelConfiguration",
  "chatbot:CreateSlackChannelConfiguration",
  "chatbot:DescribeSlackChannelConfigurations",
  "chatbot:GetMicrosoftTeamsChannelConfiguration",
  "chatbot:ListTagsForResource",
  "cloudtrail:DescribeTrails",
  "config:DeleteDeliveryChannel",
  "config:DeleteRetentionConfiguration",
  "config:DescribeAggregationAuthorizations",
  "config:DescribeConfigRules",
  "config:DescribeConfigurationAggregators",
  "config:DescribeConfigurationRecorderStatus",
  "config:DescribeConfigurationRecorders",
  "config:DescribeDeliveryChannels",
  "config:DescribeRetentionConfigurations",
  "config:PutDeliveryChannel",
  "config:PutRetentionConfiguration",
  "guardduty:CreateDetector",
  "kms:CreateKey",
  "kms:ListAliases",
  "logs:DeleteAccountPolicy",
  "logs:DeleteResourcePolicy",
  "logs:DescribeAccountPolicies",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:PutAccountPolicy",
  "logs:PutResourcePolicy",
  "s3:GetAccountPublicAccessBlock",
  "s3:PutAccountPublicAccessBlock",
];
