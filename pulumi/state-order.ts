/** The order of resources in a state. */
import { type ResourceState, providerUrn } from "./stack-state";

/**
 * Sorts every resource after those that it refers to (parent, provider, dependencies), which Pulumi requires, and
 * otherwise by URN, so that a program always gives the same state regardless of the order of its registrations.
 * Terminates even for resources that refer to each other in a circle, which no engine creates.
 */
export function inDependencyOrder(resources: readonly ResourceState[]): readonly ResourceState[] {
  return walk([...resources].sort((one, other) => (one.urn < other.urn ? -1 : 1))).ordered;
}

/** Two resources, of which each refers to the other, on whatever way; `undefined` if there are none. */
export function circleOf(resources: readonly ResourceState[]): readonly [ResourceState, ResourceState] | undefined {
  return walk(resources).circle;
}

/** A resource whose references are being followed. */
interface Step {
  readonly resource: ResourceState;
  readonly needs: Iterator<string, undefined>;
}

/** Depth first and without recursion, because references can be many thousands deep. */
function walk(resources: readonly ResourceState[]): {
  readonly ordered: readonly ResourceState[];
  readonly circle: readonly [ResourceState, ResourceState] | undefined;
} {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ordered = new Set<ResourceState>();
  const visited = new Set<ResourceState>();
  let circle: readonly [ResourceState, ResourceState] | undefined;
  for (const start of resources) {
    const way: Step[] = [];
    const enter = (resource: ResourceState): void => {
      visited.add(resource);
      way.push({ resource, needs: referredTo(resource).values() });
    };
    if (!visited.has(start)) {
      enter(start);
    }
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const { value: urn, done } = step.needs.next();
      const needed = done === true ? undefined : byUrn.get(urn);
      if (done === true) {
        ordered.add(step.resource);
        way.pop();
      } else if (needed !== undefined && !visited.has(needed)) {
        enter(needed);
      } else if (needed !== undefined && !ordered.has(needed)) {
        circle ??= [step.resource, needed];
      }
    }
  }
  return { ordered: [...ordered], circle };
}

function referredTo({ parent, provider, dependencies = [], propertyDependencies = {} }: ResourceState): string[] {
  const direct = [parent, provider === undefined ? undefined : providerUrn(provider)].filter(
    (urn) => urn !== undefined,
  );
  const flowing = Object.values(propertyDependencies).flat();
  return [...direct, ...[...dependencies, ...flowing].sort()];
}
