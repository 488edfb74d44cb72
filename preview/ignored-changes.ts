/**
 * What `ignoreChanges` leaves open. An update keeps the deployed value of an ignored property, whatever the program declares, and
 * a preview without a state does not know it.
 *
 * Source: https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/
 */
import type { ResourceState, WireMap, WireValue } from "../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireList, isWireMap, signatureOf } from "../pulumi/wire";

/**
 * The resource with every ignored property unknown, also one that the program does not set.
 *
 * @param propertiesOfType the properties of the resource's type, as far as they are known; asked only where all are ignored.
 */
export function withIgnoredUnknown(resource: ResourceState, propertiesOfType: () => readonly string[]): ResourceState {
  const paths = (resource.ignoreChanges ?? []).map(segmentsOf);
  if (paths.length === 0) {
    return resource;
  }
  const properties = paths.some(([head]) => head === EVERY) ? propertiesOfType() : [];
  const open = (map: WireMap): WireMap => paths.reduce((known, path) => opened(known, path, properties), map);
  return { ...resource, inputs: open(resource.inputs), outputs: open(resource.outputs) };
}

function opened(map: WireMap, path: readonly string[], properties: readonly string[]): WireMap {
  const [head = EVERY, ...rest] = path; // a path has a segment
  const names = head === EVERY ? [...Object.keys(map), ...properties] : [head];
  return { ...map, ...Object.fromEntries(names.map((name) => [name, without(map[name], rest)])) };
}

const EVERY = "*";

/** The value with what stands at the path unknown; as a whole, where the path leads beyond what is there. */
function without(value: WireValue | undefined, path: readonly string[]): WireValue {
  const [head] = path;
  if (head === undefined) {
    return UNKNOWN_VALUE;
  }
  if (isWireList(value)) {
    const isThere = head === EVERY || value[Number(head)] !== undefined;
    return isThere
      ? value.map((item, index) => (head === EVERY || index === Number(head) ? without(item, path.slice(1)) : item))
      : UNKNOWN_VALUE;
  }
  return isWireMap(value) && signatureOf(value) === undefined ? opened(value, path, []) : UNKNOWN_VALUE;
}

/** `rules[0].id`, `tags["a.b"]`, `rules[*].id`: the engine's property paths. One that names nothing may mean anything. */
function segmentsOf(path: string): readonly string[] {
  const segments = [...path.matchAll(/"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^.[\]"]+)/g)].map(
    ({ groups: { quoted, plain } = {} }) => quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "",
  );
  return segments.length === 0 ? [EVERY] : segments;
}
