/** The resource types that rules are about, with the provider's declarations of their properties. */
import type * as aws from "@pulumi/aws";
import type * as kubernetes from "@pulumi/kubernetes";
import { resourceType } from "./resource-type";

// IAM Access Analyzer
export const ANALYZER = resourceType<aws.accessanalyzer.AnalyzerArgs>("aws:accessanalyzer/analyzer:Analyzer");

// AWS Backup
export const BACKUP_PLAN = resourceType<aws.backup.PlanArgs, aws.backup.Plan>("aws:backup/plan:Plan");
export const BACKUP_SELECTION = resourceType<aws.backup.SelectionArgs>("aws:backup/selection:Selection");
export const BACKUP_VAULT = resourceType<aws.backup.VaultArgs, aws.backup.Vault>("aws:backup/vault:Vault");
export const BACKUP_VAULT_LOCK = resourceType<aws.backup.VaultLockConfigurationArgs>(
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
);
export const BACKUP_VAULT_POLICY = resourceType<aws.backup.VaultPolicyArgs>("aws:backup/vaultPolicy:VaultPolicy");

// AWS Bedrock
export const AGENT = resourceType<aws.bedrock.AgentAgentArgs>("aws:bedrock/agentAgent:AgentAgent");
export const AGENTCORE_BROWSER = resourceType<aws.bedrock.AgentcoreBrowserArgs, aws.bedrock.AgentcoreBrowser>(
  "aws:bedrock/agentcoreBrowser:AgentcoreBrowser",
);
export const AGENTCORE_CODE_INTERPRETER = resourceType<
  aws.bedrock.AgentcoreCodeInterpreterArgs,
  aws.bedrock.AgentcoreCodeInterpreter
>("aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter");
export const AGENTCORE_GATEWAY = resourceType<aws.bedrock.AgentcoreGatewayArgs, aws.bedrock.AgentcoreGateway>(
  "aws:bedrock/agentcoreGateway:AgentcoreGateway",
);
export const AGENTCORE_MEMORY = resourceType<aws.bedrock.AgentcoreMemoryArgs, aws.bedrock.AgentcoreMemory>(
  "aws:bedrock/agentcoreMemory:AgentcoreMemory",
);
export const AGENTCORE_RUNTIME = resourceType<aws.bedrock.AgentcoreAgentRuntimeArgs, aws.bedrock.AgentcoreAgentRuntime>(
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
);
export const DATA_SOURCE = resourceType<aws.bedrock.AgentDataSourceArgs>("aws:bedrock/agentDataSource:AgentDataSource");
export const GUARDRAIL = resourceType<aws.bedrock.GuardrailArgs>("aws:bedrock/guardrail:Guardrail");
export const KNOWLEDGE_BASE = resourceType<aws.bedrock.AgentKnowledgeBaseArgs, aws.bedrock.AgentKnowledgeBase>(
  "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase",
);
export const INVOCATION_LOGGING_CONFIGURATION = resourceType<aws.bedrockmodel.InvocationLoggingConfigurationArgs>(
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
);

// Amazon Q Developer in chat applications
export const SLACK_CHANNEL = resourceType<aws.chatbot.SlackChannelConfigurationArgs>(
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
);
export const TEAMS_CHANNEL = resourceType<aws.chatbot.TeamsChannelConfigurationArgs>(
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
);

// AWS CloudTrail
export const TRAIL = resourceType<aws.cloudtrail.TrailArgs, aws.cloudtrail.Trail>("aws:cloudtrail/trail:Trail");

// Amazon CloudWatch
export const LOG_GROUP = resourceType<aws.cloudwatch.LogGroupArgs, aws.cloudwatch.LogGroup>(
  "aws:cloudwatch/logGroup:LogGroup",
);
export const LOG_ACCOUNT_POLICY = resourceType<aws.cloudwatch.LogAccountPolicyArgs>(
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
);
export const LOG_DATA_PROTECTION_POLICY = resourceType<aws.cloudwatch.LogDataProtectionPolicyArgs>(
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
);
export const LOG_DELIVERY = resourceType<aws.cloudwatch.LogDeliveryArgs>("aws:cloudwatch/logDelivery:LogDelivery");
export const LOG_DELIVERY_SOURCE = resourceType<aws.cloudwatch.LogDeliverySourceArgs, aws.cloudwatch.LogDeliverySource>(
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
);
export const LOG_METRIC_FILTER = resourceType<aws.cloudwatch.LogMetricFilterArgs>(
  "aws:cloudwatch/logMetricFilter:LogMetricFilter",
);
export const EVENT_RULE = resourceType<aws.cloudwatch.EventRuleArgs, aws.cloudwatch.EventRule>(
  "aws:cloudwatch/eventRule:EventRule",
);
export const EVENT_TARGET = resourceType<aws.cloudwatch.EventTargetArgs>("aws:cloudwatch/eventTarget:EventTarget");
export const API_DESTINATION = resourceType<aws.cloudwatch.EventApiDestinationArgs>(
  "aws:cloudwatch/eventApiDestination:EventApiDestination",
);
export const DASHBOARD = resourceType<aws.cloudwatch.DashboardArgs>("aws:cloudwatch/dashboard:Dashboard");
export const METRIC_ALARM = resourceType<aws.cloudwatch.MetricAlarmArgs, aws.cloudwatch.MetricAlarm>(
  "aws:cloudwatch/metricAlarm:MetricAlarm",
);

// AWS Config
export const CONFIGURATION_AGGREGATOR = resourceType<aws.cfg.ConfigurationAggregatorArgs>(
  "aws:cfg/configurationAggregator:ConfigurationAggregator",
);
export const CONFIG_RULE = resourceType<aws.cfg.RuleArgs>("aws:cfg/rule:Rule");
export const CONFIG_REMEDIATION = resourceType<aws.cfg.RemediationConfigurationArgs>(
  "aws:cfg/remediationConfiguration:RemediationConfiguration",
);
export const DELIVERY_CHANNEL = resourceType<aws.cfg.DeliveryChannelArgs>("aws:cfg/deliveryChannel:DeliveryChannel");
export const RECORDER = resourceType<aws.cfg.RecorderArgs>("aws:cfg/recorder:Recorder");
export const RECORDER_STATUS = resourceType<aws.cfg.RecorderStatusArgs>("aws:cfg/recorderStatus:RecorderStatus");
export const RETENTION_CONFIGURATION = resourceType<aws.cfg.RetentionConfigurationArgs>(
  "aws:cfg/retentionConfiguration:RetentionConfiguration",
);

// Amazon EC2
export const EBS_ENCRYPTION_BY_DEFAULT = resourceType<aws.ebs.EncryptionByDefaultArgs>(
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
);
export const IMAGE_BLOCK_PUBLIC_ACCESS = resourceType<aws.ec2.ImageBlockPublicAccessArgs>(
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
);
export const INSTANCE_METADATA_DEFAULTS = resourceType<aws.ec2.InstanceMetadataDefaultsArgs>(
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
);
export const SNAPSHOT_BLOCK_PUBLIC_ACCESS = resourceType<aws.ebs.SnapshotBlockPublicAccessArgs>(
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
);

// AWS Account Management
export const ALTERNATIVE_CONTACT = resourceType<aws.account.AlternativeContactArgs>(
  "aws:account/alternativeContact:AlternativeContact",
);

// Amazon EKS and Kubernetes
export const CLUSTER = resourceType<aws.eks.ClusterArgs>("aws:eks/cluster:Cluster");
export const AUDIT_SINK = resourceType<kubernetes.auditregistration.v1alpha1.AuditSinkArgs>(
  "kubernetes:auditregistration.k8s.io/v1alpha1:AuditSink",
);

// AWS IAM
export const ACCOUNT_PASSWORD_POLICY = resourceType<aws.iam.AccountPasswordPolicyArgs>(
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
);
export const GROUP = resourceType<aws.iam.GroupArgs, aws.iam.Group>("aws:iam/group:Group");
export const GROUP_MEMBERSHIP = resourceType<aws.iam.GroupMembershipArgs>("aws:iam/groupMembership:GroupMembership");
export const GROUP_POLICY = resourceType<aws.iam.GroupPolicyArgs>("aws:iam/groupPolicy:GroupPolicy");
export const GROUP_POLICY_ATTACHMENT = resourceType<aws.iam.GroupPolicyAttachmentArgs>(
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
);
export const GROUP_POLICY_ATTACHMENTS_EXCLUSIVE = resourceType<aws.iam.GroupPolicyAttachmentsExclusiveArgs>(
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
);
export const POLICY = resourceType<aws.iam.PolicyArgs, aws.iam.Policy>("aws:iam/policy:Policy");
export const POLICY_ATTACHMENT = resourceType<aws.iam.PolicyAttachmentArgs>(
  "aws:iam/policyAttachment:PolicyAttachment",
);
export const ROLE = resourceType<aws.iam.RoleArgs, aws.iam.Role>("aws:iam/role:Role");
export const ROLE_POLICY = resourceType<aws.iam.RolePolicyArgs>("aws:iam/rolePolicy:RolePolicy");
export const ROLE_POLICY_ATTACHMENT = resourceType<aws.iam.RolePolicyAttachmentArgs>(
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
);
export const ROLE_POLICY_ATTACHMENTS_EXCLUSIVE = resourceType<aws.iam.RolePolicyAttachmentsExclusiveArgs>(
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
);
export const USER = resourceType<aws.iam.UserArgs, aws.iam.User>("aws:iam/user:User");
export const USER_GROUP_MEMBERSHIP = resourceType<aws.iam.UserGroupMembershipArgs>(
  "aws:iam/userGroupMembership:UserGroupMembership",
);
export const USER_POLICY = resourceType<aws.iam.UserPolicyArgs>("aws:iam/userPolicy:UserPolicy");
export const USER_POLICY_ATTACHMENT = resourceType<aws.iam.UserPolicyAttachmentArgs>(
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
);
export const USER_POLICY_ATTACHMENTS_EXCLUSIVE = resourceType<aws.iam.UserPolicyAttachmentsExclusiveArgs>(
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
);

// AWS IAM Identity Center
export const PERMISSION_SET = resourceType<aws.ssoadmin.PermissionSetArgs, aws.ssoadmin.PermissionSet>(
  "aws:ssoadmin/permissionSet:PermissionSet",
);
export const PERMISSION_SET_BOUNDARY = resourceType<aws.ssoadmin.PermissionsBoundaryAttachmentArgs>(
  "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
);
export const PERMISSION_SET_CUSTOMER_POLICY = resourceType<aws.ssoadmin.CustomerManagedPolicyAttachmentArgs>(
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
);
export const PERMISSION_SET_CUSTOMER_POLICIES_EXCLUSIVE =
  resourceType<aws.ssoadmin.CustomerManagedPolicyAttachmentsExclusiveArgs>(
    "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
  );
export const PERMISSION_SET_INLINE_POLICY = resourceType<aws.ssoadmin.PermissionSetInlinePolicyArgs>(
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
);
export const PERMISSION_SET_MANAGED_POLICY = resourceType<aws.ssoadmin.ManagedPolicyAttachmentArgs>(
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
);
export const PERMISSION_SET_MANAGED_POLICIES_EXCLUSIVE =
  resourceType<aws.ssoadmin.ManagedPolicyAttachmentsExclusiveArgs>(
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
  );

// Amazon GuardDuty
export const DETECTOR = resourceType<aws.guardduty.DetectorArgs, aws.guardduty.Detector>(
  "aws:guardduty/detector:Detector",
);
export const DETECTOR_FEATURE = resourceType<aws.guardduty.DetectorFeatureArgs>(
  "aws:guardduty/detectorFeature:DetectorFeature",
);

// Amazon Inspector
export const INSPECTOR = resourceType<aws.inspector2.EnablerArgs>("aws:inspector2/enabler:Enabler");

// Amazon Macie
export const CLASSIFICATION_EXPORT = resourceType<aws.macie2.ClassificationExportConfigurationArgs>(
  "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration",
);
export const CLASSIFICATION_JOB = resourceType<aws.macie2.ClassificationJobArgs>(
  "aws:macie2/classificationJob:ClassificationJob",
);
export const MACIE = resourceType<aws.macie2.AccountArgs>("aws:macie2/account:Account");

// AWS KMS
export const ALIAS = resourceType<aws.kms.AliasArgs, aws.kms.Alias>("aws:kms/alias:Alias");
export const EXTERNAL_KEY = resourceType<aws.kms.ExternalKeyArgs, aws.kms.ExternalKey>(
  "aws:kms/externalKey:ExternalKey",
);
export const KEY_GRANT = resourceType<aws.kms.GrantArgs>("aws:kms/grant:Grant");
export const REPLICA_EXTERNAL_KEY = resourceType<aws.kms.ReplicaExternalKeyArgs, aws.kms.ReplicaExternalKey>(
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
);
export const REPLICA_KEY = resourceType<aws.kms.ReplicaKeyArgs, aws.kms.ReplicaKey>("aws:kms/replicaKey:ReplicaKey");
export const KEY = resourceType<aws.kms.KeyArgs, aws.kms.Key>("aws:kms/key:Key");
export const KEY_POLICY = resourceType<aws.kms.KeyPolicyArgs>("aws:kms/keyPolicy:KeyPolicy");

// Amazon S3: the provider declares the parts of a bucket apart from it
export const ACCOUNT_PUBLIC_ACCESS_BLOCK = resourceType<aws.s3.AccountPublicAccessBlockArgs>(
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
);
export const BUCKET = resourceType<aws.s3.BucketArgs, aws.s3.Bucket>("aws:s3/bucket:Bucket");
export const BUCKET_ACL = resourceType<aws.s3.BucketAclArgs>("aws:s3/bucketAcl:BucketAcl");
export const BUCKET_ENCRYPTION = resourceType<aws.s3.BucketServerSideEncryptionConfigurationArgs>(
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
);
export const BUCKET_LIFECYCLE = resourceType<aws.s3.BucketLifecycleConfigurationArgs>(
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
);
export const BUCKET_LOGGING = resourceType<aws.s3.BucketLoggingArgs>("aws:s3/bucketLogging:BucketLogging");
export const BUCKET_NOTIFICATION = resourceType<aws.s3.BucketNotificationArgs>(
  "aws:s3/bucketNotification:BucketNotification",
);
export const BUCKET_OBJECT_LOCK = resourceType<aws.s3.BucketObjectLockConfigurationArgs>(
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
);
export const BUCKET_OWNERSHIP = resourceType<aws.s3.BucketOwnershipControlsArgs>(
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
);
export const BUCKET_POLICY = resourceType<aws.s3.BucketPolicyArgs>("aws:s3/bucketPolicy:BucketPolicy");
export const BUCKET_PUBLIC_ACCESS_BLOCK = resourceType<aws.s3.BucketPublicAccessBlockArgs>(
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
);
export const BUCKET_VERSIONING = resourceType<aws.s3.BucketVersioningArgs>("aws:s3/bucketVersioning:BucketVersioning");

// Amazon Data Firehose
export const DELIVERY_STREAM = resourceType<aws.kinesis.FirehoseDeliveryStreamArgs, aws.kinesis.FirehoseDeliveryStream>(
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
);
export const SUBSCRIPTION_FILTER = resourceType<aws.cloudwatch.LogSubscriptionFilterArgs>(
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
);

// AWS Lambda
export const FUNCTION = resourceType<aws.lambda.FunctionArgs, aws.lambda.Function>("aws:lambda/function:Function");
export const FUNCTION_PERMISSION = resourceType<aws.lambda.PermissionArgs>("aws:lambda/permission:Permission");
export const FUNCTION_RETRIES = resourceType<aws.lambda.FunctionEventInvokeConfigArgs>(
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
);

// Amazon Athena and AWS Glue
export const WORKGROUP = resourceType<aws.athena.WorkgroupArgs, aws.athena.Workgroup>("aws:athena/workgroup:Workgroup");
export const CATALOG_TABLE = resourceType<aws.glue.CatalogTableArgs, aws.glue.CatalogTable>(
  "aws:glue/catalogTable:CatalogTable",
);
// AWS Organizations
export const ORGANIZATION_POLICY = resourceType<aws.organizations.PolicyArgs>("aws:organizations/policy:Policy");

// Amazon SageMaker AI
export const ENDPOINT = resourceType<aws.sagemaker.EndpointArgs>("aws:sagemaker/endpoint:Endpoint");
export const ENDPOINT_CONFIGURATION = resourceType<aws.sagemaker.EndpointConfigurationArgs>(
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
);

// AWS Security Hub CSPM
export const SECURITY_HUB = resourceType<aws.securityhub.AccountArgs>("aws:securityhub/account:Account");
export const SECURITY_STANDARD = resourceType<aws.securityhub.StandardsSubscriptionArgs>(
  "aws:securityhub/standardsSubscription:StandardsSubscription",
);

// Amazon SNS
export const TOPIC = resourceType<aws.sns.TopicArgs, aws.sns.Topic>("aws:sns/topic:Topic");
export const TOPIC_SUBSCRIPTION = resourceType<aws.sns.TopicSubscriptionArgs>(
  "aws:sns/topicSubscription:TopicSubscription",
);
export const TOPIC_POLICY = resourceType<aws.sns.TopicPolicyArgs>("aws:sns/topicPolicy:TopicPolicy");

// Amazon SQS
export const QUEUE = resourceType<aws.sqs.QueueArgs, aws.sqs.Queue>("aws:sqs/queue:Queue");
export const QUEUE_POLICY = resourceType<aws.sqs.QueuePolicyArgs>("aws:sqs/queuePolicy:QueuePolicy");

/** What a stack says of itself by this project's components: their inputs and outputs that rules rely on. */
interface AccountBaselineProperties {
  readonly profile: string;
  readonly governedRegions: readonly string[];
  /** General purpose buckets of models' lineage: what they hold (training, model or artifact), and where they lie. */
  readonly lineageBuckets: readonly { readonly kind: string; readonly name: string; readonly region: string }[];
  /** What stands in the account and is not declared, such as the trail of the organization. */
  readonly adopted: readonly { readonly type: string; readonly region: string; readonly id: string }[];
  /** What the account does without, and why. The trail's has no region. */
  readonly declined: readonly { readonly capability: string; readonly region?: string; readonly reason: string }[];
  /** The trail that an account's baseline has to have; never set. */
  readonly trail: object;
  /** The settings that an account's baseline has to have; never set. */
  readonly accountSettings: object;
  /** The contacts that an account's baseline has to have; never set. */
  readonly alternateContacts: object;
}

/** The component by which a stack says that it is an account's baseline. */
export const ACCOUNT_BASELINE = component<AccountBaselineProperties>("AccountBaseline");
export const AUDIT_TRAIL = component<{ readonly dataEventBucketArns: readonly string[] }>("AuditTrail");
export const CUSTOMER_MANAGED_KEY = component<{ readonly policyStatements: readonly object[] }>("CustomerManagedKey");
export const EVIDENCE_BUCKET = component("EvidenceBucket");
/** Declares how much of each invocation a region keeps. */
export const INVOCATION_LOGGING = component<{ readonly content: string; readonly region: string }>("InvocationLogging");
export const KUBERNETES_AUDIT_SINK = component<{ readonly kind: string; readonly logGroupName: string }>(
  "KubernetesAuditSink",
);
export const RETAINED_LOG_GROUP = component("RetainedLogGroup");

function component<Properties extends object = object>(name: string) {
  return resourceType<Properties>(`ai-governance-baseline:index:${name}`);
}
