/** What a stack adopts instead of creating it: observed in the account, and put into a state that a pack can judge. */
import type { ResourceState, StackState, WireMap, WireValue } from "../pulumi/stack-state";
import { STACK_TYPE, urnParts } from "../pulumi/stack-state";
import { isWireMap } from "../pulumi/wire";
import type { CheckId } from "./checks";
import { type Subject, camelCased, textOf } from "./observer";
import { observerOf } from "./observers";
import type { Reader } from "./reader";
import {
  type CheckResult,
  type Observation,
  UNREAD,
  checksOf,
  conditionResults,
  missing,
  observe,
  unreadable,
} from "./verification";

/** A resource that stands in the account already, and that the stack relies on. */
export interface Adopted {
  readonly type: string;
  readonly region: string;
  /** ARN or name. */
  readonly id: string;
}

function isAccountBaseline({ type }: ResourceState): boolean {
  return type === "ai-governance-baseline:index:AccountBaseline";
}

/** What the stack's `AccountBaseline` says that it adopts. */
export function adoptedBy(resources: readonly ResourceState[]): readonly Adopted[] {
  return resources
    .filter(isAccountBaseline)
    .flatMap(({ inputs }) => [inputs["adopted"] ?? []].flat())
    .filter((entry): entry is WireMap => isWireMap(entry))
    .map((entry) => ({
      type: textOf(entry["type"]),
      region: textOf(entry["region"]),
      id: textOf(entry["id"]),
    }));
}

/** The provider declares some settings of a thing as resources of their own, which are observed with it. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "aws:cfg/recorder:Recorder": ["aws:cfg/recorderStatus:RecorderStatus"],
  "aws:cloudwatch/logGroup:LogGroup": ["aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy"],
  "aws:sns/topic:Topic": ["aws:sns/topicPolicy:TopicPolicy"],
  "aws:s3/bucket:Bucket": [
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketVersioning:BucketVersioning",
  ],
};

export interface ObservedAdoption {
  /** What was observed, as resources of a stack. */
  readonly state: StackState;
  readonly results: readonly CheckResult[];
}

/** @param stack the stack that adopts, whose project and name the observed resources get. */
export async function observeAdopted(
  reader: Reader,
  adopted: readonly Adopted[],
  stack: StackState,
  wants: (check: CheckId) => boolean,
): Promise<ObservedAdoption> {
  const { resources } = stack.deployment;
  const root = resources.find(({ type }) => type === STACK_TYPE) ?? resources[0];
  const { project, stack: name } = urnParts(root?.urn ?? "");
  const urnOf = ({ type, id }: Adopted): string => `urn:pulumi:${name}::${project}::${type}::adopted ${id}`;
  const content = resources.find(isAccountBaseline)?.inputs["invocationContent"];
  const component: WireMap = content === undefined ? {} : { content };
  const each = await Promise.all(
    adopted.map((thing) => observeOne(reader, { ...thing, urn: urnOf(thing), urnOf, component }, wants)),
  );
  const found = each.flatMap((one) => one.resources);
  const stackItself = root === undefined ? [] : [root];
  return {
    state: { ...stack, deployment: { ...stack.deployment, resources: [...stackItself, ...found] } },
    results: each.flatMap((one) => one.results),
  };
}

/** An adopted thing on its way into a state. */
interface Placed extends Adopted {
  readonly urn: string;
  readonly urnOf: (thing: Adopted) => string;
  /** What the component that would have created it would have been told. */
  readonly component: WireMap;
}

async function observeOne(
  reader: Reader,
  { urn, urnOf, component, ...thing }: Placed,
  wants: (check: CheckId) => boolean,
): Promise<{ readonly resources: readonly ResourceState[]; readonly results: readonly CheckResult[] }> {
  const observer = observerOf(thing.type);
  if (observer === undefined) {
    const unread: CheckResult = { check: UNREAD, urn, result: "undecided", message: "is not read by verify" };
    return { resources: [], results: [unread] };
  }
  const id = thing.id.replace(/^arn:[a-z-]+:s3:::/, "");
  const subject: Subject = { id, region: thing.region, inputs: {}, component, dependents: [] };
  const observation = await observe(reader, observer, subject);
  if (observation.properties === undefined) {
    const message = missing(subject, "adopts");
    const checks = checksOf(observer).filter(wants);
    return { resources: [], results: checks.map((check) => ({ check, urn, result: "fail", message })) };
  }
  const parts = await Promise.all(
    (PARTS[thing.type] ?? []).map(async (type) => {
      const part = observerOf(type);
      const seen = part === undefined ? NOTHING : await observe(reader, part, subject);
      return { type, urn: urnOf({ ...thing, type }), seen, check: part?.check };
    }),
  );
  return {
    resources: [
      resourceOf(thing, urn, observation),
      ...parts
        .filter(({ seen }) => seen.properties !== undefined)
        .map((part) => resourceOf({ ...thing, type: part.type }, part.urn, part.seen, urn)),
    ],
    results: [
      ...observation.failures.map(({ error }) => unreadable(observer.check, urn, error)),
      ...parts.flatMap(({ seen, check, urn: of }) =>
        check === undefined ? [] : seen.failures.map(({ error }) => unreadable(check, of, error)),
      ),
      ...(await conditionResults(reader, observer, urn, subject, wants)),
    ],
  };
}

const NOTHING: Observation = { properties: undefined, failures: [] };

/** @param whole the URN of the thing that it is a part of. */
function resourceOf(
  { type, id, region }: Adopted,
  urn: string,
  { properties = {} }: Observation,
  whole?: string,
): ResourceState {
  const inputs: WireMap = { ...asMap(camelCased(properties)), region };
  const arn = id.startsWith("arn:") ? { arn: id } : {};
  return {
    urn,
    type,
    custom: true,
    id,
    inputs,
    outputs: { ...inputs, ...arn },
    // The stack cannot delete what it does not manage.
    protect: true,
    ...(whole === undefined ? {} : { dependencies: [whole], propertyDependencies: { bucket: [whole] } }),
  };
}

function asMap(value: WireValue | undefined): WireMap {
  return isWireMap(value) ? value : {};
}
