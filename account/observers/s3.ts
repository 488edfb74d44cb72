/** Buckets and their parts. Each part is a resource of its own, with the bucket's name as its id. */
import type { QueueConfiguration } from "@aws-sdk/client-s3";
import type * as aws from "@pulumi/aws";
import type { WireMap } from "../../pulumi/stack-state";
import { isWireMap } from "../../pulumi/wire";
import { type Observer, type Properties, type Subject, camelCased, observer } from "../observer";
import type { Reader } from "../reader";

export const bucketObserver = observer<aws.s3.BucketArgs>({
  type: "aws:s3/bucket:Bucket",
  check: "verify-s3-bucket-as-declared",
  parts: [
    {
      properties: ["bucket"],
      read: async (reader, { id, region }) => {
        // Any part tells whether there is a bucket, and this one needs no right to list its objects.
        const versioning = await reader.read("s3:GetBucketVersioning", region, { Bucket: id });
        return versioning && { bucket: id };
      },
    },
    {
      properties: ["objectLockEnabled"],
      read: async (reader, { id, region }) => {
        const lock = await reader.read("s3:GetObjectLockConfiguration", region, { Bucket: id });
        return { objectLockEnabled: lock?.ObjectLockConfiguration?.ObjectLockEnabled === "Enabled" };
      },
    },
  ],
  notCompared: {
    forceDestroy: "It says what the engine does when it deletes the bucket; the account does not know it.",
  },
  defaults: { objectLockEnabled: false },
});

export const bucketVersioningObserver = part<aws.s3.BucketVersioningArgs>({
  type: "aws:s3/bucketVersioning:BucketVersioning",
  check: "verify-s3-bucket-versioning-as-declared",
  property: "versioningConfiguration",
  notCompared: { mfa: "It is an argument of the call that changes MFA delete." },
  read: async (reader, { id, region, inputs }) => {
    const found = await reader.read("s3:GetBucketVersioning", region, { Bucket: id });
    const declared = inputs["versioningConfiguration"];
    const mfaDelete =
      isWireMap(declared) && "mfaDelete" in declared ? { mfaDelete: found?.MFADelete ?? "Disabled" } : {};
    // A bucket that never had versioning has no status.
    return found && { status: found.Status ?? "Disabled", ...mfaDelete };
  },
});

export const bucketPolicyObserver = observer<aws.s3.BucketPolicyArgs>({
  type: "aws:s3/bucketPolicy:BucketPolicy",
  check: "verify-s3-bucket-policy-as-declared",
  parts: [
    {
      properties: ["bucket", "policy"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("s3:GetBucketPolicy", region, { Bucket: id });
        return found && { bucket: id, policy: found.Policy };
      },
    },
  ],
  forms: { policy: "document" },
});

export const bucketPublicAccessBlockObserver = observer<aws.s3.BucketPublicAccessBlockArgs>({
  type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  check: "verify-s3-bucket-public-access-block-as-declared",
  parts: [
    {
      properties: ["bucket", "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("s3:GetPublicAccessBlock", region, { Bucket: id });
        const block = found?.PublicAccessBlockConfiguration;
        return (
          block && {
            bucket: id,
            blockPublicAcls: block.BlockPublicAcls ?? false,
            blockPublicPolicy: block.BlockPublicPolicy ?? false,
            ignorePublicAcls: block.IgnorePublicAcls ?? false,
            restrictPublicBuckets: block.RestrictPublicBuckets ?? false,
          }
        );
      },
    },
  ],
  notCompared: { skipDestroy: "It says what the engine does when it deletes the block; the account does not know it." },
  defaults: {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
});

export const bucketEncryptionObserver = part<aws.s3.BucketServerSideEncryptionConfigurationArgs>({
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  check: "verify-s3-bucket-encryption-as-declared",
  property: "rules",
  read: async (reader, { id, region }) => {
    const found = await reader.read("s3:GetBucketEncryption", region, { Bucket: id });
    return found?.ServerSideEncryptionConfiguration?.Rules?.map(
      ({ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: bucketKeyEnabled }) => ({
        applyServerSideEncryptionByDefault: withoutUnset({
          sseAlgorithm: byDefault?.SSEAlgorithm,
          kmsMasterKeyId: byDefault?.KMSMasterKeyID,
        }),
        // A bucket that uses no key of KMS answers false for what nobody set.
        ...(bucketKeyEnabled === true ? { bucketKeyEnabled } : {}),
      }),
    );
  },
});

export const bucketLifecycleObserver = part<aws.s3.BucketLifecycleConfigurationArgs>({
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  check: "verify-s3-bucket-lifecycle-as-declared",
  property: "rules",
  notCompared: {
    transitionDefaultMinimumObjectSize: "It decides which objects move to a cheaper class, and none of them is lost.",
  },
  read: async (reader, { id, region }) => {
    const found = await reader.read("s3:GetBucketLifecycleConfiguration", region, { Bucket: id });
    return found?.Rules?.map(({ Expiration, ...rule }) => ({
      ...asMap(camelCased(rule)),
      expiration: withoutUnset({
        days: Expiration?.Days,
        date: Expiration?.Date?.toISOString(),
        expiredObjectDeleteMarker: Expiration?.ExpiredObjectDeleteMarker === true ? true : undefined,
      }),
    }));
  },
});

export const bucketLoggingObserver = observer<aws.s3.BucketLoggingArgs>({
  type: "aws:s3/bucketLogging:BucketLogging",
  check: "verify-s3-bucket-logging-as-declared",
  parts: [
    {
      properties: ["bucket", "targetBucket", "targetPrefix", "targetObjectKeyFormat", "targetGrants"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("s3:GetBucketLogging", region, { Bucket: id });
        const logging = found?.LoggingEnabled;
        return (
          logging && {
            bucket: id,
            targetBucket: logging.TargetBucket,
            targetPrefix: logging.TargetPrefix,
            targetObjectKeyFormat: camelCased(logging.TargetObjectKeyFormat),
            targetGrants: camelCased(logging.TargetGrants),
          }
        );
      },
    },
  ],
});

export const bucketNotificationObserver = observer<aws.s3.BucketNotificationArgs>({
  type: "aws:s3/bucketNotification:BucketNotification",
  check: "verify-s3-bucket-notification-as-declared",
  parts: [
    {
      properties: ["bucket", "eventbridge", "lambdaFunctions", "queues", "topics"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("s3:GetBucketNotificationConfiguration", region, { Bucket: id });
        return (
          found && {
            bucket: id,
            eventbridge: found.EventBridgeConfiguration !== undefined,
            lambdaFunctions: found.LambdaFunctionConfigurations?.map(({ LambdaFunctionArn, ...told }) =>
              withoutUnset({ lambdaFunctionArn: LambdaFunctionArn, ...notified(told) }),
            ),
            queues: found.QueueConfigurations?.map(({ QueueArn, ...told }) =>
              withoutUnset({ queueArn: QueueArn, ...notified(told) }),
            ),
            topics: found.TopicConfigurations?.map(({ TopicArn, ...told }) =>
              withoutUnset({ topicArn: TopicArn, ...notified(told) }),
            ),
          }
        );
      },
    },
  ],
  defaults: { eventbridge: false, lambdaFunctions: null, queues: null, topics: null },
});

/** Which events a target of notifications is told of, as the provider has it. */
function notified({ Id, Events, Filter }: Told): Properties {
  const filter = (name: "prefix" | "suffix"): string | undefined =>
    Filter?.Key?.FilterRules?.find(({ Name }) => Name?.toLowerCase() === name)?.Value;
  return { id: Id, events: camelCased(Events), filterPrefix: filter("prefix"), filterSuffix: filter("suffix") };
}

/** What S3's configurations of functions, queues and topics have in common. */
type Told = Pick<QueueConfiguration, "Id" | "Events" | "Filter">;

export const bucketObjectLockObserver = observer<aws.s3.BucketObjectLockConfigurationArgs>({
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  check: "verify-s3-bucket-object-lock-as-declared",
  parts: [
    {
      properties: ["bucket", "objectLockEnabled", "rule"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("s3:GetObjectLockConfiguration", region, { Bucket: id });
        const lock = found?.ObjectLockConfiguration;
        const { Mode: mode, Days: days, Years: years } = lock?.Rule?.DefaultRetention ?? {};
        // A retention is in days or in years; the other one is not set or zero.
        const defaultRetention = withoutUnset({ mode, days: unlessZero(days), years: unlessZero(years) });
        return lock && { bucket: id, objectLockEnabled: lock.ObjectLockEnabled, rule: { defaultRetention } };
      },
    },
  ],
  notCompared: { token: "It is an argument of the call that locks an existing bucket." },
  defaults: { objectLockEnabled: "Enabled", rule: null },
});

export const bucketOwnershipObserver = part<aws.s3.BucketOwnershipControlsArgs>({
  type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  check: "verify-s3-bucket-ownership-as-declared",
  property: "rule",
  read: async (reader, { id, region }) => {
    const found = await reader.read("s3:GetBucketOwnershipControls", region, { Bucket: id });
    const [rule] = found?.OwnershipControls?.Rules ?? [];
    return rule && { objectOwnership: rule.ObjectOwnership ?? "" };
  },
});

/** A part of a bucket with one property beside the bucket's name. */
function part<Args extends object>({
  property,
  read,
  ...declaration
}: Pick<Observer, "type" | "check"> &
  Partial<Pick<Observer<keyof Args & string>, "notCompared">> & {
    readonly property: keyof Args & string;
    readonly read: (reader: Reader, subject: Subject) => Promise<Properties[string]>;
  }): Observer {
  // Every part has the bucket's name, which TypeScript cannot see in the type parameter.
  const properties = ["bucket", property] as (keyof Args & string)[];
  return observer<Args>({
    ...declaration,
    parts: [
      {
        properties,
        read: async (reader, subject) => {
          const value = await read(reader, subject);
          return value === undefined ? undefined : { bucket: subject.id, [property]: value };
        },
      },
    ],
  });
}

function unlessZero(count: number | undefined): number | undefined {
  return count === 0 ? undefined : count;
}

function withoutUnset(properties: Properties): WireMap {
  return asMap(camelCased(properties));
}

function asMap(value: Properties[string]): WireMap {
  return isWireMap(value) ? value : {};
}
