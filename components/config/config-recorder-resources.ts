/** What a `ConfigRecorder` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { GLOBAL_RESOURCE_TYPES } from "../../facts/config/limits";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import {
  CONFIG_SERVICE,
  configBucketStatements,
  configKeyStatements,
  configServiceLinkedRoleArn,
} from "../documents/config";
import { type ExistingRole, requiredRole, type RequiredRole } from "../iam/required-role";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey } from "../kms/required-key";
import { type AgingStep, EvidenceBucket } from "../s3/evidence-bucket";
import { type ExistingBucket, requiredBucket, type RequiredBucket } from "../s3/required-bucket";

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

/** The options of a `ConfigRecorder`, resolved. */
export interface ConfigRecorderOptions {
  readonly region: string;
  readonly recordGlobalResourceTypes: boolean;
  readonly excludedResourceTypes: readonly string[];
  readonly frequency: RecordingFrequency;
  readonly dailyOverrides: readonly string[];
  readonly retentionDays: pulumi.Input<number>;
  readonly deliveryFrequency: DeliveryFrequency;
  readonly key: ExistingKey | undefined;
  readonly bucket: ExistingBucket | undefined;
  readonly role: ExistingRole | undefined;
  readonly serviceLinkedRole: "create" | "existing";
  readonly bucketRetentionDays: number;
  readonly bucketStorageClasses: readonly AgingStep[];
  readonly accessLogBucket: pulumi.Input<string> | undefined;
}

export function createKey(scope: Scope, { key }: ConfigRecorderOptions): RequiredKey {
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `AWS Config recorder ${scope.child()}`,
          policyStatements: scope.account.place.apply(configKeyStatements),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

export function createBucket(scope: Scope, options: ConfigRecorderOptions, { keyArn }: RequiredKey): RequiredBucket {
  const { bucket, bucketRetentionDays, bucketStorageClasses, accessLogBucket } = options;
  return requiredBucket(scope, bucket, () => {
    const bucketName = ownBucketName(scope);
    return new EvidenceBucket(
      scope.child("bucket"),
      {
        bucketName,
        keyArn,
        policyStatements: pulumi
          .all([scope.account.place, bucketName])
          .apply(([place, name]) => configBucketStatements(place, name)),
        retentionDays: bucketRetentionDays,
        storageClasses: bucketStorageClasses,
        objectLock: "none",
        ...given({ accessLogBucket }),
        ...scope.region,
        ...scope.protection,
      },
      scope.options,
    );
  });
}

export function createRole(scope: Scope, { role, serviceLinkedRole }: ConfigRecorderOptions): RequiredRole {
  return requiredRole(role, () => ({
    // Made of the account's id, and so known before the role exists.
    roleArn: scope.account.place.apply(configServiceLinkedRoleArn),
    before: serviceLinkedRole === "create" ? [createServiceLinkedRole(scope.child("role"), scope)] : [],
  }));
}

/**
 * AWS Config's service-linked role, of which an account has one. AWS keeps its permissions, and refuses to delete it while a
 * recorder uses it.
 */
export function createServiceLinkedRole(name: string, scope: Scope): aws.iam.ServiceLinkedRole {
  return new aws.iam.ServiceLinkedRole(name, { awsServiceName: CONFIG_SERVICE }, scope.options);
}

export function createRecorder(scope: Scope, options: ConfigRecorderOptions, role: RequiredRole): aws.cfg.Recorder {
  const { frequency, dailyOverrides } = options;
  const name = scope.child("recorder");
  return new aws.cfg.Recorder(
    name,
    {
      name,
      roleArn: role.roleArn,
      recordingGroup: recordingGroupOf(options),
      recordingMode: { recordingFrequency: frequency, ...overrideFor(dailyOverrides) },
      ...scope.region,
    },
    { ...scope.evidence, dependsOn: [...role.before] },
  );
}

function recordingGroupOf({
  recordGlobalResourceTypes,
  excludedResourceTypes,
}: ConfigRecorderOptions): aws.types.input.cfg.RecorderRecordingGroup {
  if (excludedResourceTypes.length === 0) {
    return {
      allSupported: true,
      includeGlobalResourceTypes: recordGlobalResourceTypes,
      recordingStrategies: [{ useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" }],
    };
  }
  // A recorder with exclusions records global types whatever includeGlobalResourceTypes says, unless they are among these.
  const resourceTypes = [...excludedResourceTypes, ...(recordGlobalResourceTypes ? [] : GLOBAL_RESOURCE_TYPES)];
  return {
    allSupported: false,
    includeGlobalResourceTypes: false,
    exclusionByResourceTypes: [{ resourceTypes }],
    recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
  };
}

function overrideFor(
  dailyOverrides: readonly string[],
): Pick<aws.types.input.cfg.RecorderRecordingMode, "recordingModeOverride"> {
  if (dailyOverrides.length === 0) {
    return {};
  }
  return {
    recordingModeOverride: {
      description: "Recorded once a day",
      recordingFrequency: "DAILY",
      resourceTypes: [...dailyOverrides],
    },
  };
}

export function createChannel(
  scope: Scope,
  { deliveryFrequency }: ConfigRecorderOptions,
  { keyArn }: RequiredKey,
  bucket: RequiredBucket,
  recorder: aws.cfg.Recorder,
): aws.cfg.DeliveryChannel {
  const name = scope.child("channel");
  return new aws.cfg.DeliveryChannel(
    name,
    {
      name,
      s3BucketName: bucket.bucketName,
      s3KmsKeyArn: keyArn,
      snapshotDeliveryProperties: { deliveryFrequency },
      ...scope.region,
    },
    // AWS Config takes a channel only where there is a recorder, and tries to write to the bucket at once.
    { ...scope.evidence, dependsOn: [recorder, ...bucket.before] },
  );
}

export function startRecording(scope: Scope, recorder: aws.cfg.Recorder, channel: aws.cfg.DeliveryChannel): void {
  new aws.cfg.RecorderStatus(
    scope.child("status"),
    { name: recorder.name, isEnabled: true, ...scope.region },
    // A recorder without a channel cannot be started.
    { ...scope.evidence, dependsOn: [channel] },
  );
}

export function retainItems(scope: Scope, { retentionDays }: ConfigRecorderOptions, recorder: aws.cfg.Recorder): void {
  new aws.cfg.RetentionConfiguration(
    scope.child("retention"),
    { retentionPeriodInDays: retentionDays, ...scope.region },
    { ...scope.options, dependsOn: [recorder] },
  );
}

function ownBucketName(scope: Scope): pulumi.Output<string> {
  return pulumi.interpolate`${scope.child()}-${scope.account.accountId}-${scope.account.region}`;
}
