/**
 * A state holds values where a program has references. Where a value is another resource's - an ARN, a key's id, an
 * automatic name - the reference is put back, so that the account's own value takes its place.
 */
import type { ResourceState, WireValue } from "../../../pulumi/stack-state";
import { mapWire } from "../../../pulumi/wire";
import { argumentNames } from "./names";
import type { Block } from "./provider-schema";

/** A text that only the account can say -> Terraform's reference to it. */
export type References = ReadonlyMap<string, string>;

/** Shorter texts stand in others by chance. */
const SHORTEST = 5;

/**
 * @param resource with its properties in plain form.
 * @param address Terraform's, `TYPE.NAME`.
 */
export function referencesTo(resource: ResourceState, address: string, block: Block): References {
  const names = argumentNames(block);
  const given = new Set(Object.values(resource.inputs));
  const outputs = { id: resource.id, ...resource.outputs };
  const references = Object.entries(outputs).flatMap(([property, value]): [string, string][] => {
    const attribute = names.get(property);
    const isComputed = typeof value === "string" && value.length >= SHORTEST && !given.has(value);
    return attribute !== undefined && isComputed ? [[value, `\${${address}.${attribute}}`]] : [];
  });
  // The first that says it stands: of an ARN that is an id as well, the id.
  return new Map(references.reverse());
}

/** The value with references in it, and what Terraform would read as a template escaped. */
export function withReferences(value: WireValue, references: References): WireValue {
  // The longest first: an ARN holds the name.
  const texts = [...references.keys()].sort((one, other) => other.length - one.length);
  return mapWire(value, (part) =>
    typeof part === "string"
      ? texts.reduce((text, known) => text.replaceAll(known, () => references.get(known) ?? known), escaped(part))
      : part,
  );
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
function escaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}
