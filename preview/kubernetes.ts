/** What the Kubernetes provider fills in before it contacts the cluster. */
import type { WireMap } from "../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireMap } from "../pulumi/wire";
import { digitsOf } from "./stable-identifiers";

/** The function that renders a Helm chart: the plugin fetches the chart and runs its templates. */
export const CHART_FUNCTION = "kubernetes:helm:template";

/** The chart that a call of {@link CHART_FUNCTION} renders, as the program names it. */
export function chartOf({ jsonOpts }: WireMap): string {
  try {
    const options: unknown = JSON.parse(typeof jsonOpts === "string" ? jsonOpts : "");
    const named =
      typeof options === "object" && options !== null
        ? ["chart", "path"].map((name) => Reflect.get(options, name) as unknown)
        : [];
    return named.find((name) => typeof name === "string") ?? "without a name";
  } catch {
    return "without a name";
  }
}

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
