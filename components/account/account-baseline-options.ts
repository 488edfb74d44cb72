/** The options of an `AccountBaseline`, resolved. */
import type { ManagedRuleId } from "../../facts/config/managed-rules";
import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import type { Placement } from "../base/component";
import type { BaselineGuardrailArgs } from "../bedrock/baseline-guardrail";
import type { InvocationLoggingArgs } from "../bedrock/invocation-logging";
import type { AuditTrailArgs } from "../cloudtrail/audit-trail";
import type { AggregatorAccount } from "../config/aggregation-authorizations";
import type { AggregatedAccounts } from "../config/config-aggregator";
import type { ConfigRecorderArgs } from "../config/config-recorder";
import type { ExportedTable } from "../documents/log-export";
import type { ResponseAutomationArgs } from "../response/response-automation";
import type { SensitiveDataDiscoveryArgs } from "../macie/sensitive-data-discovery";
import type { LogExportArgs } from "../logs/log-export";
import type { EvidenceReadersArgs } from "../readers/evidence-readers";
import type { TopicSubscriber } from "../sns/notification-topic";
import type {
  Adopted,
  AlertingMode,
  ClusterLogGroupMode,
  ConfigRemediationMode,
  Declined,
  EvidenceQueriesMode,
  GuardrailsMode,
  InvocationLoggingMode,
  LogExportMode,
  PeriodicChecksMode,
  RecorderMode,
} from "./capability-modes";
import type { Backups } from "./account-backups";
import type { AuditManagerMode } from "./account-audit";
import type { NamedChat } from "./account-chat";
import type { EventForwardingChoice } from "./account-forwarding";
import type { DeliveredLogs } from "./account-log-deliveries";
import type { DetectionModes } from "./detection-modes";
import type { BucketLineageMode, LineageBucket } from "./lineage-buckets";
import type { Regional } from "./regional-modes";
import type { DeclinedSetting } from "./settings-modes";

/** An EKS cluster, by its name and the region that it is in. */
export interface EksCluster {
  readonly name: string;
  readonly region: string;
  readonly logGroup: ClusterLogGroupMode;
}

/** The options of an `AccountBaseline`, resolved: what each component is told. */
export interface AccountBaselineOptions {
  readonly placement: Placement;
  /** `undefined` where nobody is named. */
  readonly readers: Pick<EvidenceReadersArgs, "auditors" | "ingestion" | "externalId" | "queues"> | undefined;
  readonly adopted: readonly Adopted[];
  readonly declined: readonly (Declined | DeclinedSetting)[];
  /** `undefined` where the trail is adopted or left out. */
  readonly trail: AuditTrailArgs | undefined;
  /** Names and ARNs of the buckets whose data events are logged. */
  readonly dataEventBuckets: readonly string[];
  /** The general purpose buckets among them, in their regions. */
  readonly lineageBuckets: readonly LineageBucket[];
  readonly bucketLineage: Regional<BucketLineageMode>;
  /** How what it says of them is kept. */
  readonly classificationResults: Pick<SensitiveDataDiscoveryArgs, "retentionDays" | "storageClasses">;
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  /** Where AWS Config records IAM; absent where no governed region can. */
  readonly globalRegion: string | undefined;
  readonly invocations: InvocationLoggingArgs;
  readonly invocationLoggingMode: (region: string) => InvocationLoggingMode;
  readonly recorder: Pick<ConfigRecorderArgs, "frequency" | "retentionDays" | "excludedResourceTypes">;
  /** What the recorders' own buckets are told. */
  readonly recorderBucket: Pick<ConfigRecorderArgs, "bucketRetentionDays" | "bucketStorageClasses">;
  readonly recorderMode: (region: string) => RecorderMode;
  /** `undefined` where no aggregator is created. */
  readonly aggregatedAccounts: AggregatedAccounts | undefined;
  readonly aggregatorAccounts: readonly AggregatorAccount[];
  readonly createServiceLinkedRole: boolean;
  readonly accessLogRetentionDays: number;
  /** `undefined` is the baseline. */
  readonly configRules: readonly ManagedRuleId[] | undefined;
  readonly minimumLogRetentionDays: number;
  readonly alertingMode: (region: string) => AlertingMode;
  readonly evidenceQueriesMode: (region: string) => EvidenceQueriesMode;
  readonly deliveredLogs: DeliveredLogs;
  /** None leaves the account's policy as it is. */
  readonly maskedInAllLogGroups: readonly DataIdentifier[];
  readonly backups: Backups;
  readonly logExportMode: (region: string) => LogExportMode;
  readonly periodicChecksMode: (region: string) => PeriodicChecksMode;
  readonly configRemediationMode: (region: string) => ConfigRemediationMode;
  /** How long the copies are kept and locked. */
  readonly logExports: Readonly<Record<ExportedTable, Pick<LogExportArgs, "retentionDays" | "objectLock">>>;
  readonly alertSubscribers: readonly TopicSubscriber[];
  readonly eventForwarding: EventForwardingChoice;
  readonly auditManager: AuditManagerMode;
  /** `undefined` where what runbooks find is responded to by people alone. */
  readonly responses: Pick<ResponseAutomationArgs, "approvers" | "minimumApprovals" | "subscribers"> | undefined;
  readonly chatChannels: readonly NamedChat[];
  readonly trustedAccounts: readonly string[];
  readonly createsDashboards: boolean;
  readonly guardrailsMode: (region: string) => GuardrailsMode;
  readonly guardrailEnforcement: NonNullable<BaselineGuardrailArgs["enforcement"]>;
  readonly detection: DetectionModes;
  /** Where the calls to IAM are recorded; absent where nobody knows. */
  readonly globalServicesRegion: string | undefined;
  readonly eksClusters: readonly EksCluster[];
  readonly clusterRetentionDays: RetentionDays;
}
