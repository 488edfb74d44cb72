/** A program's registration as plain data, and the resource state derived from it. Pure. */
import { pathToFileURL } from "node:url";
import { type ResourceState, type WireMap, type WireValue, STACK_TYPE, urnParts } from "../pulumi/stack-state";
import {
  ARCHIVE_SIGNATURE,
  ASSET_SIGNATURE,
  OUTPUT_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_VALUE,
  isWireMap,
  mapWire,
  signatureOf,
} from "../pulumi/wire";
import { holdsMark, settledText } from "./placeholders";

/** A registration after transforms. */
export interface Registration {
  readonly type: string;
  /** For people; where some of it is unknown, with words in its place. */
  readonly name: string;
  /** Whether some of the name is unknown, and so what is named after it. @default false */
  readonly nameIsUnknown?: boolean;
  readonly custom: boolean;
  /** Implemented by a plugin in another process. */
  readonly remote: boolean;
  readonly parent: string;
  readonly inputs: WireMap;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** `URN::ID`, or empty for the default provider of the package. */
  readonly provider: string;
  /** Package name -> provider reference, inherited by children. */
  readonly providers: Readonly<Record<string, string>>;
  readonly version: string;
  readonly aliases: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly importId: string;
  readonly sourcePosition: string | undefined;
}

/** The URN of a resource. Its type is qualified by the types of its ancestors, except the stack. */
export function urnOf(where: { stack: string; project: string }, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? STACK_TYPE : urnParts(parent).qualifiedType;
  const qualified = parentType === STACK_TYPE ? type : `${parentType}$${type}`;
  return `urn:pulumi:${where.stack}::${where.project}::${qualified}::${name}`;
}

/** Converts a position that the program reports as a file URL to `project:///PATH#LINE,COLUMN`. */
export function projectPosition(
  position: { readonly uri: string; readonly line: number; readonly column: number } | undefined,
  projectFolder: string,
): string | undefined {
  if (!position?.uri.startsWith("file:")) {
    return undefined;
  }
  const root = pathToFileURL(projectFolder).pathname;
  const file = new URL(position.uri).pathname;
  const column = position.column === 0 ? "" : `,${position.column}`;
  return `project:///${relativePath(root, file)}#${position.line}${column}`;
}

function relativePath(root: string, file: string): string {
  const from = root.split("/").filter((part) => part !== "");
  const to = file.split("/").filter((part) => part !== "");
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared === -1 ? from.length : shared;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/**
 * Converts inputs to the form of a state. The program can send output values, which include their dependencies.
 * @param computedFromUnknown whether the program received an unknown as a plain value, which it may have computed with.
 * @returns the plain inputs, and for each top-level property the resources that it depends on.
 */
export function settleInputs(
  inputs: WireMap,
  { computedFromUnknown = false }: { readonly computedFromUnknown?: boolean } = {},
): { inputs: WireMap; found: Readonly<Record<string, readonly string[]>> } {
  const found: Record<string, readonly string[]> = {};
  const settled = Object.entries(inputs).map(([property, value]) => {
    const urns = new Set<string>();
    const plain = mapWire(value, (part) => settlePart(part, urns, computedFromUnknown));
    if (urns.size > 0) {
      found[property] = [...urns];
    }
    return [property, plain] as const;
  });
  return { inputs: Object.fromEntries(settled), found };
}

function settlePart(part: WireValue, urns: Set<string>, computedFromUnknown: boolean): WireValue {
  if (computedFromUnknown && isTraceOfUnknown(part)) {
    return UNKNOWN_VALUE;
  }
  if (typeof part === "string") {
    return settledText(part);
  }
  if (!isWireMap(part)) {
    return part;
  }
  if (Object.keys(part).some(holdsMark)) {
    return UNKNOWN_VALUE;
  }
  const signature = signatureOf(part);
  if (signature === ASSET_SIGNATURE || signature === ARCHIVE_SIGNATURE) {
    return withoutMarks(part);
  }
  if (signature !== OUTPUT_SIGNATURE) {
    return part;
  }
  const { dependencies, secret } = part;
  if (Array.isArray(dependencies)) {
    dependencies.filter((urn) => typeof urn === "string").forEach((urn) => urns.add(urn));
  }
  const value = part["value"] ?? UNKNOWN_VALUE;
  return secret === true ? { [SIGNATURE_KEY]: SECRET_SIGNATURE, value } : value;
}

/** The SDK sends its own marks of an asset and an archive with the signature, and the engine keeps the signature alone. */
function withoutMarks({ __pulumiAsset, __pulumiArchive, ...kept }: WireMap): WireMap {
  return kept;
}

/** What JavaScript turns the SDK's unknown object into, in a string or in arithmetic. */
function isTraceOfUnknown(part: WireValue): boolean {
  return typeof part === "string" ? part.includes("[object Object]") : Number.isNaN(part);
}

/** Marks the outputs that the program declares secret, whatever their values. */
export function markSecret(outputs: WireMap, names: readonly string[]): WireMap {
  const marked = names
    .filter((name) => outputs[name] !== undefined && signatureOf(outputs[name]) !== SECRET_SIGNATURE)
    .map((name) => [name, { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: outputs[name] ?? null }] as const);
  return { ...outputs, ...Object.fromEntries(marked) };
}

/** The state of a registered resource. Like Pulumi, it omits empty parts. */
export function resourceState(
  urn: string,
  registration: Registration,
  settled: { readonly id: string | undefined; readonly outputs: WireMap; readonly provider: string | undefined },
): ResourceState {
  const list = (name: string, items: readonly string[]): object => (items.length === 0 ? {} : { [name]: items });
  const { propertyDependencies } = registration;
  return {
    urn,
    type: registration.type,
    custom: registration.custom,
    ...(settled.id === undefined || !registration.custom ? {} : { id: settled.id }),
    inputs: registration.inputs,
    outputs: markSecret(settled.outputs, registration.additionalSecretOutputs),
    ...(registration.parent === "" ? {} : { parent: registration.parent }),
    ...(settled.provider === undefined ? {} : { provider: settled.provider }),
    ...(registration.protect ? { protect: true } : {}),
    ...(registration.retainOnDelete ? { retainOnDelete: true } : {}),
    ...list("dependencies", registration.dependencies),
    ...(Object.keys(propertyDependencies).length === 0 ? {} : { propertyDependencies }),
    ...list("aliases", registration.aliases),
    ...list("ignoreChanges", registration.ignoreChanges),
    ...list("additionalSecretOutputs", registration.additionalSecretOutputs),
    ...(registration.sourcePosition === undefined ? {} : { sourcePosition: registration.sourcePosition }),
  };
}
