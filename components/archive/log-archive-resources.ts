/** What a `LogArchive` is made of, step by step. */
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import type { AccountRegion, Statement } from "../documents/iam";
import {
  ARCHIVE_BUCKETS,
  archiveConfigKeyStatements,
  archiveTrailKeyStatements,
  archiveBucketName,
  type ArchiveUse,
  type Held,
} from "../documents/log-archive";
import { deliverAccessLogs } from "../documents/s3";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { EvidenceBucket } from "../s3/evidence-bucket";
import type { ObjectLock } from "../s3/object-lock";

/** The options of a `LogArchive`, resolved. */
export interface LogArchiveOptions {
  readonly use: ArchiveUse;
  readonly retentionDays: number;
  readonly objectLock: ObjectLock | "none";
}

const ACCESS_LOG_RETENTION_DAYS = 400;

export function createTrailKey(scope: Scope, { use }: LogArchiveOptions): CustomerManagedKey {
  return createKey(scope, "trail-key", "Encrypts the log files of the accounts that deliver to this archive", (place) =>
    archiveTrailKeyStatements(place, use),
  );
}

export function createConfigKey(scope: Scope, { use }: LogArchiveOptions): CustomerManagedKey {
  return createKey(scope, "config-key", "Encrypts the configuration history that accounts deliver here", (place) =>
    archiveConfigKeyStatements(place, bucketNameIn(scope, place, "config"), use),
  );
}

function createKey(
  scope: Scope,
  role: string,
  description: string,
  statements: (place: AccountRegion) => readonly Statement[],
): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child(role),
    {
      description,
      policyStatements: scope.account.place.apply(statements),
      ...scope.region,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

export function createAccessLogBucket(scope: Scope): EvidenceBucket {
  const bucketName = scope.account.place.apply((place) => bucketNameIn(scope, place, "access-logs"));
  return new EvidenceBucket(
    scope.child("access-logs"),
    {
      bucketName,
      // S3 delivers access logs to no bucket with a customer managed key, nor to one with Object Lock.
      keyArn: undefined,
      objectLock: "none",
      policyStatements: pulumi
        .all([scope.account.place, bucketName])
        .apply(([place, accessLogBucket]) => [
          deliverAccessLogs({ place, accessLogBucket, sourceBuckets: [`${scope.child()}-*`] }),
        ]),
      retentionDays: ACCESS_LOG_RETENTION_DAYS,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

export function createTrailBucket(
  scope: Scope,
  options: LogArchiveOptions,
  key: CustomerManagedKey,
  accessLogs: EvidenceBucket,
): EvidenceBucket {
  return createBucket(scope, options, "trails", options.objectLock, key, accessLogs);
}

export function createConfigBucket(
  scope: Scope,
  options: LogArchiveOptions,
  key: CustomerManagedKey,
  accessLogs: EvidenceBucket,
): EvidenceBucket {
  // AWS Config's delivery channel supports no bucket with Object Lock.
  return createBucket(scope, options, "config", "none", key, accessLogs);
}

function createBucket(
  scope: Scope,
  { use, retentionDays }: LogArchiveOptions,
  holds: Held,
  objectLock: ObjectLock | "none",
  { keyArn }: CustomerManagedKey,
  accessLogs: EvidenceBucket,
): EvidenceBucket {
  const { place } = scope.account;
  return new EvidenceBucket(
    scope.child(holds),
    {
      bucketName: place.apply((where) => bucketNameIn(scope, where, holds)),
      keyArn,
      policyStatements: place.apply((where) => ARCHIVE_BUCKETS[holds](where, bucketNameIn(scope, where, holds), use)),
      retentionDays,
      objectLock,
      // The name as the policy holds it: logging starts after the policy that lets it in.
      accessLogBucket: accessLogs.policy.bucket,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

function bucketNameIn(scope: Scope, place: AccountRegion, holds: Held | "access-logs"): string {
  return archiveBucketName(scope.child(), place, holds);
}
