/**
 * What the AWS provider's `Check` adds to the inputs of a program before the engine, and with it a policy pack, sees them.
 *
 * The conformance of preview and engine is held against the same table, so that every difference that is allowed between
 * them stands here with its reason, and any other is a failure.
 */
import { computeOutputs } from "../../preview/aws/computed-outputs";
import type { AwsEnvironment } from "../../preview/aws/environment";
import { RESOURCE_TYPES } from "../../facts/resource-identifiers";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { isWireMap, signatureOf } from "../../pulumi/wire";

/** A resource as the provider is asked about it. */
export interface CheckedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: WireMap;
}

/** The property in which the provider notes, in each object, which others it filled in. */
export const DEFAULTS_NOTE = "__defaults";

/** One thing that `Check` adds. */
export interface Addition {
  readonly reason: string;
  /** What it adds to a resource in which the program says nothing of it. */
  readonly add: (resource: CheckedResource, environment: AwsEnvironment) => WireMap;
}

/**
 * Defaults of the provider's own schema. Absent means these, and a rule must know it.
 *
 * Source: the `Default:` entries of the resource schemas in https://github.com/hashicorp/terraform-provider-aws.
 */
const SCHEMA_DEFAULTS: Readonly<Record<string, WireMap>> = {
  "aws:cloudtrail/trail:Trail": {
    enableLogFileValidation: false,
    enableLogging: true,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: false,
    isOrganizationTrail: false,
  },
  "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: 0, skipDestroy: false },
  "aws:cloudwatch/metricAlarm:MetricAlarm": { actionsEnabled: true, treatMissingData: "missing" },
  "aws:kms/key:Key": {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  "aws:s3/bucket:Bucket": { forceDestroy: false },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
  "aws:iam/role:Role": { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  "aws:sns/topic:Topic": { fifoTopic: false },
};

export const ADDITIONS: readonly Addition[] = [
  {
    reason: "the provider names what the program does not",
    add: (resource, environment) => {
      const property = RESOURCE_TYPES[resource.type]?.named;
      const name = property === undefined ? undefined : computeOutputs(resource, environment).outputs[property];
      return property === undefined || name === undefined ? {} : { [property]: name };
    },
  },
  {
    reason: "the provider fills in its schema's defaults",
    add: ({ type }) => SCHEMA_DEFAULTS[type] ?? {},
  },
];

/** The inputs as `Check` returns them. */
export function checkInputs(resource: CheckedResource, environment: AwsEnvironment): WireMap {
  const added = additionsTo(resource, environment);
  const noted = Object.fromEntries(
    Object.entries(resource.inputs).map(([name, value]) => [name, withNotes(value)] as const),
  );
  return { ...noted, ...added, [DEFAULTS_NOTE]: Object.keys(added).sort() };
}

/** What `Check` adds to this resource, without the notes. */
export function additionsTo(resource: CheckedResource, environment: AwsEnvironment): WireMap {
  const possible = Object.assign({}, ...ADDITIONS.map(({ add }) => add(resource, environment))) as WireMap; // each is one
  return Object.fromEntries(Object.entries(possible).filter(([name]) => !(name in resource.inputs)));
}

/** Objects within the inputs carry a note too. */
function withNotes(value: WireValue): WireValue {
  if (Array.isArray(value)) {
    return value.map((item: WireValue) => withNotes(item));
  }
  if (!isWireMap(value) || signatureOf(value) !== undefined) {
    return value;
  }
  const inner = Object.entries(value).map(([name, part]) => [name, withNotes(part)] as const);
  return { ...Object.fromEntries(inner), [DEFAULTS_NOTE]: [] };
}
