/** Tables and saved queries over what the baseline keeps in buckets of one region. */
import * as pulumi from "@pulumi/pulumi";

import { EvidenceQueries, type EvidenceSources } from "../athena/evidence-queries";
import type { Scope } from "../base/component";
import type { InvocationLogging } from "../bedrock/invocation-logging";
import type { ConfigRecorder } from "../config/config-recorder";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import { given, present } from "../base/options";
import type { AuditTrail } from "../cloudtrail/audit-trail";
import type { LogExports } from "./account-archives";
import type { AccountBaselineOptions } from "./account-baseline-options";
import type { RegionDetection } from "./account-detection";
import { ownsBucket } from "./capability-modes";
import { tracedIn } from "./lineage-buckets";

/** What of a region stands in buckets. */
interface KeptInBuckets {
  readonly accessLogBucket: EvidenceBucket | undefined;
  readonly detection: RegionDetection;
  readonly invocationLogging: InvocationLogging | undefined;
  readonly configRecorder: ConfigRecorder | undefined;
  readonly logExports: LogExports;
  /** Absent in regions other than the home region. */
  readonly trail: AuditTrail | undefined;
}

/** Over the buckets that the baseline makes: others may be of another account, whose keys and policies decide who reads them. */
export function createEvidenceQueries(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  kept: KeptInBuckets,
): EvidenceQueries | undefined {
  const sources = evidenceSources(options, region, kept);
  if (options.evidenceQueriesMode(region).mode === "off" || Object.keys(sources).length === 0) {
    return undefined;
  }
  return new EvidenceQueries(
    scope.child(`${region}-queries`),
    {
      sources,
      ...given({ accessLogBucket: kept.accessLogBucket?.policy.bucket }),
      region,
      ...scope.protection,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

function evidenceSources(
  options: AccountBaselineOptions,
  region: string,
  { trail, accessLogBucket, detection, invocationLogging, configRecorder, logExports }: KeptInBuckets,
): EvidenceSources {
  const { trail: trailArgs, invocations } = options;
  const configuration = ownsBucket(options.recorderMode(region)) ? configRecorder?.bucketName : undefined;
  const bodies =
    invocations.content === "full" && ownsBucket(options.invocationLoggingMode(region))
      ? invocationLogging?.bucketName
      : undefined;
  const exported = {
    invocations: logExports.model_invocations?.bucket.bucketName,
    kubernetesAudit: logExports.kubernetes_audit?.bucket.bucketName,
  };
  const classified = detection.sensitiveData?.bucket.bucketName;
  const traced = tracedIn(region, options.lineageBuckets, options.bucketLineage).map(({ name }) => name);
  const logged = present([configuration, bodies, classified, ...Object.values(exported)]);
  const ownTrail = trailArgs?.bucket === undefined ? trail : undefined;
  return {
    ...(ownTrail === undefined
      ? {}
      : {
          trail: { bucketName: ownTrail.bucket.bucketName, ...given({ organizationId: trailArgs?.organization?.id }) },
        }),
    ...(configuration === undefined ? {} : { configuration: { bucketName: configuration } }),
    ...given({
      invocations: exported.invocations && { bucketName: exported.invocations },
      kubernetesAudit: exported.kubernetesAudit && { bucketName: exported.kubernetesAudit },
    }),
    ...(accessLogBucket === undefined || logged.length === 0
      ? {}
      : { accessLogs: { bucketName: accessLogBucket.bucketName, sourceBuckets: pulumi.all([...logged]) } }),
    ...(accessLogBucket === undefined || traced.length === 0
      ? {}
      : { lineageAccessLogs: { bucketName: accessLogBucket.bucketName, sourceBuckets: traced } }),
    ...(ownTrail?.accessLogBucket === undefined
      ? {}
      : {
          trailAccessLogs: {
            bucketName: ownTrail.accessLogBucket.bucketName,
            sourceBuckets: pulumi.all([ownTrail.bucket.bucketName]),
          },
        }),
  };
}
