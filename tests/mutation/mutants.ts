/** One edit each: every way in which a declared resource is made a little less than what its component declares. */
import { type ResourceState, type WireMap, type WireValue, urnParts } from "../../pulumi/stack-state";
import { ADDITIONS, OTHER_VALUES } from "./edits";
import { documentEdits, isPolicyDocument } from "./document-mutants";

export type Kind =
  | "remove" // the whole resource
  | "unprotect"
  | "delete" // a property
  | "flip" // a switch
  | "set" // another number, or another legal word
  | "drop-item" // an item of a list
  | "add" // a property that the component leaves out
  | "drop-statement"
  | "drop-condition"
  | "open-condition" // a condition's value becomes "*"
  | "everyone" // a principal becomes "*"
  | "every-resource"
  | "every-action"
  | "reverse"; // Allow becomes Deny, and the other way about

export interface Mutant {
  readonly kind: Kind;
  /** Without the provider's package: `cloudtrail/trail:Trail`. */
  readonly type: string;
  /** The resource's name without what differs between regions: `invocations-key`. */
  readonly role: string;
  /** Dotted; a statement of a policy document is named by its Sid: `policy.DenyInsecureTransport.Condition.Bool`. */
  readonly path: string;
  /** What the property becomes, where the kind does not tell. */
  readonly value?: WireValue;
  readonly urn: string;
  /** The resource after the edit; absent when it is removed. */
  readonly resource?: ResourceState;
}

/** One change of a map of inputs. */
export interface Edit {
  readonly kind: Kind;
  readonly path: string;
  readonly value?: WireValue;
  readonly make: (properties: WireMap) => WireMap;
}

/** The mutant in one line. */
export function titleOf({ kind, type, role, path, value }: Mutant): string {
  const to = value === undefined ? "" : ` = ${JSON.stringify(value)}`;
  return `${kind} ${type} ${role}${path === "" ? "" : ` ${path}`}${to}`;
}

/**
 * The mutants of the resources that a provider makes; what a component notes of itself is not declared anywhere.
 * Resources that are alike but for their region, and Config rules that differ in their names only, are edited once; each
 * is removed all the same.
 */
export function mutantsOf(resources: readonly ResourceState[]): readonly Mutant[] {
  const made = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const edited = firstOfEach(made, (resource) => `${resource.type} ${editedAs(resource)}`).flatMap(editsOf);
  const removed = firstOfEach(made, (resource) => `${resource.type} ${roleOf(resource)}`).map((resource) => ({
    ...head(resource),
    kind: "remove" as const,
    path: "",
  }));
  return [...edited, ...removed];
}

function head(resource: ResourceState): Pick<Mutant, "type" | "role" | "urn"> {
  return { type: shortType(resource), role: roleOf(resource), urn: resource.urn };
}

function shortType({ type }: ResourceState): string {
  return type.replace(/^aws:/, "");
}

function roleOf({ urn }: ResourceState): string {
  return urnParts(urn)
    .name.replace(/^baseline-/, "")
    .replace(/^[a-z]{2}-[a-z]+-\d-/, "");
}

function editedAs(resource: ResourceState): string {
  return resource.type === "aws:cfg/rule:Rule" ? shapeOf(resource.inputs) : roleOf(resource);
}

/** The value with all texts alike. */
function shapeOf(value: WireValue): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "string" ? (inner.startsWith("{") ? "{}" : "") : inner,
  );
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) {
      first.set(key, item);
    }
  }
  return [...first.values()];
}

function editsOf(resource: ResourceState): readonly Mutant[] {
  const edits = [...propertyEdits(resource.inputs), ...additions(resource)].map(
    ({ kind, path, value, make }): Mutant => ({
      ...head(resource),
      kind,
      path,
      ...(value === undefined ? {} : { value }),
      resource: {
        ...resource,
        inputs: make(resource.inputs),
        outputs: make(resource.outputs),
        ...(kind === "delete" ? { propertyDependencies: withoutKey(resource.propertyDependencies ?? {}, path) } : {}),
      },
    }),
  );
  const unprotected: Mutant = {
    ...head(resource),
    kind: "unprotect",
    path: "protect",
    resource: { ...resource, protect: false },
  };
  return resource.protect === true ? [...edits, unprotected] : edits;
}

/** A property that is not set depends on nothing. */
function withoutKey<T>(map: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

function additions({ type }: ResourceState): readonly Edit[] {
  return (ADDITIONS[type] ?? []).map(({ path, value }) => ({
    kind: "add",
    path,
    value,
    make: (properties) => editAt(properties, path.split("."), () => value) as WireMap, // a map stays a map
  }));
}

function propertyEdits(inputs: WireMap): readonly Edit[] {
  return Object.entries(inputs).flatMap(([name, value]) => valueEdits(value, [name]));
}

/** The edits of the value at a path, and of everything below it. */
function valueEdits(value: WireValue, path: readonly string[]): readonly Edit[] {
  const deleted: Edit = {
    kind: "delete",
    path: path.join("."),
    make: (map) => editAt(map, path, () => undefined) as WireMap,
  };
  return [deleted, ...changesOf(value, path)];
}

function changesOf(value: WireValue, path: readonly string[]): readonly Edit[] {
  const setTo =
    (kind: Kind) =>
    (changed: WireValue): Edit => ({
      kind,
      path: path.join("."),
      ...(kind === "flip" ? {} : { value: changed }),
      make: (map) => editAt(map, path, () => changed) as WireMap, // a map stays a map
    });
  if (typeof value === "boolean") {
    return [setTo("flip")(!value)];
  }
  if (typeof value === "number") {
    return [...new Set([0, 1, Math.floor(value / 2), 1_000_000])].filter((other) => other !== value).map(setTo("set"));
  }
  if (typeof value === "string") {
    const words = (OTHER_VALUES[path.at(-1) ?? ""] ?? []).filter((word) => word !== value).map(setTo("set"));
    return isPolicyDocument(value) ? documentEdits(value, path) : words;
  }
  if (isItems(value)) {
    const dropped = value.map((_, index): Edit => ({
      kind: "drop-item",
      path: [...path, String(index)].join("."),
      make: (map) => editAt(map, path, (list) => (list as WireValue[]).filter((__, at) => at !== index)) as WireMap, // a list, as before
    }));
    const different = firstOfEach([...value.entries()], ([, item]) => shapeOf(item));
    return [...dropped, ...different.flatMap(([index, item]) => changesOf(item, [...path, String(index)]))];
  }
  return value === null ? [] : Object.entries(value).flatMap(([name, inner]) => valueEdits(inner, [...path, name]));
}

function isItems(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

/** The value with what stands at the path changed; `undefined` takes it out, a missing map on the way is made. */
export function editAt(
  value: WireValue | undefined,
  [segment, ...rest]: readonly string[],
  change: (old: WireValue | undefined) => WireValue | undefined,
): WireValue | undefined {
  if (segment === undefined) {
    return change(value);
  }
  if (value !== undefined && isItems(value)) {
    const index = Number(segment);
    const items = [...value];
    const made = editAt(items[index], rest, change);
    items.splice(index, 1, ...(made === undefined ? [] : [made]));
    return items;
  }
  const map = typeof value === "object" && value !== null ? value : {}; // no list, see above
  const { [segment]: old, ...others } = map;
  const made = editAt(old, rest, change);
  return made === undefined ? others : { ...map, [segment]: made };
}
