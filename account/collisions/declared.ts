/** What a stack declares in the account, and what of it already is its own. */
import type { ResourceState, StackState, WireMap, WireValue } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE, toAnalyzerMap } from "../../pulumi/wire";

/** An AWS resource that the stack creates. */
export interface Declared {
  readonly urn: string;
  readonly type: string;
  /** A region, or `global`. */
  readonly region: string;
  /** The name that the program gives it; absent where the provider makes one up, which collides with nothing. */
  readonly name?: string;
  /** Its ARN, as far as it is known before it exists. */
  readonly arn?: string;
  readonly inputs: WireMap;
}

/** The module whose types have no region of their own. */
const GLOBAL_MODULE = "aws:iam/";

export const GLOBAL = "global";

/** The input that names a resource, where it is not `name`. */
const NAME_INPUTS: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "bucket",
  "aws:s3/bucketV2:BucketV2": "bucket",
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": "awsServiceName",
};

/** Types whose `arn` is not their own: that of an EventBridge target is what it sends to. */
const ARN_OF_ANOTHER: readonly string[] = ["aws:cloudwatch/eventTarget:EventTarget"];

/** The resources of AWS in a state. @param home the region of those that name none. */
export function declaredResources(state: StackState, home: string): readonly Declared[] {
  return state.deployment.resources
    .filter(({ type, custom, external }) => custom && external !== true && type.startsWith("aws:"))
    .map((resource) => declaredResource(resource, home));
}

function declaredResource({ urn, type, outputs, ...resource }: ResourceState, home: string): Declared {
  const inputs = toAnalyzerMap(resource.inputs);
  const name = inputs[NAME_INPUTS[type] ?? "name"];
  const { region } = inputs;
  const { arn } = outputs;
  return {
    urn,
    type,
    region: type.startsWith(GLOBAL_MODULE) ? GLOBAL : isKnownText(region) ? region : home,
    ...(isKnownText(name) ? { name } : {}),
    ...(isKnownText(arn) && !ARN_OF_ANOTHER.includes(type) ? { arn } : {}),
    inputs,
  };
}

function isKnownText(value: WireValue | undefined): value is string {
  return typeof value === "string" && value !== "" && !value.includes(UNKNOWN_VALUE);
}

/**
 * What the stack would create that it does not have yet: a resource is its own when the deployed state has the same type
 * and name in the same region, or, for what has no name, the same URN.
 */
export function notYetOwned(declared: readonly Declared[], owned: readonly Declared[]): readonly Declared[] {
  const keys = new Set(owned.map(identity));
  return declared.filter((resource) => !keys.has(identity(resource)));
}

function identity({ urn, type, region, name }: Declared): string {
  return name === undefined ? urn : `${type} ${region} ${name}`;
}

export function ofType(declared: readonly Declared[], ...types: readonly string[]): readonly Declared[] {
  return declared.filter(({ type }) => types.includes(type));
}

/** The regions of what is declared, without `global`. */
export function regionsOf(declared: readonly Declared[]): readonly string[] {
  return [...new Set(declared.map(({ region }) => region))].filter((region) => region !== GLOBAL).sort();
}
