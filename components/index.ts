/** Every component that a program can stand up, and the types and tables that its options are made of. */
export {
  AccountBaseline,
  type AccountBaselineArgs,
  type ClusterBaseline,
  type RegionBaseline,
} from "./account-baseline";
export { AI_RESOURCE_TYPES, type AiResourceType } from "./ai-resource-types";
export { AuditTrail, type AuditTrailArgs, type InsightType } from "./audit-trail";
export { ConfigRecorder, type ConfigRecorderArgs } from "./config-recorder";
export { ConfigRules, type ConfigRulesArgs } from "./config-rules";
export { CONTENT_MODES, type ContentMode } from "./content-modes";
export { CustomerKey, type CustomerKeyArgs } from "./customer-key";
export { DATA_IDENTIFIERS, type DataIdentifier } from "./documents/data-protection";
export type { PolicyDocument, Statement } from "./documents/iam";
export { publishersUseKey, type TopicPublisher } from "./documents/topic-documents";
export { EvidenceBucket, type EvidenceBucketArgs, type ObjectLock } from "./evidence-bucket";
export { InvocationLogging, type InvocationLoggingArgs } from "./invocation-logging";
export { eksControlPlaneLogging, KubernetesAuditSink, type KubernetesAuditSinkArgs } from "./kubernetes-audit-sink";
export { BASELINE_RULE_IDS, MANAGED_RULES, type ManagedRuleId, type ParametersByRule } from "./managed-rules";
export { NotificationTopic, type NotificationTopicArgs } from "./notification-topic";
export { LEGAL_RETENTION_DAYS, RETENTION_CLASSES, type RetentionClass, type RetentionDays } from "./retention";
export {
  RetainedLogGroup,
  type LogDataProtection,
  type LogSubscription,
  type RetainedLogGroupArgs,
} from "./retained-log-group";
export { OptionError } from "./validated-input";
