/**
 * Buckets and their parts in the forms that majors 5, 6 and 7 of the AWS provider take: by the types with `V2` at the end, and by arguments
 * of the bucket itself, of which those of `BucketV2` are lists where the classic ones are objects.
 *
 * Sources: https://www.pulumi.com/registry/packages/aws/how-to-guides/7-0-migration/ and the provider's declarations of the types.
 */
import { type PropertyMap, UNKNOWN, type Value, at, isList, isMap } from "../properties";
import type { ResourceType } from "../resource-type";
import {
  BUCKET,
  BUCKET_ACL,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_OBJECT_LOCK,
  BUCKET_POLICY,
  BUCKET_VERSIONING,
} from "../resources";
import type { Form, FormReader } from "./form";

/** An argument of a bucket, and the part that it stands for. */
interface InlinePart {
  /** The argument's names in the forms of a bucket. */
  readonly names: readonly string[];
  readonly type: ResourceType;
  /** The properties of the part; undefined where the argument asks for nothing. */
  readonly read: (value: Value) => PropertyMap | undefined;
}

const INLINE_PARTS: readonly InlinePart[] = [
  { names: ["acl"], type: BUCKET_ACL, read: (acl) => (acl === "private" ? undefined : { acl }) },
  {
    names: ["grants"],
    type: BUCKET_ACL,
    read: (grants) => unlessEmpty(grants, { accessControlPolicy: { grants: grantsOf(grants) } }),
  },
  { names: ["policy"], type: BUCKET_POLICY, read: (policy) => (policy === "" ? undefined : { policy }) },
  {
    names: ["versioning", "versionings"],
    type: BUCKET_VERSIONING,
    read: (given) => {
      const versioning = single(given);
      return versioning === undefined
        ? undefined
        : { versioningConfiguration: { status: statusOf(part(versioning, "enabled")) } };
    },
  },
  {
    names: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
    type: BUCKET_ENCRYPTION,
    read: (given) => {
      const rule = single(part(single(given), "rule") ?? part(single(given), "rules"));
      return rule === undefined ? undefined : { rules: [encryptionRule(rule)] };
    },
  },
  {
    names: ["logging", "loggings"],
    type: BUCKET_LOGGING,
    read: (given) => {
      const logging = single(given);
      return logging === undefined ? undefined : isMap(logging) ? logging : { targetBucket: UNKNOWN };
    },
  },
  {
    names: ["lifecycleRules"],
    type: BUCKET_LIFECYCLE,
    read: (rules) => unlessEmpty(rules, { rules: isList(rules) ? rules.map(lifecycleRule) : UNKNOWN }),
  },
  {
    names: ["objectLockConfiguration"],
    type: BUCKET_OBJECT_LOCK,
    read: (given) => {
      const rule = single(part(single(given), "rule") ?? part(single(given), "rules"));
      const retention = single(part(rule, "defaultRetention") ?? part(rule, "defaultRetentions"));
      return retention === undefined ? undefined : { rule: { defaultRetention: retention } };
    },
  },
];

/** The types of the same arguments as the current ones, which end in `V2`. */
const RENAMED = [
  BUCKET_ACL,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_OBJECT_LOCK,
  BUCKET_VERSIONING,
].map(({ token }) => ({ token: token.replace(/:(\w+)$/, "V2:$1V2"), current: token }));

const BUCKET_V2 = "aws:s3/bucketV2:BucketV2";
const PART_TYPES = [...new Set(INLINE_PARTS.map(({ type }) => type.token))];

export const BUCKET_FORMS: readonly FormReader[] = [
  { token: BUCKET.token, gives: PART_TYPES, read: inlineParts },
  {
    token: BUCKET_V2,
    gives: [BUCKET.token, ...PART_TYPES],
    read: (properties) => [{ type: BUCKET.token, properties: withoutParts(properties) }, ...inlineParts(properties)],
  },
  ...RENAMED.map(({ token, current }): FormReader => ({
    token,
    gives: [current],
    read: (properties) => [{ type: current, properties }],
  })),
];

function inlineParts(properties: PropertyMap): readonly Form[] {
  // A part whose bucket has no name yet is that of this bucket all the same, by the dependency on it.
  const bucket = properties["bucket"] ?? properties["id"] ?? UNKNOWN;
  return INLINE_PARTS.flatMap(({ names, type, read }) =>
    names.flatMap((name): readonly Form[] => {
      const value = properties[name];
      const found = value === undefined ? undefined : read(value);
      return found === undefined ? [] : [{ type: type.token, properties: { ...found, bucket }, within: name }];
    }),
  );
}

function withoutParts(properties: PropertyMap): PropertyMap {
  const parts = INLINE_PARTS.flatMap(({ names }) => names);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !parts.includes(name)));
}

/** The value, or the only item of the list that the same argument is in another form; undefined where it is left out. */
function single(value: Value | undefined): Value | undefined {
  return isList(value) ? value[0] : value;
}

/** A part of a value; unknown where the value is. */
function part(value: Value | undefined, name: string): Value | undefined {
  return value === UNKNOWN ? UNKNOWN : isMap(value) ? at(value, name) : undefined;
}

function unlessEmpty(value: Value, properties: PropertyMap): PropertyMap | undefined {
  return isList(value) && value.length === 0 ? undefined : properties;
}

function statusOf(enabled: Value | undefined): Value {
  return enabled === UNKNOWN ? UNKNOWN : enabled === true ? "Enabled" : "Suspended";
}

function encryptionRule(rule: Value): Value {
  const byDefault = single(
    part(rule, "applyServerSideEncryptionByDefault") ?? part(rule, "applyServerSideEncryptionByDefaults"),
  );
  const bucketKey = part(rule, "bucketKeyEnabled");
  return {
    ...(byDefault === undefined ? {} : { applyServerSideEncryptionByDefault: byDefault }),
    ...(bucketKey === undefined ? {} : { bucketKeyEnabled: bucketKey }),
  };
}

/** A permission to one grantee, of which the classic argument lists several. */
function grantsOf(grants: Value): Value {
  return isList(grants)
    ? grants.flatMap((grant): readonly Value[] => {
        const permissions = part(grant, "permissions");
        const grantee = isMap(grant) ? withoutPermissions(grant) : UNKNOWN;
        return isList(permissions) ? permissions.map((permission) => ({ grantee, permission })) : [UNKNOWN];
      })
    : UNKNOWN;
}

function withoutPermissions({ permissions: _, ...grantee }: PropertyMap): PropertyMap {
  return grantee;
}

/** The argument's rule in the words of the separate resource. */
function lifecycleRule(rule: Value): Value {
  if (!isMap(rule)) {
    return UNKNOWN;
  }
  const {
    enabled,
    prefix,
    expiration,
    expirations,
    noncurrentVersionExpiration,
    noncurrentVersionExpirations,
    ...rest
  } = rule;
  const noncurrent = single(noncurrentVersionExpiration ?? noncurrentVersionExpirations);
  const expires = single(expiration ?? expirations);
  const { abortIncompleteMultipartUploadDays: abort, ...others } = rest;
  return {
    ...others,
    status: enabled === UNKNOWN ? UNKNOWN : enabled === false ? "Disabled" : "Enabled",
    ...(prefix === undefined ? {} : { filter: { prefix } }),
    ...(expires === undefined ? {} : { expiration: expires }),
    ...(noncurrent === undefined
      ? {}
      : {
          noncurrentVersionExpiration: isMap(noncurrent)
            ? { noncurrentDays: part(noncurrent, "days") ?? UNKNOWN }
            : UNKNOWN,
        }),
    ...(abort === undefined ? {} : { abortIncompleteMultipartUpload: { daysAfterInitiation: abort } }),
  };
}
