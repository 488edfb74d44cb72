/** Resources that the tests of stack rules add to a stack or take apart. */
import type { ResourceState, WireMap } from "../../../pulumi/stack-state";

/** A resource of the stack `example`, outside any component. */
export function declared(
  type: string,
  name: string,
  properties: WireMap,
  related: Pick<ResourceState, "dependencies" | "parent" | "propertyDependencies"> = {},
): ResourceState {
  return { urn: urnOf(type, name), type, custom: true, inputs: properties, outputs: properties, ...related };
}

/** The URN of a resource made by {@link declared}. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:prod::example::${type}::${name}`;
}

/** The stack with the resources of the type (and name, when given) depending on the given URNs and on nothing else. */
export function dependingOn(
  resources: readonly ResourceState[],
  { type, name }: { readonly type: string; readonly name?: string },
  dependencies: readonly string[],
): readonly ResourceState[] {
  return resources.map((resource) => {
    const isMeant = resource.type === type && (name === undefined || nameOf(resource) === name);
    return isMeant ? { ...resource, dependencies, propertyDependencies: {} } : resource;
  });
}

export function nameOf({ urn }: ResourceState): string {
  return urn.split("::").at(-1) ?? "";
}
