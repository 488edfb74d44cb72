/**
 * The values that AWS computes when it creates a resource: ids, ARNs and automatic names. They are synthesized in AWS's
 * formats and are always the same for the same program. Values that are not in a type's row stay unknown.
 */
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { RESOURCE_SIGNATURE, UNKNOWN_VALUE, isWireMap, signatureOf } from "../../pulumi/wire";
import { digitsOf, uuidOf } from "../stable-identifiers";
import type { AwsEnvironment } from "./environment";
import { RESOURCE_TYPES, type ResourceTypeRow } from "../../facts/resource-identifiers";

export interface Computed {
  /** `undefined` if the id is not known. */
  readonly id: string | undefined;
  /** The inputs as the provider completes them, with the automatic name. */
  readonly inputs: WireMap;
  readonly outputs: WireMap;
}

/**
 * @param resource.urn the resource's URN, from which all random parts are derived.
 * @param resource.name its name in the program; `undefined` if that is not known
 */
export function computeOutputs(
  resource: {
    readonly type: string;
    readonly urn: string;
    readonly name: string | undefined;
    readonly inputs: WireMap;
  },
  environment: AwsEnvironment,
): Computed {
  const row = rowOf(resource.type);
  if (row === undefined) {
    return { id: undefined, inputs: resource.inputs, outputs: resource.inputs };
  }
  const own = resource.inputs["region"];
  const here = typeof own === "string" && own !== UNKNOWN_VALUE ? environment.in(own) : environment;
  const named = withAutomaticName(resource, row);
  const values: Record<string, WireValue> = {
    ...named,
    accountId: here.accountId,
    partition: here.partition,
    dnsSuffix: here.dnsSuffix,
    iamPath: named["path"] ?? "/",
    region: own === UNKNOWN_VALUE ? UNKNOWN_VALUE : here.region,
    ...randomParts(resource.urn),
    ...partsOf(row, named),
  };
  const computed: Record<string, WireValue> = chosenOutputs(row, named);
  for (const [property, template] of Object.entries(row.outputs ?? {})) {
    computed[property] = fill(template, { ...values, ...computed });
  }
  const id = row.id === undefined ? UNKNOWN_VALUE : fill(row.id, { ...values, ...computed });
  const regional = row.global === true || own !== undefined ? {} : { region: here.region };
  return {
    id: id === UNKNOWN_VALUE ? undefined : id,
    inputs: resource.inputs,
    outputs: { ...regional, ...computed, ...named },
  };
}

/** What AWS chooses by an input; unknown for a value of the input that the row does not have. */
function chosenOutputs({ chosen = {} }: ResourceTypeRow, inputs: WireMap): Record<string, WireValue> {
  return Object.fromEntries(
    Object.entries(chosen).map(([output, { by, of }]) => {
      const value = inputs[by];
      return [
        output,
        typeof value === "string" && Object.hasOwn(of, value) ? (of[value] ?? UNKNOWN_VALUE) : UNKNOWN_VALUE,
      ];
    }),
  );
}

function partsOf({ parts = {} }: ResourceTypeRow, inputs: WireMap): Record<string, WireValue> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, { of, after }]) => {
      const value = inputs[of];
      const [, ...rest] = typeof value === "string" ? value.split(after) : [];
      return [part, rest.length === 0 ? UNKNOWN_VALUE : rest.join(after)];
    }),
  );
}

function rowOf(type: string): ResourceTypeRow | undefined {
  return Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
}

/**
 * What the id of an existing resource reveals about it, by matching the same formats in reverse. Values that AWS chose
 * and that are not part of the id are omitted. They already have a real value, so they must not be synthesized.
 */
export function outputsOfExisting(
  resource: { readonly type: string; readonly id: string; readonly inputs: WireMap },
  environment: AwsEnvironment,
): WireMap {
  const { id, inputs } = resource;
  const row = rowOf(resource.type);
  if (row?.id === undefined || (id.startsWith("arn:") && row.id !== "{arn}")) {
    return inputs;
  }
  const templates = row.outputs ?? {};
  const ofId = readBack(row.id, id);
  const ofArn = ofId["arn"] === undefined ? {} : readBack(templates["arn"] ?? "", ofId["arn"]);
  const own = inputs["region"] ?? ofArn["region"];
  const here = typeof own === "string" ? environment.in(own) : environment;
  const values: WireMap = {
    accountId: here.accountId,
    partition: here.partition,
    dnsSuffix: here.dnsSuffix,
    region: here.region,
    iamPath: inputs["path"] ?? UNKNOWN_VALUE,
    ...ofArn,
    ...ofId,
    ...inputs,
  };
  const filled = Object.entries(templates).map(
    ([name, template]) => [name, ofId[name] ?? fill(template, values)] as const,
  );
  const known = filled.filter(([, value]) => value !== UNKNOWN_VALUE);
  const name = row.named === undefined ? undefined : (ofId[row.named] ?? ofArn[row.named]);
  return {
    ...(row.global === true ? {} : { region: here.region }),
    ...Object.fromEntries(known),
    ...(row.named === undefined || name === undefined ? {} : { [row.named]: name }),
    ...inputs,
  };
}

/** The values of a template's placeholders, parsed from a text; none if the text does not match the template. */
function readBack(template: string, text: string): Readonly<Record<string, string>> {
  const parts = template.split(/\{(\w+)\}/);
  const pattern = parts.map((part, index) => (index % 2 === 1 ? "(.+?)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  const found = new RegExp(`^${pattern.join("")}$`).exec(text);
  const placeholders = parts.filter((_, index) => index % 2 === 1);
  return found === null
    ? {}
    : Object.fromEntries(placeholders.map((placeholder, index) => [placeholder, found[index + 1] ?? ""]));
}

/** The Pulumi provider appends seven hexadecimal digits to the resource's name. */
const NAME_SUFFIX_LENGTH = 7;

function withAutomaticName(
  resource: { readonly urn: string; readonly name: string | undefined; readonly inputs: WireMap },
  row: ResourceTypeRow,
): WireMap {
  const { inputs, urn, name } = resource;
  if (row.named === undefined || inputs[row.named] !== undefined) {
    return inputs;
  }
  const prefix = inputs[`${row.named}Prefix`];
  if (prefix === UNKNOWN_VALUE || (prefix === undefined && name === undefined)) {
    return { ...inputs, [row.named]: UNKNOWN_VALUE };
  }
  const suffix = digitsOf(urn).slice(0, NAME_SUFFIX_LENGTH);
  const automatic = typeof prefix === "string" ? `${prefix}${suffix}` : `${name ?? ""}-${suffix}`;
  return { ...inputs, [row.named]: row.lowerCase === true ? automatic.toLowerCase() : automatic };
}

/** The random parts of AWS identifiers, in the lengths that AWS uses. */
function randomParts(urn: string): Readonly<Record<string, string>> {
  const hex = digitsOf(urn);
  return {
    uuid: uuidOf(urn),
    hex6: hex.slice(0, 6),
    hex8: hex.slice(0, 8),
    hex12: hex.slice(0, 12),
    hex17: hex.slice(0, 17),
    hex32: hex.slice(0, 32),
    upper10: hex.slice(0, 10).toUpperCase(),
    upper17: hex.slice(0, 17).toUpperCase(),
  };
}

/** The id of a resource that is passed instead of its name or ARN, as the provider receives it. */
function idReferredTo(value: WireMap): WireValue | undefined {
  return signatureOf(value) === RESOURCE_SIGNATURE ? value["id"] : undefined;
}

/** What a value is in a template; what is neither a text nor made of texts is left as it is. */
function textIn(value: WireValue | undefined): WireValue | undefined {
  if (typeof value === "number") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === "string") ? [...value].sort().join(":") : undefined;
  }
  return isWireMap(value) ? idReferredTo(value) : value;
}

/** Fills `{name}` placeholders. If a value is unknown, secret or missing, the result is unknown. */
function fill(template: string, values: WireMap): string {
  const parts: readonly (WireValue | undefined)[] = template.split(/\{(\w+)\}/).map((part, index) => {
    // Splitting by a pattern with a group puts the names of the placeholders at the odd indexes.
    const value = index % 2 === 1 ? values[part] : part;
    return textIn(value);
  });
  const texts = parts.filter((part): part is string => typeof part === "string" && !part.includes(UNKNOWN_VALUE));
  return texts.length === parts.length ? texts.join("") : UNKNOWN_VALUE;
}
