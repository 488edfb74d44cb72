/**
 * Under which names the account knows what a preview declares. A preview synthesizes what AWS and the engine choose:
 * the ids of keys, guardrails, backup plans, detectors and API destinations, and the names that the program leaves open. They are found in the
 * account by what the program does choose, the alias of a key, the name of a guardrail or a plan, the region of a detector and the beginning of an automatic
 * name, and then stand in the state in their place.
 */
import { RESOURCE_TYPES } from "../facts/resource-identifiers";
import type { ResourceState, StackState, WireMap, WireValue } from "../pulumi/stack-state";
import { urnParts } from "../pulumi/stack-state";
import { UNKNOWN_VALUE, mapWire, mapWireMap } from "../pulumi/wire";
import { backupPlansNamed } from "./observers/backup";
import { guardrailsOf } from "./observers/bedrock-guardrails";
import { inlinePolicies, rolesUnder } from "./observers/iam";
import { detectorOf } from "./observers/guardduty";
import { targetOfAlias } from "./observers/kms";
import { textOf } from "./observer";
import type { Reader } from "./reader";

const CONNECTION = "aws:cloudwatch/eventConnection:EventConnection";
const API_DESTINATION = "aws:cloudwatch/eventApiDestination:EventApiDestination";

/** Why a resource was not found. */
export interface Unidentified {
  /** `fail`: the account has no such thing. `undecided`: it cannot be told which one it is. */
  readonly result: "fail" | "undecided";
  readonly message: string;
}

export interface IdentifiedState {
  /** The resources, with the account's identities. What is not found is unknown. */
  readonly resources: readonly ResourceState[];
  readonly unidentified: ReadonlyMap<string, Unidentified>;
}

/** An engine writes its version into a state that it exports; a preview has none. */
export function isPreviewed({ deployment }: StackState): boolean {
  return deployment.manifest.version === "";
}

/** @throws ReadError */
export async function identify(
  reader: Reader,
  resources: readonly ResourceState[],
  regionOf: (resource: Pick<ResourceState, "inputs" | "provider">) => string,
): Promise<IdentifiedState> {
  const unidentified = new Map<string, Unidentified>();
  const replacements = new Map<string, string>();
  const settle = async (resource: ResourceState, search: Promise<Found>): Promise<void> => {
    const { synthesized, found } = await search;
    if (typeof found === "string") {
      replacements.set(synthesized, found);
    } else {
      replacements.set(synthesized, UNKNOWN_VALUE);
      unidentified.set(resource.urn, found);
    }
  };
  const ofType = (type: string): readonly ResourceState[] => resources.filter((resource) => resource.type === type);
  const keys = ofType("aws:kms/key:Key");
  const guardrails = ofType("aws:bedrock/guardrail:Guardrail");
  const roles = ofType("aws:iam/role:Role").filter(isAutomaticallyNamed);
  const [connections, endpoints] = [ofType(CONNECTION), ofType(API_DESTINATION)];
  await Promise.all([
    ...connections.map((one) => settle(one, findConnection(reader, regionOf(one), one))),
    ...endpoints.map((one) => settle(one, findApiDestination(reader, regionOf(one), one))),
    ...keys.map((key) => settle(key, findKey(reader, regionOf(key), key, resources))),
    ...guardrails.map((guardrail) => settle(guardrail, findGuardrail(reader, regionOf(guardrail), guardrail))),
    ...roles.map((role) => settle(role, findRole(reader, role))),
    ...ofType("aws:backup/plan:Plan").map((plan) => settle(plan, findBackupPlan(reader, regionOf(plan), plan))),
    ...ofType("aws:guardduty/detector:Detector").map((detector) =>
      settle(detector, findDetector(reader, regionOf(detector), detector)),
    ),
  ]);
  // The policies of a role are asked for by the role's own name.
  const renamed = (text: string): string => replaced(text, replacements);
  const policies = ofType("aws:iam/rolePolicy:RolePolicy").filter(isAutomaticallyNamed);
  await Promise.all(
    policies.map((policy) => settle(policy, findRolePolicy(reader, policy, renamed(textOf(policy.inputs["role"]))))),
  );
  for (const resource of resources) {
    if (isAutomaticallyNamed(resource) && ![...roles, ...policies].includes(resource)) {
      unidentified.set(resource.urn, NAMED_BY_THE_ENGINE);
    }
  }
  return { resources: resources.map((resource) => withReplaced(resource, replacements)), unidentified };
}

interface Found {
  /** The text in the state that stands for what AWS or the engine chose. */
  readonly synthesized: string;
  readonly found: string | Unidentified;
}

const NAMED_BY_THE_ENGINE: Unidentified = {
  result: "undecided",
  message: "has a name that the engine chose: verify it from the exported state (--state)",
};

function isAutomaticallyNamed({ type, inputs }: ResourceState): boolean {
  const named = Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type]?.named : undefined;
  return named !== undefined && inputs[named] === undefined;
}

async function findKey(
  reader: Reader,
  region: string,
  { id = "" }: ResourceState,
  resources: readonly ResourceState[],
): Promise<Found> {
  const alias = resources.find(({ type, inputs }) => type === "aws:kms/alias:Alias" && inputs["targetKeyId"] === id);
  if (alias === undefined) {
    const message = "has no alias in the stack, and its id is only known from the exported state (--state)";
    return { synthesized: id, found: { result: "undecided", message } };
  }
  const name = textOf(alias.inputs["name"]);
  const target = await targetOfAlias(reader, region, name);
  const missing = {
    result: "fail",
    message: `is missing in the account: no ${name} leads to a key in ${region}`,
  } as const;
  return { synthesized: id, found: target?.keyId ?? missing };
}

async function findGuardrail(reader: Reader, region: string, { inputs, outputs }: ResourceState): Promise<Found> {
  const synthesized = textOf(outputs["guardrailId"]);
  const name = textOf(inputs["name"]);
  const drafts = await guardrailsOf(reader, region, {});
  const [first, ...more] = drafts.filter((guardrail) => guardrail.name === name).map(({ id = "" }) => id);
  if (first === undefined) {
    const message = `is missing in the account: no guardrail in ${region} is named ${name}`;
    return { synthesized, found: { result: "fail", message } };
  }
  const message = `is one of ${[first, ...more].join(", ")}: verify it from the exported state (--state)`;
  return { synthesized, found: more.length === 0 ? first : { result: "undecided", message } };
}

async function findBackupPlan(reader: Reader, region: string, { id = "", inputs }: ResourceState): Promise<Found> {
  const name = textOf(inputs["name"]);
  const [first, ...more] = await backupPlansNamed(reader, region, name);
  if (first === undefined) {
    const message = `is missing in the account: no backup plan in ${region} is named ${name}`;
    return { synthesized: id, found: { result: "fail", message } };
  }
  const message = `is one of ${[first, ...more].join(", ")}: verify it from the exported state (--state)`;
  return { synthesized: id, found: more.length === 0 ? first : { result: "undecided", message } };
}

/** AWS makes up an id behind the name. */
async function findConnection(reader: Reader, region: string, { inputs, outputs }: ResourceState): Promise<Found> {
  const name = textOf(inputs["name"]);
  const there = await reader.read("events:DescribeConnection", region, { Name: name });
  return { synthesized: textOf(outputs["arn"]), found: there?.ConnectionArn ?? noneNamed("connection", region, name) };
}

async function findApiDestination(reader: Reader, region: string, { inputs, outputs }: ResourceState): Promise<Found> {
  const name = textOf(inputs["name"]);
  const there = await reader.read("events:DescribeApiDestination", region, { Name: name });
  return {
    synthesized: textOf(outputs["arn"]),
    found: there?.ApiDestinationArn ?? noneNamed("API destination", region, name),
  };
}

function noneNamed(what: string, region: string, name: string): Unidentified {
  return { result: "fail", message: `is missing in the account: no ${what} in ${region} is named ${name}` };
}

/** A region has one. */
async function findDetector(reader: Reader, region: string, { id = "" }: ResourceState): Promise<Found> {
  const missing = {
    result: "fail",
    message: `is missing in the account: ${region} has no GuardDuty detector`,
  } as const;
  return { synthesized: id, found: (await detectorOf(reader, region)) ?? missing };
}

async function findRole(reader: Reader, role: ResourceState): Promise<Found> {
  const synthesized = textOf(role.outputs["name"]);
  const there = await reader.read("iam:GetRole", reader.homeRegion, { RoleName: synthesized });
  if (there !== undefined) {
    return { synthesized, found: synthesized };
  }
  const roles = await rolesUnder(reader, reader.homeRegion, "/");
  const names = roles.flatMap(({ RoleName = "" }) => RoleName);
  return { synthesized, found: theOne(names, role) };
}

async function findRolePolicy(reader: Reader, policy: ResourceState, role: string): Promise<Found> {
  const synthesized = textOf(policy.outputs["name"]);
  if (role.includes(UNKNOWN_VALUE)) {
    return { synthesized, found: { result: "undecided", message: "belongs to a role that was not found" } };
  }
  const names = await inlinePolicies(reader, reader.homeRegion, role);
  return { synthesized, found: names.includes(synthesized) ? synthesized : theOne(names, policy) };
}

/** The engine appends seven hexadecimal digits to the name in the program. */
function theOne(names: readonly string[], { urn }: ResourceState): string | Unidentified {
  const { name } = urnParts(urn);
  const candidates = names
    .filter((candidate) => candidate.startsWith(`${name}-`) && /^[0-9a-f]{7}$/.test(candidate.slice(name.length + 1)))
    .sort();
  const [first, ...more] = candidates;
  if (first === undefined) {
    return {
      result: "fail",
      message: `is missing in the account: nothing is named ${name} with seven digits after it`,
    };
  }
  return more.length === 0
    ? first
    : {
        result: "undecided",
        message: `is one of ${candidates.join(", ")}: verify it from the exported state (--state)`,
      };
}

function withReplaced(resource: ResourceState, replacements: ReadonlyMap<string, string>): ResourceState {
  const change = (part: WireValue): WireValue => (typeof part === "string" ? replaced(part, replacements) : part);
  const inMap = (map: WireMap): WireMap => mapWireMap(map, change);
  return {
    ...resource,
    ...(resource.id === undefined ? {} : { id: textOf(mapWire(resource.id, change)) }),
    inputs: inMap(resource.inputs),
    outputs: inMap(resource.outputs),
  };
}

function replaced(text: string, replacements: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [synthesized, real] of replacements) {
    result = result.replaceAll(synthesized, real);
  }
  return result;
}
