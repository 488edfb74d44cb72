import { RULE_REGIONS } from "./rule-regions";
import { KEY_ARNS, type ManagedRule, NO_PARAMETERS, TRUE_OR_FALSE } from "./managed-rule";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-trigger-type.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html",
    readOn: "2026-11-21",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html",
    readOn: "2026-11-21",
  },
];

/**
 * The values that `cw-loggroup-retention-period-check` takes for `MinRetentionTime`, in days: fewer than CloudWatch Logs
 * itself allows.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html
 */
export const CHECKABLE_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653,
] as const;

/** Rules on CloudTrail, CloudWatch and the control-plane logs of clusters. */
export const LOGGING_RULES = {
  "cloudtrail-enabled": {
    identifier: "CLOUD_TRAIL_ENABLED",
    description: "No trail is enabled in the account",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "multi-region-cloudtrail-enabled": {
    identifier: "MULTI_REGION_CLOUD_TRAIL_ENABLED",
    description: "No multi-region trail, or one that leaves management events out",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: {
      readWriteType: { legal: { kind: "one-of", values: ["ReadOnly", "WriteOnly", "ALL"] }, default: "ALL" },
      includeManagementEvents: { legal: TRUE_OR_FALSE, default: "true" },
    },
    regions: RULE_REGIONS.all,
  },
  "cloudtrail-security-trail-enabled": {
    identifier: "CLOUDTRAIL_SECURITY_TRAIL_ENABLED",
    description: "No trail that is multi-region, validated, KMS-encrypted and records all management events",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "cloud-trail-encryption-enabled": {
    identifier: "CLOUD_TRAIL_ENCRYPTION_ENABLED",
    description: "A trail is not encrypted with a KMS key",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "cloud-trail-log-file-validation-enabled": {
    identifier: "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
    description: "A trail does not sign digests of its log files",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.all,
  },
  "cloud-trail-cloud-watch-logs-enabled": {
    identifier: "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
    description: "A trail delivers nothing to CloudWatch Logs, or nothing within the window, in hours",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: {
      expectedDeliveryWindowAge: { legal: { kind: "integer", minimum: 1, maximum: 168 }, default: "12" },
    },
    regions: RULE_REGIONS.all,
  },
  "cw-loggroup-retention-period-check": {
    identifier: "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
    description: "A log group keeps its events for fewer days than the minimum",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: {
      MinRetentionTime: { legal: { kind: "one-of", values: CHECKABLE_RETENTION_DAYS.map(String) }, default: "365" },
      LogGroupNames: {
        legal: { kind: "items-like", item: /^[A-Za-z0-9_/.#-]{1,512}$/, meaning: "prefixes of log group names" },
      },
    },
    regions: RULE_REGIONS.logGroupRetention,
  },
  "cloudwatch-log-group-encrypted": {
    identifier: "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
    description: "A log group is not encrypted with a KMS key",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: { KmsKeyId: KEY_ARNS },
    regions: RULE_REGIONS.all,
  },
  "cloudwatch-alarm-action-enabled-check": {
    identifier: "CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK",
    description: "The actions of an alarm are switched off",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.alarmActions,
  },
  "eks-cluster-log-enabled": {
    identifier: "EKS_CLUSTER_LOG_ENABLED",
    description: "A cluster does not deliver every named control-plane log",
    baseline: true,
    trigger: "change",
    readsGlobalResources: false,
    parameters: {
      logTypes: {
        legal: { kind: "items-of", values: ["api", "audit", "authenticator", "controllerManager", "scheduler"] },
        default: "api,audit,authenticator,controllerManager,scheduler",
      },
    },
    regions: RULE_REGIONS.eksLogging,
  },
  "eks-cluster-secrets-encrypted": {
    identifier: "EKS_CLUSTER_SECRETS_ENCRYPTED",
    description: "A cluster does not encrypt its secrets with a KMS key",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: { kmsKeyArns: KEY_ARNS },
    regions: RULE_REGIONS.eksSecrets,
  },
  "eks-endpoint-no-public-access": {
    identifier: "EKS_ENDPOINT_NO_PUBLIC_ACCESS",
    description: "The API server of a cluster can be reached by the public",
    baseline: true,
    trigger: "periodic",
    readsGlobalResources: false,
    parameters: NO_PARAMETERS,
    regions: RULE_REGIONS.establishedCommercial,
  },
} as const satisfies Readonly<Record<string, ManagedRule>>;
