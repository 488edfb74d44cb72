/** What a program gave a resource, as against what a provider shows in the same place. */
import type { StackResource } from "./stack";

/**
 * Whether the program gave the property. A provider fills in what the program left out, so that a value alone does not tell; the engine
 * keeps a list of dependencies, which may be empty, of each property that the program gave, and of no other.
 */
export function isGiven({ propertyDependencies }: StackResource, property: string): boolean {
  return Object.hasOwn(propertyDependencies, property);
}
