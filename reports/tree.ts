/** The declared resources as a tree. */
import { PROVIDER_TYPE_PREFIX, type ResourceState, urnParts } from "../pulumi/stack-state";
import { oneLine, shortType } from "./text";

export interface TreeLine {
  /** The lines of the tree in front of the resource. */
  readonly lead: string;
  readonly type: string;
  readonly name: string;
}

/** In the order of the state. A resource whose parent is not in the state is at the root. */
export function resourceTree(resources: readonly ResourceState[]): readonly TreeLine[] {
  const declared = resources.filter((resource) => !isDefaultProvider(resource));
  const urns = new Set(declared.map(({ urn }) => urn));
  const children = new Map<string | undefined, ResourceState[]>();
  for (const resource of declared) {
    const parent = resource.parent !== undefined && urns.has(resource.parent) ? resource.parent : undefined;
    const siblings = children.get(parent) ?? [];
    siblings.push(resource);
    children.set(parent, siblings);
  }
  const roots = children.get(undefined) ?? [];
  return roots.flatMap((root) => [line(root, ""), ...below(root, "", children)]);
}

/** The engine adds default providers itself. */
function isDefaultProvider({ type, urn }: ResourceState): boolean {
  return type.startsWith(PROVIDER_TYPE_PREFIX) && /^default(_|$)/.test(urnParts(urn).name);
}

function below(
  parent: ResourceState,
  lead: string,
  children: ReadonlyMap<string | undefined, readonly ResourceState[]>,
): TreeLine[] {
  const own = children.get(parent.urn) ?? [];
  return own.flatMap((child, index) => {
    const last = index === own.length - 1;
    return [line(child, `${lead}${last ? "└─ " : "├─ "}`), ...below(child, `${lead}${last ? "   " : "│  "}`, children)];
  });
}

function line({ type, urn }: ResourceState, lead: string): TreeLine {
  return { lead, type: oneLine(shortType(type)), name: oneLine(urnParts(urn).name) };
}
