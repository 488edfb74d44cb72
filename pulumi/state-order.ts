/** The order of resources in a state. */
import { type ResourceState, providerUrn } from "./stack-state";

/**
 * Sorts every resource after those that it refers to (parent, provider, dependencies), which Pulumi requires, and
 * otherwise by URN, so that a program always gives the same state regardless of the order of its registrations.
 */
export function inDependencyOrder(resources: readonly ResourceState[]): readonly ResourceState[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ordered = new Set<ResourceState>();
  // Separate from `ordered`, so that this terminates even for a state with a cycle, which no engine creates.
  const visited = new Set<ResourceState>();
  const place = (resource: ResourceState): void => {
    if (visited.has(resource)) {
      return;
    }
    visited.add(resource);
    for (const urn of referredTo(resource)) {
      const needed = byUrn.get(urn);
      if (needed !== undefined) {
        place(needed);
      }
    }
    ordered.add(resource);
  };
  [...resources].sort((one, other) => (one.urn < other.urn ? -1 : 1)).forEach(place);
  return [...ordered];
}

function referredTo({ parent, provider, dependencies = [], propertyDependencies = {} }: ResourceState): string[] {
  const direct = [parent, provider === undefined ? undefined : providerUrn(provider)].filter(
    (urn) => urn !== undefined,
  );
  const flowing = Object.values(propertyDependencies).flat();
  return [...direct, ...[...dependencies, ...flowing].sort()];
}
