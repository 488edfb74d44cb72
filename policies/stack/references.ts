/** How a stack rule goes from its subject to what the subject refers to, without claiming what the stack does not show. */
import { at } from "../properties";
import type { ResourceType } from "../resource-type";
import { type Results, notApplicable, undecided } from "../result";
import type { Stack, StackResource } from "./stack";

/**
 * Checks every resource of a type that a property references. A reference that is not yet known, or that leads out of
 * the stack, is undecided; an absent one is not this rule's concern, because another rule requires the property.
 */
export function followed<Properties extends object>(
  stack: Stack,
  from: StackResource,
  property: string,
  type: ResourceType<Properties>,
  check: (target: StackResource<Properties>) => Results,
): Results {
  // A dependency may be recorded of a property that came to nothing.
  if (at(from.properties, property) === undefined) {
    return notApplicable(`${from.name} does not set ${property}`);
  }
  const reference = stack.references(from, property, type);
  switch (reference.found) {
    case "resources":
      return reference.resources.flatMap(check);
    case "elsewhere":
      return undecided(property, "references what this stack does not declare, which cannot be checked here");
    default:
      return undecided(property);
  }
}

/** The resources of the stack that a property refers to; none where it leads elsewhere or is not known. */
export function referenced(
  stack: Stack,
  resource: StackResource,
  property: string,
  type: ResourceType,
): readonly StackResource[] {
  const reference = stack.references(resource, property, type);
  return reference.found === "resources" ? reference.resources : [];
}
