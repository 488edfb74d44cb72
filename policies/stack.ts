/** A stack as stack rules see it: every resource, and the references between them. */
import { type PropertyMap, type Value, UNKNOWN, at } from "./properties";

export interface StackResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Outputs where they are known, inputs otherwise; read from the engine on first use. */
  readonly properties: PropertyMap;
  readonly protect: boolean;
  readonly parent: string | undefined;
  readonly dependencies: readonly string[];
  /** Property name -> URNs of the resources whose outputs flow into it. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What a reference leads to. */
export type Referenced =
  | { readonly found: "resources"; readonly resources: readonly [StackResource, ...StackResource[]] }
  /** The property is set to something that no resource of this stack is: another stack's, or imported. */
  | { readonly found: "elsewhere" }
  | { readonly found: "unknown" }
  | { readonly found: "absent" };

/** Outputs by which a resource is referred to, besides its URN. */
const IDENTITIES = ["arn", "id", "bucket", "name", "keyId"] as const;

export class Stack {
  constructor(readonly resources: readonly StackResource[]) {}

  ofType(type: string): readonly StackResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /**
   * Follows a property to the resources of the given type that it refers to: by the recorded property dependencies,
   * and, where the program passed a plain string, by the identity that the string names.
   * @param property a top-level property or a dotted path below one.
   */
  behind(resource: StackResource, property: string, type: string): Referenced {
    const [top = property] = property.split(".");
    const value = at(resource.properties, property);
    const candidates = this.ofType(type);
    const named = candidates.filter((candidate) => refersTo(value, candidate));
    const flowing = new Set(resource.propertyDependencies[top] ?? []);
    const linked = candidates.filter((candidate) => flowing.has(candidate.urn));
    // Two regions may hold groups of one name, and a document can draw on several resources: what is both linked and
    // named is meant; a name alone stands for a plain string, a link alone for a value that is not an identity.
    const both = named.filter((candidate) => linked.includes(candidate));
    const [first, ...rest] = [both, named, linked].find((found) => found.length > 0) ?? [];
    if (first !== undefined) {
      return { found: "resources", resources: [first, ...rest] };
    }
    if (value === undefined) {
      return { found: "absent" };
    }
    return { found: value === UNKNOWN ? "unknown" : "elsewhere" };
  }

  /** The resources of a type whose property leads to the given resource: the policies of a bucket, the alias of a key. */
  pointingAt(target: StackResource, type: string, property: string): readonly StackResource[] {
    return this.ofType(type).filter((candidate) => {
      const reference = this.behind(candidate, property, target.type);
      return reference.found === "resources" && reference.resources.some(({ urn }) => urn === target.urn);
    });
  }
}

function refersTo(value: Value | undefined, candidate: StackResource): boolean {
  if (typeof value !== "string" || value === "") {
    return false;
  }
  // CloudTrail wants a log group's ARN with a trailing wildcard.
  const plain = value.endsWith(":*") ? value.slice(0, -2) : value;
  return IDENTITIES.some((identity) => candidate.properties[identity] === plain);
}
