/** A resource's properties as Terraform's arguments, by the provider's own schema. */
import type { WireMap, WireValue } from "../../../pulumi/stack-state";
import { isWireMap } from "../../../pulumi/wire";
import { argumentNames } from "./names";
import type { Block, NestingMode } from "./provider-schema";

export interface Arguments {
  readonly values: WireMap;
  /** The paths of the properties that this version of the provider does not know. */
  readonly leftOut: readonly string[];
}

/** @param type Terraform's type, for names that were changed in it by hand. */
export function toArguments(properties: WireMap, block: Block, type?: string): Arguments {
  const names = argumentNames(block, type);
  const values: Record<string, WireValue> = {};
  const leftOut: string[] = [];
  for (const [property, value] of Object.entries(properties)) {
    const name = names.get(property);
    if (name === undefined) {
      leftOut.push(property);
      continue;
    }
    const nested = nestedIn(block, name);
    if (nested === undefined) {
      values[name] = value;
      continue;
    }
    const inner = nestedValue(value, nested);
    values[name] = inner.value;
    leftOut.push(...inner.leftOut.map((path) => `${property}.${path}`));
  }
  return { values, leftOut };
}

interface Nested {
  readonly mode: NestingMode;
  readonly block: Block;
}

function nestedIn({ attributes = {}, block_types: blocks = {} }: Block, name: string): Nested | undefined {
  const block = blocks[name];
  if (block !== undefined) {
    return { mode: block.nesting_mode, block: block.block };
  }
  const type = attributes[name]?.nested_type;
  return type === undefined ? undefined : { mode: type.nesting_mode, block: type };
}

function nestedValue(value: WireValue, { mode, block }: Nested): { value: WireValue; leftOut: readonly string[] } {
  // Pulumi has a plain object for what Terraform may repeat once.
  const parts = (Array.isArray(value) ? value : [value]) as readonly WireValue[]; // Array.isArray loses the element's type
  const inner = parts.map((part) => toArguments(isWireMap(part) ? part : {}, block));
  const values = inner.map((one) => one.values);
  return {
    value: mode === "list" || mode === "set" ? values : (values[0] ?? {}),
    leftOut: inner.flatMap(({ leftOut }) => leftOut),
  };
}
