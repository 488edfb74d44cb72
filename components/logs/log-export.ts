/** A locked copy of log groups in S3, laid out by day, as the events arrive. */
import * as pulumi from "@pulumi/pulumi";

import { RETENTION_CLASSES, type RetentionClass } from "../../facts/logs/retention-classes";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { matching, optionOf, OptionError } from "../base/options";
import type { ExportedTable } from "../documents/log-export";
import { type ExistingKey, requiredKey, validatedKey } from "../kms/required-key";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, lockMode, type ObjectLock } from "../s3/object-lock";
import { type AgingStep, checkStorageClasses } from "../s3/storage-classes";
import {
  alarmOnDelay,
  createBucket,
  createErrorLog,
  createKey,
  createRole,
  createStream,
  type LogExportOptions,
  subscribe,
} from "./log-export-resources";

export type { ExportedTable } from "../documents/log-export";

/** Options of a {@link LogExport}. */
export interface LogExportArgs extends EvidenceProtection, KeyProtection {
  /** What the log groups hold, which decides which table of an `EvidenceQueries` reads it and where objects lie. */
  readonly table: ExportedTable;
  /**
   * The names of the log groups, of class STANDARD and without a second subscription of others: CloudWatch Logs allows two. Each is
   * known by a short name, which names its subscription. At least one.
   */
  readonly logGroups: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Days that objects are kept. Prompts are personal data: not longer than in their log group.
   *
   * @default - as long as log groups of the kind: 90 days for model invocations, 400 for audit events
   */
  readonly retentionDays?: number;
  /** The storage classes that objects move to as they age. @default - objects stay in STANDARD */
  readonly storageClasses?: readonly AgingStep[];
  /** @default { mode: "GOVERNANCE", days: 365 }, or as long as objects are kept, if that is shorter */
  readonly objectLock?: ObjectLock | "none";
  /** A customer managed key of the region for stream, bucket and error log, whose policy lets CloudWatch Logs use it. @default - one is created */
  readonly key?: ExistingKey;
  /** The bucket that receives the access logs of the bucket. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** The ARN of the topic that is told when Firehose no longer delivers. @default - there is no alarm */
  readonly topicArn?: pulumi.Input<string>;
  /** The region of the log groups; stream and bucket are there too. @default the provider's region */
  readonly region?: string;
}

/**
 * A subscription of each log group, by which every new event goes through a Firehose stream to a bucket of the component's own: encrypted
 * on the way and at rest with a customer managed key, locked, and in folders by the day of arrival in UTC, to which nothing is added once
 * the day is over. The names of objects begin with the time at which they were written, so that a reader goes on behind the last one.
 *
 * A line of an object is the message of an event, as a table of an {@link EvidenceQueries} reads it. What a data-protection policy of
 * the log group masks arrives masked. Events that were there before the subscription are not sent, and of what CloudWatch Logs cannot
 * deliver within 24 hours it keeps no copy but the log group's own.
 *
 * @throws {OptionError} when there is no log group, when retentionDays is shorter than the lock or out of range, when a step of
 *   storageClasses is refused by S3, when the key is named by an alias, or forceDestroy contradicts protect or the lock
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#FirehoseExample
 * @see https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs.html
 */
export class LogExport extends pulumi.ComponentResource {
  /** Takes the events, and what could not be delivered. */
  readonly bucket: EvidenceBucket;
  readonly keyArn: pulumi.Output<string>;
  readonly streamArn: pulumi.Output<string>;

  constructor(name: string, args: LogExportArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveLogExport(name, args);
    super(componentType("LogExport"), name, { table: args.table }, opts);
    const scope = scopeOf(this, name, args);

    const key = requiredKey(options.key, () => createKey(scope));
    this.bucket = createBucket(scope, options, key);
    const errorLog = createErrorLog(scope, key);
    const role = createRole(scope, key);
    const stream = createStream(scope, options, key, { bucket: this.bucket, errorLog, role });
    subscribe(scope, options, stream);
    alarmOnDelay(scope, options, stream);

    this.keyArn = key.keyArn;
    this.streamArn = stream.arn;
    this.registerOutputs({ bucketName: this.bucket.bucketName, keyArn: this.keyArn, streamArn: this.streamArn });
  }
}

const SHAPING: ShapingOptions<keyof LogExportArgs> = { key: ["breakGlassPrincipals"] };

const CLASS_OF: Readonly<Record<ExportedTable, RetentionClass>> = {
  model_invocations: "prompts",
  kubernetes_audit: "kubernetes",
};

const shortName = matching(
  /^[A-Za-z0-9-]{1,100}$/,
  "names of 1 to 100 letters, digits and hyphens",
  "Choose a plainer name; it is not the log group's own.",
);

/** @throws {OptionError} as {@link LogExport} does */
export function resolveLogExport(name: string, args: LogExportArgs): LogExportOptions {
  const option = optionOf("LogExport", name);
  const { table, logGroups, key, accessLogBucket, topicArn, storageClasses = [] } = args;
  const { retentionDays = RETENTION_CLASSES[CLASS_OF[table]].default } = args;
  const { objectLock = { ...DEFAULT_OBJECT_LOCK, days: Math.min(DEFAULT_OBJECT_LOCK.days, retentionDays) } } = args;
  checkProtection(args, option, lockMode(objectLock));
  refuseShapingOfExisting(args, SHAPING, option);
  checkLogGroups(Object.keys(logGroups), option("logGroups"));
  checkLockedRetention({ retentionDays, lock: objectLock, option, retentionOption: "retentionDays" });
  checkStorageClasses(storageClasses, retentionDays, option("storageClasses"));
  return {
    table,
    logGroups,
    retentionDays,
    storageClasses,
    objectLock,
    key: validatedKey(key, option("key")),
    accessLogBucket,
    topicArn,
  };
}

function checkLogGroups(names: readonly string[], path: string): void {
  if (names.length === 0) {
    throw new OptionError({ path, got: {}, allowed: "at least one log group", fix: "Name a log group." });
  }
  names.forEach((name) => shortName(name, path));
}
