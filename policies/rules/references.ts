/** How a stack rule goes from its subject to what the subject refers to, without claiming what the stack does not show. */
import { type Judgement, type Judgements, notApplicable, undecided } from "../judgement";
import { at } from "../properties";
import type { Stack, StackResource } from "../stack";

/**
 * Judges every resource of a type to which a property leads. A reference that is not yet known, or that leads out of
 * the stack, is undecided; an absent one is not this rule's concern, because another rule demands the property.
 */
export function followed(
  stack: Stack,
  from: StackResource,
  property: string,
  type: string,
  judge: (target: StackResource) => Judgements,
): Judgements {
  // A dependency may be recorded of a property that came to nothing.
  if (at(from.properties, property) === undefined) {
    return notApplicable(`${from.name} does not set ${property}`);
  }
  const reference = stack.behind(from, property, type);
  switch (reference.found) {
    case "resources":
      return reference.resources.flatMap(judge);
    case "elsewhere":
      return undecidedElsewhere(property);
    default:
      return undecided(property);
  }
}

function undecidedElsewhere(property: string): Judgement {
  const message = "it names what this stack does not declare, which cannot be judged here";
  return { verdict: "undecided", property, message };
}
