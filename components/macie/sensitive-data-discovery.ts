/** Amazon Macie in one region: which personal and secret data lies in buckets. */
import * as pulumi from "@pulumi/pulumi";

import { type JobSchedule, type PublishingFrequency, SAMPLING_PERCENTAGE } from "../../facts/macie/classification-jobs";
import { RETENTION_CLASSES } from "../../facts/logs/retention-classes";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { optionOf, OptionError, wholeNumber } from "../base/options";
import { type ExistingKey, requiredKey, validatedKey } from "../kms/required-key";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import { checkLockedRetention } from "../s3/object-lock";
import { type AgingStep, checkStorageClasses } from "../s3/storage-classes";
import {
  classify,
  createBucket,
  createKey,
  enableMacie,
  keepResults,
  type SensitiveDataDiscoveryOptions,
} from "./sensitive-data-discovery-resources";

/** Options of {@link SensitiveDataDiscovery}. */
export interface SensitiveDataDiscoveryArgs extends EvidenceProtection, KeyProtection {
  /**
   * The names of the general purpose buckets that are looked into: of this account and region, at least one, each once. The policies of
   * the keys that encrypt their objects have to let `AWSServiceRoleForAmazonMacie` decrypt.
   */
  readonly bucketNames: readonly string[];
  /**
   * The share of the objects that are analyzed, 1 to 100 percent, chosen at random. Macie charges for each gigabyte.
   *
   * @default 10
   */
  readonly samplingPercentage?: number;
  /** How often what is new or changed is looked into; what is there already is at once. @default "WEEKLY": on Mondays */
  readonly schedule?: JobSchedule;
  /** How often EventBridge is told that a bucket is still open to others. @default "FIFTEEN_MINUTES" */
  readonly publishingFrequency?: PublishingFrequency;
  /** Days that the results are kept in the bucket; Macie itself keeps them for 90. @default 400 */
  readonly retentionDays?: number;
  /** The storage classes that the results move to as they age. @default - they stay in STANDARD */
  readonly storageClasses?: readonly AgingStep[];
  /** A customer managed key of the region for the results, whose policy lets Macie use it. @default - one is created */
  readonly key?: ExistingKey;
  /** The bucket that receives the access logs of the bucket of results. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Macie, of which a region has one, with a job that looks for sensitive data in buckets on a schedule, and a bucket of the component's
 * own that keeps what the job says of each object: what was found, that nothing was, or why it could not be looked into.
 * `FindingAlerts` tells people of what it finds.
 *
 * A job cannot be changed: with other buckets, another share or another schedule it is replaced by a new one, which begins with what
 * is there already. The bucket of results has no Object Lock, since no page of AWS says that Macie delivers to a bucket with a
 * default retention; AWS Config, which delivers in the same way, does not.
 *
 * @throws {OptionError} when no bucket is named, one twice or a directory bucket, when samplingPercentage or retentionDays is
 *   out of range, when a step of storageClasses is refused by S3, when the key is named by an alias, or forceDestroy contradicts protect
 * @see https://docs.aws.amazon.com/macie/latest/user/discovery-jobs.html
 * @see https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html
 */
export class SensitiveDataDiscovery extends pulumi.ComponentResource {
  /** Takes the results. */
  readonly bucket: EvidenceBucket;
  readonly keyArn: pulumi.Output<string>;
  readonly jobId: pulumi.Output<string>;

  constructor(name: string, args: SensitiveDataDiscoveryArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveSensitiveDataDiscovery(name, args);
    super(componentType("SensitiveDataDiscovery"), name, { bucketNames: args.bucketNames }, opts);
    const scope = scopeOf(this, name, args);

    const macie = enableMacie(scope, options);
    const key = requiredKey(options.key, () => createKey(scope));
    this.bucket = createBucket(scope, options, key);
    const results = keepResults(scope, macie, this.bucket, key);
    const job = classify(scope, options, results);

    this.keyArn = key.keyArn;
    this.jobId = job.jobId;
    this.registerOutputs({ bucketName: this.bucket.bucketName, keyArn: this.keyArn, jobId: this.jobId });
  }
}

const SHAPING: ShapingOptions<keyof SensitiveDataDiscoveryArgs> = { key: ["breakGlassPrincipals"] };

const percentage = wholeNumber({ ...SAMPLING_PERCENTAGE, unit: "percent" });

/** @throws {OptionError} as {@link SensitiveDataDiscovery} does */
export function resolveSensitiveDataDiscovery(
  name: string,
  args: SensitiveDataDiscoveryArgs,
): SensitiveDataDiscoveryOptions {
  const option = optionOf("SensitiveDataDiscovery", name);
  const { bucketNames, key, accessLogBucket, storageClasses = [] } = args;
  const { samplingPercentage = SAMPLING_PERCENTAGE.default, retentionDays = RETENTION_CLASSES.audit.default } = args;
  const { schedule = "WEEKLY", publishingFrequency = "FIFTEEN_MINUTES" } = args;
  checkProtection(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  checkBuckets(bucketNames, option("bucketNames"));
  percentage(samplingPercentage, option("samplingPercentage"));
  checkLockedRetention({ retentionDays, lock: "none", option, retentionOption: "retentionDays" });
  checkStorageClasses(storageClasses, retentionDays, option("storageClasses"));
  return {
    bucketNames,
    samplingPercentage,
    schedule,
    publishingFrequency,
    retentionDays,
    storageClasses,
    key: validatedKey(key, option("key")),
    accessLogBucket,
  };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const GENERAL_PURPOSE_NAME = /^(?!.*--x-s3$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

function checkBuckets(bucketNames: readonly string[], path: string): void {
  const isTwice = new Set(bucketNames).size < bucketNames.length;
  if (bucketNames.length === 0 || isTwice || !bucketNames.every((bucket) => GENERAL_PURPOSE_NAME.test(bucket))) {
    throw new OptionError({
      path,
      got: bucketNames,
      allowed: "the names of one or more general purpose buckets, each once",
      fix: "Name each bucket once; Macie cannot look into directory buckets.",
    });
  }
}
