/**
 * The state of a stack as it is once the stack is deployed: where the preview made up an identity - the id of a key, the
 * ARN of a subscription - stands the account's own, as in what `pulumi stack export` writes.
 */
import type { ResourceState, StackState, WireMap, WireValue } from "../../../pulumi/stack-state";
import { mapWireMap } from "../../../pulumi/wire";
import { argumentNames, propertyName } from "./names";
import type { ProviderSchema } from "./provider-schema";
import type { Applied } from "./provider-workspace";

export function deployedState(state: StackState, { applied }: Applied, schema: ProviderSchema): StackState {
  const { resources } = state.deployment;
  const identities = new Map(
    resources.flatMap((resource) => identitiesOf(resource, applied.get(resource.urn), schema)),
  );
  const known = [...identities].sort(([one], [other]) => other.length - one.length);
  const replaced = (text: string): string =>
    known.reduce((changed, [made, own]) => changed.replaceAll(made, () => own), text);
  const inAccount = (part: WireValue): WireValue => (typeof part === "string" ? replaced(part) : part);
  return {
    ...state,
    deployment: {
      ...state.deployment,
      resources: resources.map((resource) => {
        const values = applied.get(resource.urn)?.values;
        const id = resource.id ?? textIn(values, "id");
        return {
          ...resource,
          ...(id === undefined ? {} : { id: replaced(id) }),
          inputs: mapWireMap(resource.inputs, inAccount),
          outputs: { ...computed(values), ...mapWireMap(resource.outputs, inAccount) },
        };
      }),
    },
  };
}

/** What the preview made up -> what the account says. */
function identitiesOf(
  { id, inputs, outputs }: ResourceState,
  found: { readonly type: string; readonly values: WireMap } | undefined,
  schema: ProviderSchema,
): readonly [string, string][] {
  const names = argumentNames(schema[found?.type ?? ""] ?? {}, found?.type);
  // What the program has given is no identity that was made up, and may stand in other texts by chance.
  const given = new Set(Object.values(inputs));
  return Object.entries({ id, ...outputs }).flatMap(([property, made]): [string, string][] => {
    const own = textIn(found?.values, names.get(property));
    const isIdentity = IDENTITIES.includes(property) && !given.has(made ?? null);
    return isIdentity && typeof made === "string" && own !== undefined && own !== made ? [[made, own]] : [];
  });
}

/** The outputs by which other resources know one. Others, such as policies, the account may only write otherwise. */
const IDENTITIES: readonly string[] = ["arn", "guardrailArn", "guardrailId", "id", "keyId", "uniqueId"];

/** The texts that the account tells and the preview does not. */
function computed(values: WireMap = {}): WireMap {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, WireValue][] =>
      typeof value === "string" && name !== "id" ? [[propertyName(name), value]] : [],
    ),
  );
}

function textIn(values: WireMap | undefined, name: string | undefined): string | undefined {
  const value = values?.[name ?? ""];
  return typeof value === "string" && value !== "" ? value : undefined;
}
