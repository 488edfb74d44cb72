/** The roles of those who read what the baseline keeps. */
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { present } from "../base/options";
import type { AuditTrail } from "../cloudtrail/audit-trail";
import { logGroupArn } from "../documents/logs";
import { EvidenceReaders } from "../readers/evidence-readers";
import type { AccountBaselineOptions } from "./account-baseline-options";
import type { RegionBaseline } from "./account-baseline-resources";
import type { ClusterBaseline } from "./account-clusters";

/** What the account's own components keep evidence in. */
interface Kept {
  readonly trail: AuditTrail | undefined;
  readonly regions: readonly RegionBaseline[];
  readonly clusters: readonly ClusterBaseline[];
}

/** Roles for those who read what is kept here; what is adopted lets in whom its owner names. */
export function createReaders(
  scope: Scope,
  { readers, homeRegion }: AccountBaselineOptions,
  { trail, regions, clusters }: Kept,
): EvidenceReaders | undefined {
  if (readers === undefined) {
    return undefined;
  }
  const trailBuckets = trail === undefined ? [] : [trail.bucket.bucketName];
  const logGroups = [
    ...(trail === undefined ? [] : [{ name: trail.logGroup.logGroupName, region: homeRegion }]),
    ...regions.flatMap(({ invocationLogging, logDelivery, region }) => [
      { name: invocationLogging?.logGroupName, region },
      { name: logDelivery?.logGroupName, region },
    ]),
    ...clusters.map(({ auditSink, region }) => ({ name: auditSink?.logGroupName, region })),
  ];
  return new EvidenceReaders(
    scope.child("readers"),
    {
      ...readers,
      buckets: present([
        ...trailBuckets,
        ...regions.flatMap(({ detection, invocationLogging, configRecorder, logExports }) => [
          detection.sensitiveData?.bucket.bucketName,
          invocationLogging?.bucketName,
          configRecorder?.bucketName,
          ...Object.values(logExports).map(({ bucket }) => bucket.bucketName),
        ]),
      ]),
      ingestedBuckets: trailBuckets,
      logGroups: logGroups.flatMap(({ name, region }) =>
        name === undefined
          ? []
          : [
              pulumi
                .all([scope.account.place, name])
                .apply(([place, group]) => logGroupArn({ ...place, region }, group)),
            ],
      ),
      keys: present([
        trail?.key.keyArn,
        ...regions.flatMap(({ detection, invocationLogging, configRecorder, logExports }) => [
          detection.sensitiveData?.keyArn,
          invocationLogging?.keyArn,
          configRecorder?.keyArn,
          ...Object.values(logExports).map(({ keyArn }) => keyArn),
        ]),
      ]),
    },
    scope.options,
  );
}
