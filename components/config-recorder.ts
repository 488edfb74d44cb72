/** AWS Config's recorder of one region, with what it needs to deliver. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type AccountIdentity, accountIdentity } from "./account-identity";
import { CustomerKey } from "./customer-key";
import {
  configBucketStatements,
  configKeyStatements,
  configManagedPolicyArn,
  configRoleStatements,
  configRoleTrust,
} from "./documents/config-documents";
import { policyJson } from "./documents/iam";
import { EvidenceBucket } from "./evidence-bucket";
import { claimRegion } from "./region-claims";
import { requiredRegion } from "./required-region";
import { optionOf, OptionError, validated, wholeNumber } from "./validated-input";

/** How often a resource is recorded. */
export type RecordingFrequency = "CONTINUOUS" | "DAILY";

/** How often a snapshot of everything recorded is delivered. */
export const DELIVERY_FREQUENCIES = [
  "One_Hour",
  "Three_Hours",
  "Six_Hours",
  "Twelve_Hours",
  "TwentyFour_Hours",
] as const;

/** One of {@link DELIVERY_FREQUENCIES}. */
export type DeliveryFrequency = (typeof DELIVERY_FREQUENCIES)[number];

/** Options of {@link ConfigRecorder}. */
export interface ConfigRecorderArgs {
  /** @default the provider's region */
  readonly region?: string;
  /** Whether IAM users, groups, roles and policies are recorded here. True in exactly one region, lest each is recorded twice. */
  readonly recordGlobalResourceTypes: boolean;
  /** @default "CONTINUOUS" */
  readonly frequency?: RecordingFrequency;
  /** Resource types that are recorded once a day although frequency is CONTINUOUS. @default - none */
  readonly dailyOverrides?: readonly string[];
  /** Days that AWS Config keeps configuration items, 30 to 2557. @default 2557 */
  readonly retentionDays?: pulumi.Input<number>;
  /** @default "TwentyFour_Hours" */
  readonly deliveryFrequency?: DeliveryFrequency;
  /** Days that delivered history and snapshots are kept. @default 2557 */
  readonly bucketRetentionDays?: number;
  /** The bucket, in the same region, that takes the access logs of the delivery bucket. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** Whether Pulumi refuses to delete recorder, channel, bucket and key. @default true */
  readonly protect?: boolean;
}

/**
 * Records every resource type that AWS Config supports, keeps the items and delivers them to a bucket of its own.
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
    checkOptions(name, args);
    const region = requiredRegion("ConfigRecorder", name, args.region);
    claimRegion("ConfigRecorder", region, name);
    super(
      "ai-governance-baseline:index:ConfigRecorder",
      name,
      { region, recordGlobalResourceTypes: args.recordGlobalResourceTypes },
      opts,
    );
    const own: Own = { name, args, parent: this, identity: accountIdentity(this, args.region) };

    const key = createKey(own);
    const bucket = createBucket(own, key);
    const role = createRole(own, key);
    const recorder = createRecorder(own, role);
    const channel = createChannel(own, key, bucket, recorder);
    start(own, recorder, channel);
    retainItems(own, recorder);

    this.recorderName = recorder.name;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.keyArn = key.keyArn;
    this.registerOutputs({
      region,
      recordGlobalResourceTypes: args.recordGlobalResourceTypes,
      recorderName: this.recorderName,
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      keyArn: this.keyArn,
    });
  }
}

/** What every step of the constructor needs. */
interface Own {
  readonly name: string;
  readonly args: ConfigRecorderArgs;
  readonly parent: ConfigRecorder;
  readonly identity: AccountIdentity;
}

interface RecorderRole {
  readonly role: aws.iam.Role;
  readonly policies: readonly pulumi.Resource[];
}

const SEVEN_YEARS_IN_DAYS = 2557;
const ITEM_RETENTION = wholeNumber({ minimum: 30, maximum: SEVEN_YEARS_IN_DAYS, unit: "days" });

function checkOptions(name: string, args: ConfigRecorderArgs): void {
  const option = optionOf("ConfigRecorder", name);
  const { dailyOverrides } = args;
  if (dailyOverrides?.length === 0) {
    throw new OptionError({
      path: option("dailyOverrides"),
      got: dailyOverrides,
      allowed: "one or more resource types",
      fix: "Name the types to record once a day, or leave the option out.",
    });
  }
  if (dailyOverrides !== undefined && args.frequency === "DAILY") {
    throw new OptionError({
      path: option("dailyOverrides"),
      got: dailyOverrides,
      allowed: 'nothing with frequency "DAILY", which would ignore it',
      fix: "Remove dailyOverrides or record continuously.",
    });
  }
}

function bucketNameOf({ name, identity }: Own): pulumi.Output<string> {
  return pulumi.interpolate`${name}-${identity.accountId}-${identity.region}`;
}

function createKey({ name, args, parent, identity }: Own): CustomerKey {
  return new CustomerKey(
    `${name}-key`,
    {
      description: `AWS Config recorder ${name}`,
      policy: identity.place.apply((place) => policyJson(configKeyStatements(place))),
      ...regionOf(args),
      ...protectionOf(args),
    },
    { parent },
  );
}

function createBucket(own: Own, key: CustomerKey): EvidenceBucket {
  const { name, args, parent, identity } = own;
  const bucketName = bucketNameOf(own);
  return new EvidenceBucket(
    `${name}-bucket`,
    {
      bucketName,
      keyArn: key.keyArn,
      policyStatements: pulumi
        .all([identity.place, bucketName])
        .apply(([place, bucket]) => configBucketStatements(place, bucket)),
      retentionDays: args.bucketRetentionDays ?? SEVEN_YEARS_IN_DAYS,
      objectLock: "none",
      ...(args.accessLogBucket === undefined ? {} : { accessLogBucket: args.accessLogBucket }),
      ...regionOf(args),
      ...protectionOf(args),
    },
    { parent },
  );
}

function createRole(own: Own, key: CustomerKey): RecorderRole {
  const { name, parent, identity } = own;
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      name: `${name}-role`,
      description: "AWS Config records and delivers with it",
      assumeRolePolicy: identity.place.apply((place) => policyJson(configRoleTrust(place))),
    },
    { parent },
  );
  const managed = new aws.iam.RolePolicyAttachment(
    `${name}-role-managed-policy`,
    { role: role.name, policyArn: identity.partition.apply(configManagedPolicyArn) },
    { parent },
  );
  const delivery = new aws.iam.RolePolicy(
    `${name}-role-policy`,
    {
      name: "deliver-configuration",
      role: role.name,
      policy: pulumi
        .all([identity.place, bucketNameOf(own), key.keyArn])
        .apply(([place, bucket, keyArn]) => policyJson(configRoleStatements(place, bucket, keyArn))),
    },
    { parent },
  );
  return { role, policies: [managed, delivery] };
}

function createRecorder({ name, args, parent }: Own, { role, policies }: RecorderRole): aws.cfg.Recorder {
  const daily = args.dailyOverrides;
  return new aws.cfg.Recorder(
    `${name}-recorder`,
    {
      name: `${name}-recorder`,
      roleArn: role.arn,
      recordingGroup: {
        allSupported: true,
        includeGlobalResourceTypes: args.recordGlobalResourceTypes,
        recordingStrategies: [{ useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" }],
      },
      recordingMode: {
        recordingFrequency: args.frequency ?? "CONTINUOUS",
        ...(daily === undefined
          ? {}
          : {
              recordingModeOverride: {
                description: "Recorded once a day",
                recordingFrequency: "DAILY",
                resourceTypes: [...daily],
              },
            }),
      },
      region: args.region,
    },
    { parent, dependsOn: [...policies], protect: args.protect ?? true },
  );
}

function createChannel(
  { name, args, parent }: Own,
  key: CustomerKey,
  bucket: EvidenceBucket,
  recorder: aws.cfg.Recorder,
): aws.cfg.DeliveryChannel {
  return new aws.cfg.DeliveryChannel(
    `${name}-channel`,
    {
      name: `${name}-channel`,
      s3BucketName: bucket.bucketName,
      s3KmsKeyArn: key.keyArn,
      snapshotDeliveryProperties: { deliveryFrequency: args.deliveryFrequency ?? "TwentyFour_Hours" },
      region: args.region,
    },
    // AWS Config takes a channel only where there is a recorder, and tries to write to the bucket at once.
    { parent, dependsOn: [recorder, bucket.policy], protect: args.protect ?? true },
  );
}

function start({ name, args, parent }: Own, recorder: aws.cfg.Recorder, channel: aws.cfg.DeliveryChannel): void {
  new aws.cfg.RecorderStatus(
    `${name}-status`,
    { name: recorder.name, isEnabled: true, region: args.region },
    // A recorder without a channel cannot be started.
    { parent, dependsOn: [channel], protect: args.protect ?? true },
  );
}

function retainItems({ name, args, parent }: Own, recorder: aws.cfg.Recorder): void {
  const path = optionOf("ConfigRecorder", name)("retentionDays");
  new aws.cfg.RetentionConfiguration(
    `${name}-retention`,
    {
      retentionPeriodInDays: validated(args.retentionDays ?? SEVEN_YEARS_IN_DAYS, path, ITEM_RETENTION),
      region: args.region,
    },
    { parent, dependsOn: [recorder] },
  );
}

function regionOf({ region }: ConfigRecorderArgs): { readonly region?: string } {
  return region === undefined ? {} : { region };
}

function protectionOf({ protect }: ConfigRecorderArgs): { readonly protect?: boolean } {
  return protect === undefined ? {} : { protect };
}
