/** The declared resources as a tree. */
import { PROVIDER_TYPE_PREFIX, type ResourceState, urnParts } from "../pulumi/stack-state";
import { nameText, shortType } from "./text";

export interface TreeLine {
  /** The lines of the tree in front of the resource. */
  readonly lead: string;
  readonly type: string;
  readonly name: string;
  /** How many resources below it are counted and not drawn. */
  readonly folded: number;
}

export interface TreeOptions {
  /** Draws every resource. @default false: a large tree is folded below the components of the account */
  readonly whole?: boolean | undefined;
}

/** A tree of more resources than a screen holds is folded. */
const LARGE = 60;
/** The stack, a component such as `AccountBaseline`, and the components of which that is made. */
const DEEPEST_UNFOLDED = 2;

/**
 * In the order of the state. A resource whose parent is not in the state is at the root, and so is one of a circle of
 * parents. Walks without recursion, because parents can be many thousands deep.
 */
export function resourceTree(
  resources: readonly ResourceState[],
  { whole = false }: TreeOptions = {},
): readonly TreeLine[] {
  const declared = resources.filter((resource) => !isDefaultProvider(resource));
  const urns = new Set(declared.map(({ urn }) => urn));
  const children = new Map<string | undefined, ResourceState[]>();
  for (const resource of declared) {
    const parent = resource.parent !== undefined && urns.has(resource.parent) ? resource.parent : undefined;
    const siblings = children.get(parent) ?? [];
    siblings.push(resource);
    children.set(parent, siblings);
  }
  const deepest = whole || declared.length <= LARGE ? Infinity : DEEPEST_UNFOLDED;
  const lines: TreeLine[] = [];
  const drawn = new Set<ResourceState>();
  for (const root of [...(children.get(undefined) ?? []), ...declared]) {
    const waiting: Place[] = [{ resource: root, lead: "", below: "", depth: 0 }];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (drawn.has(place.resource)) {
        continue;
      }
      drawn.add(place.resource);
      const folded = place.depth < deepest ? 0 : fold(place.resource, children, drawn);
      lines.push(line(place.resource, place.lead, folded));
      if (place.depth < deepest) {
        waiting.push(...placesBelow(place, children.get(place.resource.urn) ?? []));
      }
    }
  }
  return lines;
}

/** Takes everything below a resource for drawn. @returns how many there are */
function fold(
  resource: ResourceState,
  children: ReadonlyMap<string | undefined, readonly ResourceState[]>,
  drawn: Set<ResourceState>,
): number {
  const before = drawn.size;
  const waiting = [...(children.get(resource.urn) ?? [])];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    if (!drawn.has(below)) {
      drawn.add(below);
      waiting.push(...(children.get(below.urn) ?? []));
    }
  }
  return drawn.size - before;
}

/** A resource that waits to be drawn. */
interface Place {
  readonly resource: ResourceState;
  readonly lead: string;
  /** The beginning of the leads of what is below it. */
  readonly below: string;
  readonly depth: number;
}

/** Deeper than this, a number says how deep: lines as wide as they are deep would grow with the square of the depth. */
const DEEPEST_DRAWN = 16;

/** The last one first, as a stack wants them. */
function placesBelow({ below, depth }: Place, children: readonly ResourceState[]): readonly Place[] {
  return children
    .map((resource, index) => {
      const last = index === children.length - 1;
      return depth < DEEPEST_DRAWN
        ? {
            resource,
            depth: depth + 1,
            lead: `${below}${last ? "└─ " : "├─ "}`,
            below: `${below}${last ? "   " : "│  "}`,
          }
        : { resource, depth: depth + 1, lead: `${below}(level ${depth + 1}) `, below };
    })
    .reverse();
}

/** The engine adds default providers itself. */
function isDefaultProvider({ type, urn }: ResourceState): boolean {
  return type.startsWith(PROVIDER_TYPE_PREFIX) && /^default(_|$)/.test(urnParts(urn).name);
}

function line({ type, urn }: ResourceState, lead: string, folded: number): TreeLine {
  return { lead, type: nameText(shortType(type)), name: nameText(urnParts(urn).name), folded };
}
