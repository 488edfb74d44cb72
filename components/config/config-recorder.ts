/** AWS Config's recorder of one region, with what it needs to deliver. */
import * as pulumi from "@pulumi/pulumi";

import { ITEM_RETENTION_DAYS } from "../../facts/config/limits";
import { isNeeded, NEEDED_IN_WORDS, RESOURCE_TYPE_FORM } from "../../facts/config/needed-resource-types";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { optionOf, OptionError, refuseIgnored, validated, wholeNumber } from "../base/options";
import { claimRegion } from "../base/region-claims";
import { requiredRegion } from "../base/required-region";
import { type ExistingRole, validatedRole } from "../iam/required-role";
import { type ExistingKey, validatedKey } from "../kms/required-key";
import { type ExistingBucket, validatedBucket } from "../s3/required-bucket";
import { checkLockedRetention } from "../s3/object-lock";
import { type AgingStep, checkStorageClasses } from "../s3/storage-classes";
import {
  type ConfigRecorderOptions,
  createBucket,
  createChannel,
  createKey,
  createRecorder,
  createRole,
  type DeliveryFrequency,
  type RecordingFrequency,
  retainItems,
  startRecording,
} from "./config-recorder-resources";

export { DELIVERY_FREQUENCIES, type DeliveryFrequency, type RecordingFrequency } from "./config-recorder-resources";

/** Options of {@link ConfigRecorder}. */
export interface ConfigRecorderArgs extends EvidenceProtection, KeyProtection {
  /** @default the provider's region */
  readonly region?: string;
  /** Whether IAM users, groups, roles and policies are recorded here. True in exactly one region, or each is recorded twice. */
  readonly recordGlobalResourceTypes: boolean;
  /**
   * Resource types that are not recorded: those that change often and say little. Types that the baseline needs are refused
   * (`isNeeded`), and what AWS adds later is recorded.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/config/latest/APIReference/API_ExclusionByResourceTypes.html
   */
  readonly excludedResourceTypes?: readonly string[];
  /** @default "CONTINUOUS" */
  readonly frequency?: RecordingFrequency;
  /** Resource types that are recorded once a day although frequency is CONTINUOUS. @default - none */
  readonly dailyOverrides?: readonly string[];
  /** Days that AWS Config keeps configuration items, 30 to 2557. @default 2557 */
  readonly retentionDays?: pulumi.Input<number>;
  /** @default "TwentyFour_Hours" */
  readonly deliveryFrequency?: DeliveryFrequency;
  /**
   * The key that encrypts what is delivered. Its policy needs the statements of `configKeyStatements`.
   *
   * @default - a key of its own
   */
  readonly key?: ExistingKey;
  /**
   * The bucket that history and snapshots are delivered to, in the same region, without Object Lock. Its policy needs the
   * statements of `configBucketStatements`.
   *
   * @default - a bucket of its own
   */
  readonly bucket?: ExistingBucket;
  /**
   * The role that AWS Config records with, which needs the AWS managed policy AWS_ConfigRole and may deliver to the bucket.
   *
   * @default - AWS Config's service-linked role, with which AWS Config delivers by its service principal
   */
  readonly role?: ExistingRole;
  /**
   * Whether the component creates the service-linked role AWSServiceRoleForConfig. An account has one, so it is "existing" for
   * all recorders but one, and wherever AWS Config, AWS Organizations or Security Hub was set up before.
   *
   * @default "create"
   */
  readonly serviceLinkedRole?: "create" | "existing";
  /** Days that its own bucket keeps delivered history and snapshots. @default 2557 */
  readonly bucketRetentionDays?: number;
  /** The storage classes that delivered history and snapshots in its own bucket move to, as `EvidenceBucket` takes them. @default - STANDARD only */
  readonly bucketStorageClasses?: readonly AgingStep[];
  /** The bucket, in the same region, that takes the access logs of its own bucket. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
}

/**
 * Records every resource type that AWS Config supports, save those that are excluded, keeps the items and delivers them to a bucket. It does so with AWS
 * Config's service-linked role, as Security Hub's Config.1 and CIS ask.
 *
 * The bucket has no Object Lock, which the delivery channel does not support; versioning and the bucket policy protect it.
 * Neither log groups nor the configuration of model invocation logging are among the resource types that AWS Config records.
 *
 * @throws {OptionError} when an option is out of its range or would be ignored; `pulumi.RunError` when another ConfigRecorder
 *   of the program has the same region
 * @see https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
 */
export class ConfigRecorder extends pulumi.ComponentResource {
  readonly recorderName: pulumi.Output<string>;
  readonly bucketName: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: ConfigRecorderArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveConfigRecorder(name, args);
    const { region, recordGlobalResourceTypes } = options;
    claimRegion("ConfigRecorder", region, name);
    const inputs = { region, recordGlobalResourceTypes };
    super(componentType("ConfigRecorder"), name, inputs, opts);
    const scope = scopeOf(this, name, args);

    const key = createKey(scope, options);
    const bucket = createBucket(scope, options, key);
    const role = createRole(scope, options);
    const recorder = createRecorder(scope, options, role);
    const channel = createChannel(scope, options, key, bucket, recorder);
    startRecording(scope, recorder, channel);
    retainItems(scope, options, recorder);

    this.recorderName = recorder.name;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.keyArn = key.keyArn;
    this.registerOutputs({
      region,
      recordGlobalResourceTypes,
      recorderName: this.recorderName,
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      keyArn: this.keyArn,
    });
  }
}

const SHAPING: ShapingOptions<keyof ConfigRecorderArgs> = {
  bucket: ["bucketRetentionDays", "bucketStorageClasses", "accessLogBucket"],
  key: ["breakGlassPrincipals"],
  role: ["serviceLinkedRole"],
};
const itemRetention = wholeNumber({ ...ITEM_RETENTION_DAYS, unit: "days" });
const SEVEN_YEARS_IN_DAYS = 2557;

/**
 * @throws {OptionError} as {@link ConfigRecorder} does
 * @throws pulumi.RunError when no region is known
 */
export function resolveConfigRecorder(name: string, args: ConfigRecorderArgs): ConfigRecorderOptions {
  const option = optionOf("ConfigRecorder", name);
  const { retentionDays = SEVEN_YEARS_IN_DAYS, bucketRetentionDays = SEVEN_YEARS_IN_DAYS } = args;
  const { bucketStorageClasses = [] } = args;
  checkProtection(args, option);
  checkExcludedTypes(args, option);
  checkDailyOverrides(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  checkLockedRetention({
    retentionDays: bucketRetentionDays,
    lock: "none",
    option,
    retentionOption: "bucketRetentionDays",
  });
  checkStorageClasses(bucketStorageClasses, bucketRetentionDays, option("bucketStorageClasses"));
  return {
    region: requiredRegion("ConfigRecorder", name, args.region),
    recordGlobalResourceTypes: args.recordGlobalResourceTypes,
    excludedResourceTypes: args.excludedResourceTypes ?? [],
    frequency: args.frequency ?? "CONTINUOUS",
    dailyOverrides: args.dailyOverrides ?? [],
    retentionDays: validated(retentionDays, option("retentionDays"), itemRetention),
    deliveryFrequency: args.deliveryFrequency ?? "TwentyFour_Hours",
    key: validatedKey(args.key, option("key")),
    bucket: validatedBucket(args.bucket, option("bucket")),
    role: validatedRole(args.role, option("role")),
    serviceLinkedRole: args.serviceLinkedRole ?? "create",
    bucketRetentionDays,
    bucketStorageClasses,
    accessLogBucket: args.accessLogBucket,
  };
}

function checkExcludedTypes(
  { excludedResourceTypes = [], dailyOverrides = [] }: ConfigRecorderArgs,
  option: (name: string) => string,
): void {
  for (const type of excludedResourceTypes) {
    if (!RESOURCE_TYPE_FORM.test(type) || isNeeded(type)) {
      throw new OptionError({
        path: option("excludedResourceTypes"),
        got: type,
        allowed: `resource types of AWS Config other than ${NEEDED_IN_WORDS}`,
        fix: "Remove it: the baseline needs those types, and AWS Config knows no others than AWS::SERVICE::TYPE.",
      });
    }
    if (dailyOverrides.includes(type)) {
      throw new OptionError({
        path: option("dailyOverrides"),
        got: type,
        allowed: "resource types that are recorded",
        fix: "Remove it from dailyOverrides or from excludedResourceTypes.",
      });
    }
  }
}

function checkDailyOverrides(args: ConfigRecorderArgs, option: (name: string) => string): void {
  if (args.dailyOverrides?.length === 0) {
    throw new OptionError({
      path: option("dailyOverrides"),
      got: args.dailyOverrides,
      allowed: "one or more resource types",
      fix: "Name the types to record once a day, or leave the option out.",
    });
  }
  if (args.frequency === "DAILY") {
    refuseIgnored(
      args,
      { ignored: ["dailyOverrides"], by: 'frequency "DAILY"', otherwise: "record continuously" },
      option,
    );
  }
}
