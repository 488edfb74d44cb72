/** Verifies a stack: which of its resources, in which region, under which names. */
import { RESOURCE_TYPES } from "../facts/resource-identifiers";
import { type ResourceState, type StackState, providerUrn } from "../pulumi/stack-state";
import type { CheckId } from "./checks";
import { type IdentifiedState, identify, isPreviewed } from "./identities";
import type { Reader } from "./reader";
import { type CheckResult, isChecked, verifyResources } from "./verification";

export interface StackOptions {
  /** The only region to verify, with what has no region of its own. @default all of them */
  readonly region?: string;
  /** The checks to make. @default all of them */
  readonly wanted?: ReadonlySet<CheckId>;
  /** Called after each resource. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** @throws ReadError if what a preview left open cannot be looked for. */
export async function verifyStack(
  reader: Reader,
  state: StackState,
  { region, wanted, onProgress = () => undefined }: StackOptions = {},
): Promise<readonly CheckResult[]> {
  const { resources, unidentified, regionOf } = await deployedStack(reader, state);
  const meant = resources.filter(
    (resource) =>
      isDeployed(resource) &&
      (region === undefined || isGlobal(resource) || regionOf(resource) === region) &&
      isChecked(resource, wanted),
  );
  const wants = (check: CheckId): boolean => wanted?.has(check) ?? true;
  return verifyResources(reader, meant, resources, { wants, regionOf, unidentified, onProgress });
}

/** The region of a resource. */
export type RegionOf = (resource: Pick<ResourceState, "inputs" | "provider">) => string;

/**
 * The stack's resources under the names by which the account knows them.
 *
 * @throws ReadError if what a preview left open cannot be looked for.
 */
export async function deployedStack(
  reader: Reader,
  state: StackState,
): Promise<IdentifiedState & { readonly regionOf: RegionOf }> {
  const declared = state.deployment.resources;
  const regionOf = regionFinder(declared, reader.homeRegion);
  const identified = isPreviewed(state)
    ? await identify(reader, declared, regionOf)
    : { resources: declared, unidentified: new Map<string, never>() };
  return { ...identified, regionOf };
}

/** What the stack itself creates. */
function isDeployed({ custom, external, type }: ResourceState): boolean {
  return custom && external !== true && !type.startsWith("pulumi:");
}

function isGlobal({ type }: ResourceState): boolean {
  return Object.hasOwn(RESOURCE_TYPES, type) && RESOURCE_TYPES[type]?.global === true;
}

/** A resource's own region, else that of its provider, else the stack's. */
function regionFinder(resources: readonly ResourceState[], homeRegion: string): RegionOf {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return ({ inputs, provider }) => {
    const ofProvider = byUrn.get(providerUrn(provider ?? ""))?.inputs["region"];
    return [inputs["region"], ofProvider].find((region) => typeof region === "string") ?? homeRegion;
  };
}
