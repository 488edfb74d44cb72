/** One registration as the engine keeps it and as the preview records it, brought to what must be equal. */
import type { AwsEnvironment } from "../../preview/aws/environment";
import {
  type ResourceState,
  type WireMap,
  PROVIDER_TYPE_PREFIX,
  providerUrn,
  urnParts,
} from "../../pulumi/stack-state";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, isWireMap, mapWireMap, signatureOf } from "../../pulumi/wire";
import { DEFAULTS_NOTE, additionsTo } from "./provider-check";

/** Every difference that is allowed, besides what the provider's `Check` adds (provider-check.ts). */
const ALLOWED: readonly { readonly reason: string; readonly from: (resource: ResourceState) => ResourceState }[] = [
  {
    reason: "the engine notes its own version handling in the inputs of a provider",
    from: (resource) =>
      resource.type.startsWith(PROVIDER_TYPE_PREFIX)
        ? { ...resource, inputs: without(resource.inputs, "__internal") }
        : resource,
  },
  {
    reason: "the engine makes up the id of a provider at random",
    from: ({ provider, ...resource }) =>
      provider === undefined ? resource : { ...resource, provider: providerUrn(provider) },
  },
  {
    reason: "the copy of the program that the engine runs finds its packages in another place",
    from: ({ sourcePosition = "", ...resource }) =>
      sourcePosition.includes("node_modules/") ? resource : { ...resource, sourcePosition },
  },
  {
    reason: "the engine computes the hashes of assets and archives",
    from: (resource) => ({ ...resource, inputs: withoutHashes(resource.inputs) }),
  },
  {
    reason: "the engine lists a property that depends on nothing, the preview does not",
    from: ({ propertyDependencies = {}, ...resource }) => ({
      ...resource,
      propertyDependencies: Object.fromEntries(
        Object.entries(propertyDependencies)
          .filter(([, urns]) => urns.length > 0)
          .map(([property, urns]) => [property, [...urns].sort()]),
      ),
    }),
  },
];

/** What the two must agree on. */
const COMPARED = [
  "urn",
  "type",
  "custom",
  "parent",
  "protect",
  "retainOnDelete",
  "provider",
  "inputs",
  "dependencies",
  "propertyDependencies",
  "aliases",
  "ignoreChanges",
  "additionalSecretOutputs",
  "sourcePosition",
] as const satisfies readonly (keyof ResourceState)[];

export function conformant(
  engine: ResourceState | undefined,
  preview: ResourceState,
  environment: AwsEnvironment,
): { readonly engine: object; readonly preview: object } {
  if (engine === undefined) {
    return { engine: {}, preview };
  }
  return { engine: compared(unchecked(engine, preview, environment)), preview: compared(preview) };
}

/** The engine's resource without what the provider's `Check` added to the inputs that the program gave. */
function unchecked(engine: ResourceState, { inputs }: ResourceState, environment: AwsEnvironment): ResourceState {
  const { urn, type } = engine;
  const own = environment.in(typeof inputs["region"] === "string" ? inputs["region"] : environment.region);
  const added = additionsTo({ urn, type, name: urnParts(urn).name, inputs }, own);
  const kept = Object.entries(engine.inputs).filter(
    ([name, value]) => JSON.stringify(added[name]) !== JSON.stringify(value),
  );
  const withoutNotes = mapWireMap(Object.fromEntries(kept), (part) =>
    isWireMap(part) ? without(part, DEFAULTS_NOTE) : part,
  );
  return { ...engine, inputs: without(withoutNotes, DEFAULTS_NOTE) };
}

/** The engine computes the hash of an asset and of an archive, which tells it whether one changed. */
export function withoutHashes(inputs: WireMap): WireMap {
  return mapWireMap(inputs, (part) => {
    const signature = signatureOf(part);
    return isWireMap(part) && (signature === ASSET_SIGNATURE || signature === ARCHIVE_SIGNATURE)
      ? without(part, "hash")
      : part;
  });
}

function without(map: WireMap, name: string): WireMap {
  return Object.fromEntries(Object.entries(map).filter(([property]) => property !== name));
}

function compared(resource: ResourceState): object {
  const settled = ALLOWED.reduce((state, { from }) => from(state), resource);
  return Object.fromEntries(
    COMPARED.map((field) => [field, field === "dependencies" ? sorted(settled) : settled[field]]),
  );
}

/** The order in which a resource's dependencies are told has no meaning. */
function sorted({ dependencies = [] }: ResourceState): readonly string[] {
  return [...dependencies].sort();
}
