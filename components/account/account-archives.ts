/** Copies of log groups in locked buckets, and the bucket that takes the access logs of buckets with evidence. */
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity } from "../base/account-identity";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import type { InvocationLogging } from "../bedrock/invocation-logging";
import type { ExportedTable } from "../documents/log-export";
import { deliverAccessLogs } from "../documents/s3";
import { LogExport, type LogExportArgs } from "../logs/log-export";
import { EvidenceBucket } from "../s3/evidence-bucket";
import { afterTopic, type RegionAlerts } from "./account-alerts";
import type { AccountBaselineOptions } from "./account-baseline-options";
import type { ClusterBaseline } from "./account-clusters";
import { ownsBucket } from "./capability-modes";
import { classifiedIn, tracedIn } from "./lineage-buckets";

/** The copies of log groups, by what they hold. */
export type LogExports = Readonly<Partial<Record<ExportedTable, LogExport>>>;

/** Where a region's log groups are, and what the copies of them need. */
interface Exported {
  readonly alerts: RegionAlerts | undefined;
  readonly invocationLogging: InvocationLogging | undefined;
  readonly accessLogs: pulumi.Output<string> | undefined;
  readonly clusters: readonly ClusterBaseline[];
}

/** The names of the copies are short for the same reason as the components' own. */
const EXPORT_NAMES: Readonly<Record<ExportedTable, string>> = {
  model_invocations: "export",
  kubernetes_audit: "k8s-export",
};

export function createLogExports(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  { accessLogs, alerts, invocationLogging, clusters }: Exported,
): LogExports {
  if (options.logExportMode(region).mode === "off") {
    return {};
  }
  const logGroups: Readonly<Record<ExportedTable, LogExportArgs["logGroups"]>> = {
    model_invocations:
      invocationLogging?.logGroupName === undefined ? {} : { invocations: invocationLogging.logGroupName },
    kubernetes_audit: Object.fromEntries(
      clusters.flatMap(({ name, auditSink }) =>
        auditSink?.logGroupName === undefined ? [] : [[name, auditSink.logGroupName]],
      ),
    ),
  };
  const made = EXPORTED_TABLES.filter((table) => Object.keys(logGroups[table]).length > 0).map((table) => [
    table,
    new LogExport(
      scope.child(`${region}-${EXPORT_NAMES[table]}`),
      {
        table,
        logGroups: logGroups[table],
        ...options.logExports[table],
        ...given({ accessLogBucket: accessLogs, topicArn: alerts?.topicArn }),
        region,
        ...scope.protection,
        ...scope.keyProtection,
      },
      afterTopic(scope, alerts?.hub),
    ),
  ]);
  return Object.fromEntries(made) as LogExports; // an entry for each table that is exported
}

// Object.keys loses the names.
const EXPORTED_TABLES = Object.keys(EXPORT_NAMES) as readonly ExportedTable[];

/** Whether the baseline copies anything of the region: what it makes in buckets of its own. */
function exportsLogs(
  { logExportMode, invocationLoggingMode, eksClusters }: AccountBaselineOptions,
  region: string,
): boolean {
  return (
    logExportMode(region).mode === "create" &&
    (invocationLoggingMode(region).mode === "create" ||
      eksClusters.some((cluster) => cluster.region === region && cluster.logGroup.mode === "create"))
  );
}

/** The bucket for access logs, where the region has a bucket of its own whose access can be logged. */
export function createAccessLogBucket(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
): EvidenceBucket | undefined {
  const { accessLogRetentionDays, invocations, lineageBuckets, bucketLineage } = options;
  const traced = tracedIn(region, lineageBuckets, bucketLineage).map((bucket) => bucket.name);
  const holdsInvocations = invocations.content === "full" && ownsBucket(options.invocationLoggingMode(region));
  // Results of queries have a bucket wherever there is something to ask.
  const asksTrail =
    region === options.homeRegion &&
    options.trail !== undefined &&
    options.trail.bucket === undefined &&
    options.evidenceQueriesMode(region).mode === "create";
  const isNeeded = [
    holdsInvocations,
    asksTrail,
    exportsLogs(options, region),
    classifiedIn(region, options.lineageBuckets, options.detection.macie).length > 0,
    traced.length > 0,
    ownsBucket(options.recorderMode(region)),
  ].includes(true);
  if (!isNeeded) {
    return undefined;
  }
  const { place } = accountIdentity(scope.options.parent, region);
  const name = scope.child(`${region}-access-logs`);
  const bucketName = place.apply(({ accountId }) => `${name}-${accountId}-${region}`);
  return new EvidenceBucket(
    name,
    {
      bucketName,
      // S3 delivers access logs to no bucket with a customer managed key, nor to one with Object Lock.
      keyArn: undefined,
      objectLock: "none",
      policyStatements: pulumi
        .all([place, bucketName])
        .apply(([where, accessLogBucket]) => [
          deliverAccessLogs({ place: where, accessLogBucket, sourceBuckets: [`${scope.child(region)}-*`, ...traced] }),
        ]),
      retentionDays: accessLogRetentionDays,
      region,
      ...scope.protection,
    },
    scope.options,
  );
}
