/** Every component that a program can stand up, and the types, tables and policy statements that its options are made of. */
export { type AccountSetting, type RegionSetting } from "../facts/account/settings";
export { type BackedUpKindName } from "../facts/backup/backups";
export { CONTENT_MODES, type ContentMode } from "../facts/bedrock/content-modes";
export { type FilterStrength, SENSITIVE_TYPES, type SensitiveType } from "../facts/bedrock/guardrails";
export { type LineageBucketKind } from "../facts/s3/lineage-buckets";
export { AI_RESOURCE_TYPES, type AiResourceType } from "../facts/cloudtrail/ai-data-event-types";
export { type InsightType } from "../facts/cloudtrail/limits";
export {
  BASELINE_RULE_IDS,
  MANAGED_RULES,
  type ManagedRuleId,
  type ParametersByRule,
} from "../facts/config/managed-rules";
export { DATA_IDENTIFIERS, type DataIdentifier, MASKED_IDENTIFIERS } from "../facts/logs/data-identifiers";
export { RETENTION_CLASSES, type RetentionClass } from "../facts/logs/retention-classes";
export { RETENTION_PERIODS, type RetentionDays } from "../facts/logs/retention-periods";
export { type LoggedResourceKind } from "../facts/logs/vended-logs";

export {
  AccountBaseline,
  type AccountBaselineArgs,
  type ClusterBaseline,
  type RegionBaseline,
} from "./account/account-baseline";
export { AccountSettings, type AccountSettingsArgs } from "./account-settings/account-settings";
export {
  type AlternateContact,
  AlternateContacts,
  type AlternateContactsArgs,
} from "./account-settings/alternate-contacts";
export { RegionSettings, type RegionSettingsArgs } from "./account-settings/region-settings";
export { AccessAnalysis, type AccessAnalysisArgs } from "./accessanalyzer/access-analysis";
export { type Chat, ChatChannel, type ChatChannelArgs } from "./alerts/chat-channel";
export { AlertHub, type AlertHubArgs } from "./alerts/alert-hub";
export { LogArchive, type LogArchiveArgs, type SourceAccount, type SourceOrganization } from "./archive/log-archive";
export {
  type AccessLogSource,
  EvidenceQueries,
  type EvidenceQueriesArgs,
  type EvidenceSource,
  type EvidenceSources,
  type TrailSource,
} from "./athena/evidence-queries";
export { type Existing } from "./base/existing";
export { OptionError } from "./base/options";
export { DataLineage, type DataLineageArgs, type TracedBucket } from "./lineage/data-lineage";
export { type BackedUpResource, LockedBackup, type LockedBackupArgs } from "./backup/locked-backup";
export { ApplicationAlarms, type ApplicationAlarmsArgs } from "./cloudwatch/application-alarms";
export { type ClusterFeed, FeedAlarms, type FeedAlarmsArgs } from "./cloudwatch/feed-alarms";
export { ModelAlarms, type ModelAlarmsArgs } from "./bedrock/model-alarms";
export { GovernanceDashboards, type GovernanceDashboardsArgs } from "./cloudwatch/governance-dashboards";
export { BaselineGuardrail, type BaselineGuardrailArgs, type DeniedTopic } from "./bedrock/baseline-guardrail";
export { InvocationLogging, type InvocationLoggingArgs } from "./bedrock/invocation-logging";
export { InvocationSampler, type InvocationSamplerArgs } from "./bedrock/invocation-sampler";
export { AuditAlarms, type AuditAlarmsArgs } from "./cloudtrail/audit-alarms";
export { AuditTrail, type AuditTrailArgs } from "./cloudtrail/audit-trail";
export {
  AggregationAuthorizations,
  type AggregationAuthorizationsArgs,
  type AggregatorAccount,
} from "./config/aggregation-authorizations";
export { type AggregatedAccounts, ConfigAggregator, type ConfigAggregatorArgs } from "./config/config-aggregator";
export { ConfigRecorder, type ConfigRecorderArgs } from "./config/config-recorder";
export { ConfigRules, type ConfigRulesArgs } from "./config/config-rules";
export { ConfigRemediation, type ConfigRemediationArgs } from "./config/config-remediation";
export { ConformancePack, type ConformancePackArgs } from "./config/conformance-pack";
export {
  type CheckedInvocationLogging,
  type CheckFrequency,
  PeriodicChecks,
  type PeriodicChecksArgs,
} from "./config/periodic-checks";
export {
  type ApiKeyAuthorization,
  type BasicAuthorization,
  type EndpointAuthorization,
  type EventEndpoint,
  EventForwarding,
  type EventForwardingArgs,
  type EventQueue,
  type ForwardingTarget,
  type OAuthAuthorization,
} from "./events/event-forwarding";
export { FindingAlerts, type FindingAlertsArgs } from "./events/finding-alerts";
export { GovernanceEvents, type GovernanceEventsArgs } from "./events/governance-events";
export { type RoleOptions } from "./iam/role-options";
export { SensitiveDataDiscovery, type SensitiveDataDiscoveryArgs } from "./macie/sensitive-data-discovery";
export { SecurityStandards, type SecurityStandardsArgs } from "./securityhub/security-standards";
export { ThreatDetection, type ThreatDetectionArgs } from "./guardduty/threat-detection";
export { VulnerabilityScanning, type VulnerabilityScanningArgs } from "./inspector/vulnerability-scanning";
export { type ExistingRole } from "./iam/required-role";
export { CustomerManagedKey, type CustomerManagedKeyArgs } from "./kms/customer-managed-key";
export { type ExistingKey } from "./kms/required-key";
export {
  eksControlPlaneLogging,
  KubernetesAuditSink,
  type KubernetesAuditSinkArgs,
} from "./kubernetes/kubernetes-audit-sink";
export { AuditAssessment, type AuditAssessmentArgs } from "./auditmanager/audit-assessment";
export { EndpointLogs, type EndpointLogsArgs } from "./sagemaker/endpoint-logs";
export { AccountDataProtection, type AccountDataProtectionArgs } from "./logs/account-data-protection";
export { LogDelivery, type LogDeliveryArgs, type LoggedResource } from "./logs/log-delivery";
export { type ExportedTable, LogExport, type LogExportArgs } from "./logs/log-export";
export { type ExistingLogGroup } from "./logs/required-log-group";
export {
  type LogDataProtection,
  type LogSubscription,
  RetainedLogGroup,
  type RetainedLogGroupArgs,
} from "./logs/retained-log-group";
export { OrganizationPolicies, type OrganizationPoliciesArgs } from "./organization/organization-policies";
export { EvidenceReaders, type EvidenceReadersArgs } from "./readers/evidence-readers";
export {
  type RespondedLogGroup,
  ResponseAutomation,
  type ResponseAutomationArgs,
} from "./response/response-automation";
export { EvidenceBucket, type EvidenceBucketArgs, type ObjectLock } from "./s3/evidence-bucket";
export { type ExistingBucket } from "./s3/required-bucket";
export { NotificationTopic, type NotificationTopicArgs, type TopicSubscriber } from "./sns/notification-topic";
export { type ExistingTopic } from "./sns/required-topic";

// What the policies of the things must say that a program brings instead of letting a component make them.
export {
  type DeliveredInvocations,
  guardrailUsersDecrypt,
  invocationBucketStatements,
  type InvocationKeyUse,
  invocationKeyStatements,
  type InvocationLoggingPlace,
  invocationReaderStatements,
  invocationRoleStatements,
  invocationRoleTrust,
} from "./documents/bedrock";
export {
  logDeliveryPermissions,
  logDeliveryTrust,
  trailBucketStatements,
  type TrailIdentity,
  trailKeyStatements,
  type TrailKeyUse,
} from "./documents/cloudtrail";
export { configBucketStatements, configKeyStatements, configServiceLinkedRoleArn } from "./documents/config";
export {
  type AccountRegion,
  keyAdministration,
  type PolicyDocument,
  policyDocument,
  policyJson,
  type Statement,
} from "./documents/iam";
export { logGroupsUseKey } from "./documents/logs";
export { publishersUseKey, type TopicPublisher, topicStatements } from "./documents/sns";
