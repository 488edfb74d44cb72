/** The policies of an archive account's buckets and keys: what other accounts' evidence needs to arrive and be read. */
import { type DeliveringTrail, readersDecryptLogs, trailsDeliver, trailsUseKey } from "./cloudtrail";
import { configDelivers, configUsesKey } from "./config";
import { type AccountRegion, oneOrMany, type Statement } from "./iam";
import { bucketArn, readersRead } from "./s3";

/** Whose evidence an archive takes, and who reads it. */
export interface ArchiveUse {
  readonly trails: readonly DeliveringTrail[];
  /** The accounts whose AWS Config delivers. */
  readonly configAccountIds: readonly string[];
  /** The ARNs of the IAM principals who read, of any account. */
  readonly readers: readonly string[];
}

/** What a bucket of the archive holds: log files, or configuration history and snapshots. */
export type Held = "trails" | "config";

/** The name of a bucket of the archive, known before the bucket exists. */
export function archiveBucketName(archive: string, place: AccountRegion, holds: Held | "access-logs"): string {
  return `${archive}-${holds}-${place.accountId}-${place.region}`;
}

/** What the bucket of log files grants. */
export function archiveTrailBucketStatements(
  place: AccountRegion,
  bucketName: string,
  { trails, readers }: ArchiveUse,
): readonly Statement[] {
  const bucket = bucketArn(place, bucketName);
  return [...trailsDeliver(bucket, trails), ...readersRead(bucket, readers)];
}

/** What the bucket of configuration history and snapshots grants. */
export function archiveConfigBucketStatements(
  place: AccountRegion,
  bucketName: string,
  { configAccountIds, readers }: ArchiveUse,
): readonly Statement[] {
  return [
    ...configDelivers(place, bucketName, configAccountIds),
    ...readersRead(bucketArn(place, bucketName), readers),
  ];
}

/** What each bucket grants. */
export const ARCHIVE_BUCKETS = { trails: archiveTrailBucketStatements, config: archiveConfigBucketStatements } as const;

/** What the policy of the key of log files grants. The archive account alone manages the key. */
export function archiveTrailKeyStatements(place: AccountRegion, { trails, readers }: ArchiveUse): readonly Statement[] {
  return [...trailsUseKey(place, trails), ...readersDecryptLogs(readers)];
}

/** What the policy of the key of configuration history and snapshots grants. The archive account alone manages the key. */
export function archiveConfigKeyStatements(
  place: AccountRegion,
  bucketName: string,
  { configAccountIds, readers }: ArchiveUse,
): readonly Statement[] {
  return [
    configUsesKey(configAccountIds),
    ...(readers.length === 0 ? [] : [readersDecryptConfiguration(place, bucketName, readers)]),
  ];
}

function readersDecryptConfiguration(place: AccountRegion, bucketName: string, readers: readonly string[]): Statement {
  return {
    Sid: "ReadersDecryptConfiguration",
    Effect: "Allow",
    Principal: { AWS: oneOrMany(readers) },
    Action: "kms:Decrypt",
    Resource: "*",
    // With an S3 Bucket Key the encryption context is the bucket, not the object.
    Condition: { ArnEquals: { "kms:EncryptionContext:aws:s3:arn": bucketArn(place, bucketName) } },
  };
}
