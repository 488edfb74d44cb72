/** Stack rules that ask one question of each resource of a type, and how they tell the resources apart. */
import { type Unknown, UNKNOWN, at } from "../properties";
import { type OneOf, type ResourceType, tokensOf } from "../resource-type";
import { type Result, type Results, pass } from "../result";
import type { Stack, StackResource } from "./stack";
import type { Truth } from "../truth";

/** Asks the question of every resource of the type or types; what is found is said of that resource. */
export function eachOf<Properties extends object>(
  stack: Stack,
  subject: ResourceType<Properties> | OneOf<Properties>,
  check: (resource: StackResource<Properties>) => Results,
): Results {
  const resources = tokensOf(subject).flatMap((token) => stack.ofToken(token));
  const results = resources.flatMap((resource) => about(resource, check(resource)));
  const findings = results.filter(isFinding);
  if (findings.length > 0) {
    return findings;
  }
  const excused = results.find(({ status }) => status === "not-applicable");
  return excused !== undefined && results.every(({ status }) => status === "not-applicable") ? excused : pass;
}

/** Gives the results that name no resource the given one. */
export function about(resource: StackResource, results: Results): readonly Result[] {
  return [results].flat().map((result) => (isFinding(result) ? { urn: resource.urn, ...result } : result));
}

function isFinding(result: Result): result is Extract<Result, { readonly property: string }> {
  return result.status === "fail" || result.status === "undecided" || result.status === "exempt";
}

/** Stands for the provider's own region, which no resource without a region tells. */
export const PROVIDERS_REGION = "";

/**
 * The region of a resource: its own, else that of the nearest component around it that says one, else
 * {@link PROVIDERS_REGION}.
 */
export function regionOf(stack: Stack, resource: StackResource): string | Unknown {
  let here: StackResource | undefined = resource;
  let unknown = false;
  while (here !== undefined) {
    const region = at(here.properties, "region");
    if (typeof region === "string") {
      return region;
    }
    unknown ||= region === UNKNOWN;
    const { parent }: StackResource = here;
    here = parent === undefined ? undefined : stack.withUrn(parent);
  }
  return unknown ? UNKNOWN : PROVIDERS_REGION;
}

export function inSameRegion(stack: Stack, one: StackResource, other: StackResource): Truth {
  const [region, otherRegion] = [regionOf(stack, one), regionOf(stack, other)];
  return region === UNKNOWN || otherRegion === UNKNOWN ? UNKNOWN : region === otherRegion;
}

/**
 * Whether the resource is in one of the regions that an account's baseline governs. The provider's region is one of them:
 * it is told apart only when there is no other.
 */
export function isInGovernedRegion(
  stack: Stack,
  resource: StackResource,
  region: string,
  governed: readonly unknown[],
): Truth {
  const actual = regionOf(stack, resource);
  if (actual === PROVIDERS_REGION) {
    return governed.length === 1 ? true : UNKNOWN;
  }
  return actual === UNKNOWN ? UNKNOWN : actual === region;
}

/** Whether the first resource is made after the second: it depends on it, directly or through others. */
export function comesAfter(stack: Stack, resource: StackResource, earlier: StackResource): boolean {
  const seen = new Set<string>();
  const open = [...dependenciesOf(resource)];
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    const dependency = stack.withUrn(urn);
    if (!seen.has(urn) && dependency !== undefined) {
      seen.add(urn);
      open.push(...dependenciesOf(dependency));
    }
  }
  return seen.has(earlier.urn);
}

function dependenciesOf(resource: StackResource): readonly string[] {
  return [...resource.dependencies, ...Object.values(resource.propertyDependencies).flat()];
}
