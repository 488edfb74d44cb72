/** What an `AccountBaseline` is made of, step by step. */
import type * as pulumi from "@pulumi/pulumi";

import type { EvidenceQueries } from "../athena/evidence-queries";
import type { Scope } from "../base/component";
import type { BaselineGuardrail } from "../bedrock/baseline-guardrail";
import type { InvocationLogging } from "../bedrock/invocation-logging";
import { AuditTrail } from "../cloudtrail/audit-trail";
import type { ConfigRecorder } from "../config/config-recorder";
import type { ConfigRemediation } from "../config/config-remediation";
import type { ConfigRules } from "../config/config-rules";
import type { PeriodicChecks } from "../config/periodic-checks";
import { bucketArn } from "../documents/s3";
import type { LockedBackup } from "../backup/locked-backup";
import type { AccountDataProtection } from "../logs/account-data-protection";
import type { DataLineage } from "../lineage/data-lineage";
import type { EndpointLogs } from "../sagemaker/endpoint-logs";
import type { LogDelivery } from "../logs/log-delivery";
import type { ResponseAutomation } from "../response/response-automation";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import {
  createAlerts,
  createFeedAlarms,
  createUsageAlarms,
  type RegionAlerts,
  subscribeToAlarms,
} from "./account-alerts";
import { createAccessLogBucket, createLogExports, type LogExports } from "./account-archives";
import type { AccountBaselineOptions } from "./account-baseline-options";
import type { ClusterBaseline } from "./account-clusters";
import { createDetection, type RegionDetection } from "./account-detection";
import { createBackup } from "./account-backups";
import { createDataLineage } from "./account-lineage";
import { createEndpointLogs, createLogDelivery } from "./account-log-deliveries";
import { createDataProtection } from "./account-log-masking";
import { createGuardrail, createInvocationLogging } from "./account-models";
import { createEvidenceQueries } from "./account-queries";
import { createResponses } from "./account-responses";
import {
  authorizeAggregators,
  createConfigRecorder,
  createConfigRemediation,
  createConfigRules,
  createPeriodicChecks,
} from "./account-recording";

/** What stands in one governed region. What is absent is adopted or left out. */
export interface RegionBaseline {
  readonly region: string;
  /** Takes the access logs of the region's evidence buckets, save the trail's, which has one of its own, and of what `lineage` has. */
  readonly accessLogBucket: EvidenceBucket | undefined;
  readonly alerts: RegionAlerts | undefined;
  readonly detection: RegionDetection;
  readonly invocationLogging: InvocationLogging | undefined;
  readonly guardrail: BaselineGuardrail | undefined;
  readonly configRecorder: ConfigRecorder | undefined;
  readonly configRules: ConfigRules | undefined;
  /** Absent, too, where the region has no rule whose findings can be put right. */
  readonly configRemediation: ConfigRemediation | undefined;
  /** Absent, too, where the region has no recorder. */
  readonly periodicChecks: PeriodicChecks | undefined;
  /** Of the region's log groups, each kind where the baseline makes log groups of it. */
  readonly logExports: LogExports;
  /** Absent where no resource of the region is named. */
  readonly logDelivery: LogDelivery | undefined;
  /** Absent where no endpoint of the region is named. */
  readonly endpointLogs: EndpointLogs | undefined;
  /** Absent where the account masks nothing in all its log groups. */
  readonly dataProtection: AccountDataProtection | undefined;
  /** Absent where no resource of the region is named. */
  readonly backup: LockedBackup | undefined;
  /** Absent, too, where the region has no bucket with training data, models or artifacts. */
  readonly lineage: DataLineage | undefined;
  /** Absent, too, where the region has no bucket of its own with records. */
  readonly evidenceQueries: EvidenceQueries | undefined;
  readonly responses: ResponseAutomation | undefined;
}

export function createTrail(scope: Scope, { trail, dataEventBuckets }: AccountBaselineOptions): AuditTrail | undefined {
  if (trail === undefined) {
    return undefined;
  }
  const { partition } = scope.account;
  const dataEventBucketArns = dataEventBuckets.map((bucket) =>
    // The ARN of a directory bucket names its region and account, and so cannot be made of its name.
    bucket.startsWith("arn:")
      ? bucket
      : partition.apply((partitionId) => bucketArn({ partition: partitionId }, bucket)),
  );
  return new AuditTrail(
    scope.child("trail"),
    { ...trail, dataEventBucketArns, ...scope.protection, ...(trail.key === undefined ? scope.keyProtection : {}) },
    scope.options,
  );
}

/** What the region's components read or copy, and is made before them. */
interface AlreadyThere {
  /** Absent in regions other than the home region. */
  readonly trail: AuditTrail | undefined;
  /** Those of the region. */
  readonly clusters: readonly ClusterBaseline[];
}

/*
 * The names of the components in a region are short because S3 allows 63 characters for a bucket's name, which repeats the
 * region and adds the account.
 */
export function createRegion(
  scope: Scope,
  options: AccountBaselineOptions,
  recorderRole: readonly pulumi.Resource[],
  region: string,
  { trail, clusters }: AlreadyThere,
): RegionBaseline {
  const accessLogBucket = createAccessLogBucket(scope, options, region);
  // The name as the policy holds it: logging starts after the policy that lets it in.
  const accessLogs = accessLogBucket?.policy.bucket;
  const alerts = createAlerts(scope, options, region);
  const detection = createDetection(scope, options, region, { accessLogs, alerts });
  const invocationLogging = createInvocationLogging(scope, options, region, accessLogs, alerts);
  subscribeToAlarms(scope, options, region, invocationLogging);
  createUsageAlarms(scope, region, alerts);
  const guardrail = createGuardrail(scope, options, region);
  const configRecorder = createConfigRecorder(scope, options, recorderRole, region, accessLogs);
  createFeedAlarms(scope, region, alerts, { clusters, invocationLogging, configRecorder });
  const configRules = createConfigRules(scope, options, region, configRecorder);
  const configRemediation = createConfigRemediation(scope, options, region, { configRules, trail });
  const periodicChecks = createPeriodicChecks(scope, options, region, { invocationLogging, configRecorder });
  authorizeAggregators(scope, options, region);
  const logExports = createLogExports(scope, options, region, { accessLogs, alerts, invocationLogging, clusters });
  const logDelivery = createLogDelivery(scope, options.deliveredLogs, region);
  const endpointLogs = createEndpointLogs(scope, options.deliveredLogs, region);
  const dataProtection = createDataProtection(scope, options, region);
  const backup = createBackup(scope, options.backups, region, options.homeRegion);
  const lineage = createDataLineage(scope, options, region, { accessLogs, alerts });
  const evidenceQueries = createEvidenceQueries(scope, options, region, {
    trail,
    accessLogBucket,
    detection,
    invocationLogging,
    configRecorder,
    logExports,
  });
  const responses = createResponses(scope, options, region, {
    trail,
    clusters,
    detection,
    invocationLogging,
    configRecorder,
    logDelivery,
    logExports,
  });
  return {
    region,
    accessLogBucket,
    alerts,
    detection,
    invocationLogging,
    guardrail,
    configRecorder,
    configRules,
    configRemediation,
    periodicChecks,
    logExports,
    logDelivery,
    endpointLogs,
    dataProtection,
    backup,
    lineage,
    evidenceQueries,
    responses,
  };
}
