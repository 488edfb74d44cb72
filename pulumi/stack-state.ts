/**
 * A stack state in Pulumi's deployment format, version 3. `pulumi stack export` writes it, the preview creates it and
 * the gate checks it.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go (UntypedDeployment, ResourceV3).
 */

export interface StackState {
  readonly version: 3;
  readonly deployment: {
    readonly manifest: { readonly time: string; readonly magic: string; readonly version: string };
    readonly resources: readonly ResourceState[];
  };
}

/** A property on the wire: JSON, where secrets, assets and references are objects with a signature. */
export type WireValue = string | number | boolean | null | readonly WireValue[] | WireMap;
export interface WireMap {
  readonly [name: string]: WireValue;
}

export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  /** Absent for components and for resources whose id is only known after the update. */
  readonly id?: string;
  readonly inputs: WireMap;
  readonly outputs: WireMap;
  readonly parent?: string;
  /** `URN::ID` of the provider resource. */
  readonly provider?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  /** Read from the cloud rather than managed. */
  readonly external?: boolean;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  readonly aliases?: readonly string[];
  readonly ignoreChanges?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  /** `project:///path/from/the/project#line,column` of the `new` that declared the resource. */
  readonly sourcePosition?: string;
}

/** A source location in the program under check. */
export interface SourcePlace {
  /** Path from the project's folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const SOURCE_POSITION = /^project:\/\/\/(?<file>[^#]+)#(?<line>\d+)(?:,(?<column>\d+))?$/;

/**
 * Reads a resource's source position; `undefined` if it has none, or if it is outside the program's own files, because
 * the program's author cannot change a line in a library.
 */
export function sourcePlace(sourcePosition: string | undefined): SourcePlace | undefined {
  const groups = sourcePosition === undefined ? undefined : SOURCE_POSITION.exec(sourcePosition)?.groups;
  if (groups?.["file"] === undefined || groups["line"] === undefined) {
    return undefined;
  }
  const file = decodedPath(groups["file"]);
  if (file === undefined || LEADS_OUT.test(file) || file.includes("node_modules/")) {
    return undefined;
  }
  return {
    file,
    line: Number(groups["line"]),
    column: Number(groups["column"] ?? 1),
  };
}

/**
 * Where a resource is declared, or the nearest of its parents whose place is known: what a library declares belongs to
 * whoever declared its component.
 */
export function declaredAt(urn: string, byUrn: ReadonlyMap<string, ResourceState>): SourcePlace | undefined {
  const seen = new Set<string>();
  for (
    let resource = byUrn.get(urn);
    resource !== undefined && !seen.has(resource.urn);
    resource = byUrn.get(resource.parent ?? "")
  ) {
    const place = sourcePlace(resource.sourcePosition);
    if (place !== undefined) {
      return place;
    }
    seen.add(resource.urn);
  }
  return undefined;
}

/** From the root of a file system, of a drive or of an address, or up, in the middle of a path as well. */
const LEADS_OUT = /^[\\/]|^[A-Za-z][A-Za-z\d+.-]*:|(?:^|[\\/])\.\.(?:[\\/]|$)/;

/** `undefined` where the escapes are malformed: a state can hold any text. */
function decodedPath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Type of the resource that represents the stack itself. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

/** Prefix of the types of provider resources, such as `pulumi:providers:aws`. */
export const PROVIDER_TYPE_PREFIX = "pulumi:providers:";

/** Splits `urn:pulumi:STACK::PROJECT::QUALIFIED$TYPE::NAME` into its parts. */
export function urnParts(urn: string): { stack: string; project: string; qualifiedType: string; name: string } {
  const [head = "", project = "", qualifiedType = "", ...name] = urn.split("::");
  return { stack: head.replace(/^urn:pulumi:/, ""), project, qualifiedType, name: name.join("::") };
}

/** The URN in a provider reference, `URN::ID`. */
export function providerUrn(reference: string): string {
  return reference.split("::").slice(0, -1).join("::");
}
