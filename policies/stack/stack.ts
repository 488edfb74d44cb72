/** A stack as stack rules see it: every resource, and the references between them. */
import { formsOf, hasForms } from "../forms";
import { grouped } from "../groups";
import { type PropertyMap, type Value, UNKNOWN, at } from "../properties";
import { type PathOf, type PropertiesOf, type ResourceType, resourceType } from "../resource-type";

export interface StackResource<Properties extends object = object> {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Outputs where they are known, inputs otherwise; read from the engine on first use. */
  readonly properties: PropertiesOf<Properties>;
  readonly protect: boolean;
  readonly parent: string | undefined;
  readonly dependencies: readonly string[];
  /** Property name -> URNs of the resources whose outputs flow into it. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** A resource of the type. */
export type StackResourceOf<Type extends ResourceType> = StackResource<NonNullable<Type["__properties"]>>;

/** What a property references. */
export type Referenced<Properties extends object = object> =
  | {
      readonly found: "resources";
      readonly resources: readonly [StackResource<Properties>, ...StackResource<Properties>[]];
    }
  /** The property is set to something that no resource of this stack is: another stack's, or imported. */
  | { readonly found: "elsewhere" }
  | { readonly found: "unknown" }
  | { readonly found: "absent" };

/** Outputs by which a resource is referred to, besides its URN. */
const IDENTITIES = ["arn", "id", "bucket", "name", "keyId"] as const;

/** A resource that another stands for. */
interface FormResource extends StackResource {
  readonly declared: StackResource;
  /** The property of the declared resource that holds it. @default - the whole resource */
  readonly within?: string;
}

export class Stack {
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly byType: ReadonlyMap<string, readonly StackResource[]>;
  private readonly formsByUrn: ReadonlyMap<string, FormResource>;
  /** URN of a resource -> what it stands for besides itself. */
  private readonly forms: ReadonlyMap<string, readonly FormResource[]>;
  /** Type -> identity -> resources, made on first use. */
  private readonly identities = new Map<string, ReadonlyMap<string, readonly StackResource[]>>();
  /** Type, property and type of the target -> URN of the target -> the resources that reference it, made on first use. */
  private readonly sources = new Map<string, ReadonlyMap<string, readonly StackResource[]>>();

  /** @param resources as they are declared; what they stand for besides is found by its type. */
  constructor(readonly resources: readonly StackResource[]) {
    const forms = resources.flatMap(formsOfResource);
    const all = [...resources, ...forms];
    this.byUrn = new Map(all.map((resource) => [resource.urn, resource]));
    this.byType = grouped(all.map((resource) => [resource.type, resource]));
    this.formsByUrn = new Map(forms.map((form) => [form.urn, form]));
    this.forms = grouped(forms.map((form) => [form.declared.urn, form]));
  }

  /** The resource of a finding as the program declares it, and the property that the finding is about. */
  declaredAs(urn: string, property: string): { readonly urn: string; readonly property: string } {
    const form = this.formsByUrn.get(urn);
    return form === undefined ? { urn, property } : { urn: form.declared.urn, property: form.within ?? property };
  }

  /** All that rules can be about: what is declared, and what that stands for besides. */
  subjects(): readonly StackResource[] {
    return [...this.resources, ...this.formsByUrn.values()];
  }

  withUrn(urn: string): StackResource | undefined {
    return this.byUrn.get(urn);
  }

  ofType<Properties extends object>({ token }: ResourceType<Properties>): readonly StackResource<Properties>[] {
    return this.ofToken(token);
  }

  ofToken(token: string): readonly StackResource[] {
    return this.byType.get(token) ?? [];
  }

  /**
   * Follows a property to the resources of the given type that it refers to: by the recorded property dependencies,
   * and, where the program passed a plain string, by the identity that the string names.
   * @param property a top-level property or a dotted path below one.
   */
  references<Properties extends object>(
    resource: StackResource,
    property: string,
    type: ResourceType<Properties>,
  ): Referenced<Properties> {
    const value = at(resource.properties, property);
    if (value === undefined) {
      return { found: "absent" };
    }
    const [top = property] = property.split(".");
    const flowing = (resource.propertyDependencies[top] ?? []).flatMap((urn) => [
      this.byUrn.get(urn),
      ...(this.forms.get(urn) ?? []),
    ]);
    const linked = flowing
      .filter((candidate) => candidate !== undefined)
      .filter((candidate) => candidate.type === type.token)
      .filter((candidate) => mayHold(value, candidate));
    const named = this.named(value, type.token);
    // Two regions may hold groups of one name, and a document can draw on several resources: what is both linked and
    // named is meant; a name alone stands for a plain string, a link alone for a value that holds an identity or may.
    const both = named.filter((candidate) => linked.includes(candidate));
    const [first, ...rest] = [both, named, linked].find((found) => found.length > 0) ?? [];
    if (first !== undefined) {
      return { found: "resources", resources: [first, ...rest] };
    }
    return { found: value === UNKNOWN ? "unknown" : "elsewhere" };
  }

  /** The resources of a type whose property references the given resource: the policies of a bucket, the alias of a key. */
  referencing<Properties extends object>(
    target: StackResource,
    type: ResourceType<Properties>,
    property: PathOf<Properties>,
  ): readonly StackResource<Properties>[] {
    const key = `${type.token} ${property} ${target.type}`;
    const known = this.sources.get(key) ?? this.sourcesOf(type, property, resourceType(target.type));
    this.sources.set(key, known);
    return known.get(target.urn) ?? [];
  }

  private sourcesOf(
    type: ResourceType,
    property: string,
    targetType: ResourceType,
  ): ReadonlyMap<string, readonly StackResource[]> {
    return grouped(
      this.ofType(type).flatMap((source) => {
        const reference = this.references(source, property, targetType);
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
      (this.byType.get(type) ?? []).flatMap((resource) => {
        const { properties }: { readonly properties: PropertyMap } = resource;
        const values = new Set(IDENTITIES.map((identity) => properties[identity]));
        return [...values].filter((value) => typeof value === "string").map((value) => [value, resource] as const);
      }),
    );
  }
}

/**
 * Whether the program gave the property. A provider fills in what the program left out, so that a value alone does not tell; the engine
 * keeps a list of dependencies, which may be empty, of each property that the program gave, and of no other.
 */
export function isGiven({ propertyDependencies }: StackResource, property: string): boolean {
  return Object.hasOwn(propertyDependencies, property);
}

/**
 * What a resource stands for besides itself. A part within it counts only where the program gave it, since a provider shows on a bucket
 * what others declare apart from it.
 */
function formsOfResource(declared: StackResource): readonly FormResource[] {
  const { urn, type, name, protect, parent } = declared;
  if (!hasForms(type)) {
    return [];
  }
  const { dependencies, propertyDependencies } = declared;
  return formsOf(type, declared.properties)
    .filter(({ within }) => within === undefined || isGiven(declared, within))
    .map(({ type: formType, properties, within }) => ({
      urn: `${urn}#${within ?? formType}`,
      type: formType,
      name,
      properties,
      protect,
      parent,
      dependencies,
      // A part belongs to the resource in which it stands.
      propertyDependencies: within === undefined ? propertyDependencies : { ...propertyDependencies, bucket: [urn] },
      declared,
      ...(within === undefined ? {} : { within }),
    }));
}

/**
 * Whether a value into which a resource flows can be a reference to it: a text that holds none of its identities is the name of
 * something else, made of the resource's own, such as `${bucket.bucket}-copy`.
 */
function mayHold(value: Value, { properties }: StackResource): boolean {
  const identities = IDENTITIES.map((identity) => (properties as PropertyMap)[identity]);
  return (
    typeof value !== "string" ||
    identities.includes(UNKNOWN) ||
    identities.every((identity) => identity === undefined) ||
    identities.some((identity) => typeof identity === "string" && holdsWhole(value, identity))
  );
}

/** Whether the text holds the identity as a part of its own: not as the beginning or the end of another name. */
function holdsWhole(text: string, identity: string): boolean {
  for (let index = text.indexOf(identity); index !== -1 && identity !== ""; index = text.indexOf(identity, index + 1)) {
    // The name of a bucket may go on after a dot; its domain name does so with `.s3`.
    const goesOn = /^([\w-]|\.(?!s3[.-]))/.test(text.slice(index + identity.length));
    if (!goesOn && !/[\w-]/.test(text[index - 1] ?? "")) {
      return true;
    }
  }
  return false;
}
