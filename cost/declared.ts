/** The resources of a stack as the cost of them needs them: with a region, and without what is not known yet. */
import { providerUrn, type ResourceState, type StackState, type WireValue, urnParts } from "../pulumi/stack-state";
import { isWireMap, SECRET_SIGNATURE, signatureOf, toAnalyzerMap, UNKNOWN_VALUE } from "../pulumi/wire";

/** A value without secrets, outputs and references. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [name: string]: Plain;
}

/** One declared resource. */
export interface Declared {
  readonly urn: string;
  readonly name: string;
  /** The types of its parents, outermost first, and its own. */
  readonly types: readonly string[];
  readonly type: string;
  readonly region: string;
  readonly properties: PlainMap;
}

/** @param fallbackRegion the region of resources that neither themselves nor their provider name one */
export function declaredIn(state: StackState, fallbackRegion: string): readonly Declared[] {
  const { resources } = state.deployment;
  const providerRegions = new Map(
    resources.filter(({ type }) => type === "pulumi:providers:aws").map(({ urn, inputs }) => [urn, inputs["region"]]),
  );
  return resources.map((resource) => {
    const { qualifiedType, name } = urnParts(resource.urn);
    const properties = propertiesOf(resource);
    const providerRegion =
      resource.provider === undefined ? undefined : providerRegions.get(providerUrn(resource.provider));
    const region = properties["region"] ?? providerRegion;
    return {
      urn: resource.urn,
      name,
      types: qualifiedType.split("$"),
      type: resource.type,
      region: typeof region === "string" ? region : fallbackRegion,
      properties,
    };
  });
}

/** What the program asked for, and what AWS made of the rest. */
function propertiesOf({ inputs, outputs }: ResourceState): PlainMap {
  return { ...knownOf(toAnalyzerMap(outputs)), ...knownOf(toAnalyzerMap(inputs)) };
}

function knownOf(map: Readonly<Record<string, WireValue>>): PlainMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, value]) => {
      const known = plain(value);
      return known === undefined ? [] : [[name, known]];
    }),
  );
}

/** @returns undefined for what is not known yet. */
function plain(value: WireValue): Plain | undefined {
  if (value === UNKNOWN_VALUE) {
    return undefined;
  }
  if (isWireMap(value)) {
    return signatureOf(value) === SECRET_SIGNATURE ? plain(value["value"] ?? null) : knownOf(value);
  }
  return isList(value) ? value.map(plain).filter((item) => item !== undefined) : value;
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

/** The value at a path of property names; undefined where there is none. */
export function at(value: Plain | undefined, ...path: readonly string[]): Plain | undefined {
  return path.reduce<Plain | undefined>((inner, name) => (isMap(inner) ? inner[name] : undefined), value);
}

export function textAt(value: Plain | undefined, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" ? found : undefined;
}

export function numberAt(value: Plain | undefined, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === "number" ? found : undefined;
}

/** The items of a list; none where there is no list. */
export function listAt(value: Plain | undefined, ...path: readonly string[]): readonly Plain[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as readonly Plain[]) : []; // Array.isArray loses the items' type
}

function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
