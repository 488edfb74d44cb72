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
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly byType: ReadonlyMap<string, readonly StackResource[]>;
  /** Type -> identity -> resources, made on first use. */
  private readonly identities = new Map<string, ReadonlyMap<string, readonly StackResource[]>>();
  /** Type, property and type of the target -> URN of the target -> the resources that lead to it, made on first use. */
  private readonly sources = new Map<string, ReadonlyMap<string, readonly StackResource[]>>();

  constructor(readonly resources: readonly StackResource[]) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.byType = grouped(resources.map((resource) => [resource.type, resource]));
  }

  withUrn(urn: string): StackResource | undefined {
    return this.byUrn.get(urn);
  }

  ofType(type: string): readonly StackResource[] {
    return this.byType.get(type) ?? [];
  }

  /**
   * Follows a property to the resources of the given type that it refers to: by the recorded property dependencies,
   * and, where the program passed a plain string, by the identity that the string names.
   * @param property a top-level property or a dotted path below one.
   */
  behind(resource: StackResource, property: string, type: string): Referenced {
    const value = at(resource.properties, property);
    if (value === undefined) {
      return { found: "absent" };
    }
    const [top = property] = property.split(".");
    const flowing = (resource.propertyDependencies[top] ?? []).map((urn) => this.byUrn.get(urn));
    const linked = flowing
      .filter((candidate) => candidate !== undefined)
      .filter((candidate) => candidate.type === type);
    const named = this.named(value, type);
    // Two regions may hold groups of one name, and a document can draw on several resources: what is both linked and
    // named is meant; a name alone stands for a plain string, a link alone for a value that is not an identity.
    const both = named.filter((candidate) => linked.includes(candidate));
    const [first, ...rest] = [both, named, linked].find((found) => found.length > 0) ?? [];
    if (first !== undefined) {
      return { found: "resources", resources: [first, ...rest] };
    }
    return { found: value === UNKNOWN ? "unknown" : "elsewhere" };
  }

  /** The resources of a type whose property leads to the given resource: the policies of a bucket, the alias of a key. */
  pointingAt(target: StackResource, type: string, property: string): readonly StackResource[] {
    const key = `${type} ${property} ${target.type}`;
    const known = this.sources.get(key) ?? this.sourcesOf(type, property, target.type);
    this.sources.set(key, known);
    return known.get(target.urn) ?? [];
  }

  private sourcesOf(type: string, property: string, targetType: string): ReadonlyMap<string, readonly StackResource[]> {
    return grouped(
      this.ofType(type).flatMap((source) => {
        const reference = this.behind(source, property, targetType);
        const targets = reference.found === "resources" ? reference.resources : [];
        return targets.map(({ urn }) => [urn, source] as const);
      }),
    );
  }

  private named(value: Value, type: string): readonly StackResource[] {
    if (typeof value !== "string" || value === "") {
      return [];
    }
    const known = this.identities.get(type) ?? this.identitiesOf(type);
    this.identities.set(type, known);
    // CloudTrail wants a log group's ARN with a trailing wildcard.
    return known.get(value.endsWith(":*") ? value.slice(0, -2) : value) ?? [];
  }

  private identitiesOf(type: string): ReadonlyMap<string, readonly StackResource[]> {
    return grouped(
      this.ofType(type).flatMap((resource) => {
        const values = new Set(IDENTITIES.map((identity) => resource.properties[identity]));
        return [...values].filter((value) => typeof value === "string").map((value) => [value, resource] as const);
      }),
    );
  }
}

function grouped<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, item] of entries) {
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}
