/** What the Kubernetes provider fills in before it contacts the cluster. */
import type { WireMap } from "../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireMap } from "../pulumi/wire";
import { digitsOf } from "./stable-identifiers";

/** The provider appends eight characters to the resource's name. */
const SUFFIX_LENGTH = 8;

/**
 * The `metadata` with the automatic name for an object that the program has not named; empty for any other resource.
 *
 * @param name the resource's name in the program; `undefined` if it is not known
 *
 * Source: https://www.pulumi.com/registry/packages/kubernetes/#auto-naming
 */
export function namedObject(type: string, name: string | undefined, urn: string, inputs: WireMap): WireMap {
  const { apiVersion, metadata = {} } = inputs;
  if (!type.startsWith("kubernetes:") || typeof apiVersion !== "string" || !isWireMap(metadata)) {
    return {};
  }
  if (metadata["name"] !== undefined || metadata["generateName"] !== undefined) {
    return {};
  }
  const suffix = digitsOf(urn).slice(0, SUFFIX_LENGTH);
  return { metadata: { ...metadata, name: name === undefined ? UNKNOWN_VALUE : `${name}-${suffix}` } };
}
