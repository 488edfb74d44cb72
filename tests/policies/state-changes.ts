/** Changes to recorded resources, by which a test makes one thing wrong. */
import { type ResourceState, type WireMap, type WireValue, STACK_TYPE } from "../../pulumi/stack-state";
import type { Change } from "./rule-harness";

/** The resource with the change made to its inputs and its outputs. */
export function changed(resource: ResourceState, { set = {}, remove = [], protect }: Change): ResourceState {
  const change = (map: WireMap): WireMap => {
    const copy = structuredClone(map) as Record<string, WireValue>;
    for (const path of remove) {
      removeAt(copy, path.split("."));
    }
    for (const [path, value] of Object.entries(set)) {
      setAt(copy, path.split("."), value);
    }
    return copy;
  };
  return {
    ...resource,
    inputs: change(resource.inputs),
    outputs: change(resource.outputs),
    ...(protect === undefined ? {} : { protect }),
  };
}

/** Every resource of the type (and name, when given) with the change made to it. */
export function changeAll(
  resources: readonly ResourceState[],
  which: { readonly type: string; readonly name?: string },
  change: Change,
): readonly ResourceState[] {
  return resources.map((resource) => (isOne(resource, which) ? changed(resource, change) : resource));
}

/** The stack without the resources of the type (and name, when given). */
export function without(
  resources: readonly ResourceState[],
  which: { readonly type: string; readonly name?: string },
): readonly ResourceState[] {
  return resources.filter((resource) => !isOne(resource, which));
}

function isOne(resource: ResourceState, { type, name }: { readonly type: string; readonly name?: string }): boolean {
  return resource.type === type && (name === undefined || resource.urn.split("::").at(-1) === name);
}

/** The resource as a stack of another name would have it, in its own URN and in those that it refers to. */
export function renamedStack(resource: ResourceState, stack: string): ResourceState {
  const text = JSON.stringify(resource).replaceAll(/urn:pulumi:[^:]+::/g, `urn:pulumi:${stack}::`);
  return JSON.parse(text) as ResourceState; // the same shape, with other texts in it
}

/** A stack that declares nothing. */
export function emptyStack(): readonly ResourceState[] {
  const urn = "urn:pulumi:prod::example::pulumi:pulumi:Stack::example-prod";
  return [{ urn, type: STACK_TYPE, custom: false, inputs: {}, outputs: {} }];
}

type Holder = Record<string, WireValue>;

/** Lists and maps are both indexed by text here, as JavaScript does it. */
function holderAt(root: Holder, path: readonly string[], make: boolean): Holder | undefined {
  let here = root;
  for (const segment of path) {
    const next = here[segment];
    if (typeof next === "object" && next !== null) {
      here = next as Holder;
    } else if (make) {
      const made: Holder = {};
      here[segment] = made;
      here = made;
    } else {
      return undefined;
    }
  }
  return here;
}

function setAt(root: Holder, path: readonly string[], value: WireValue): void {
  const holder = holderAt(root, path.slice(0, -1), true);
  const last = path.at(-1);
  if (holder !== undefined && last !== undefined) {
    holder[last] = value;
  }
}

function removeAt(root: Holder, path: readonly string[]): void {
  const holder = holderAt(root, path.slice(0, -1), false);
  const last = path.at(-1);
  if (holder === undefined || last === undefined) {
    return;
  }
  if (Array.isArray(holder)) {
    holder.splice(Number(last), 1);
  } else {
    Reflect.deleteProperty(holder, last);
  }
}
