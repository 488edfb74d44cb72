/** A stack state as one configuration of Terraform. */
import {
  type ResourceState,
  type StackState,
  type WireMap,
  type WireValue,
  PROVIDER_TYPE_PREFIX,
  urnParts,
} from "../../../pulumi/stack-state";
import {
  SECRET_SIGNATURE,
  UNKNOWN_VALUE,
  isWireMap,
  mapWireMap,
  signatureOf,
  toAnalyzerMap,
} from "../../../pulumi/wire";
import { type Archive, archiveIn } from "./archives";
import { toArguments } from "./arguments";
import { terraformType } from "./names";
import type { Block, ProviderSchema } from "./provider-schema";
import { isNewer } from "./newer-values";
import { type References, referencesTo, withReferences } from "./references";

export interface Translation {
  /** Terraform's JSON syntax: https://developer.hashicorp.com/terraform/language/syntax/json */
  readonly configuration: WireMap;
  /** The files that the configuration names, beside it. */
  readonly archives: ReadonlyMap<string, Archive>;
  /** URN -> Terraform's address, `TYPE.NAME`. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
  /** Resources whose type this version of the provider does not have. */
  readonly unknown: readonly ResourceState[];
  /** Resources with a value that this version of the provider refuses, because it is newer. */
  readonly newer: readonly ResourceState[];
}

/** A property that this version of the provider has no argument for. */
export interface LeftOut {
  readonly resource: ResourceState;
  /** From the resource, such as `rule.defaultRetention`. */
  readonly property: string;
}

/** Whatever says where an account is rather than what is in it, which stands in the provider's configuration. */
const REGION = "region";

/** @throws when the state holds a value that only an update can know. */
export function translate(state: StackState, schema: ProviderSchema): Translation {
  const provider = defaultProvider(state);
  const all = state.deployment.resources
    .filter(({ type, custom, external }) => custom && type.startsWith("aws:") && external !== true)
    .map(plainResource);
  const newer = all.filter(isNewer);
  const resources = all.filter((resource) => !newer.includes(resource));
  const known = resources.flatMap((resource) => addressed(resource, schema));
  const addresses = new Map(known.map(({ resource, address }) => [resource.urn, address]));
  const references = new Map(
    known.map(({ resource, address, block }) => [resource.urn, referencesTo(resource, address, block)]),
  );

  const bodies: Record<string, Record<string, WireMap>> = {};
  const leftOut: LeftOut[] = [];
  const archives = new Map<string, Archive>();
  const regions = new Set([provider.region]);
  for (const { resource, type, name, block } of known) {
    const files = archivesOf(resource, name);
    const inputs = { ...linkedInputs(resource, block, references), ...namesOf(files) };
    const { values, leftOut: properties } = toArguments(inputs, block, type);
    const region = regionOf(resource) ?? provider.region;
    const after = (resource.dependencies ?? []).flatMap((urn) => addresses.get(urn) ?? []);
    regions.add(region);
    files.forEach(({ file, archive }) => archives.set(file, archive));
    leftOut.push(...properties.map((property) => ({ resource, property })));
    bodies[type] ??= {};
    bodies[type][name] = { ...values, provider: `aws.${region}`, depends_on: after };
  }
  return {
    configuration: { provider: { aws: [...regions].map((region) => providerIn(region, provider)) }, resource: bodies },
    archives,
    addresses,
    leftOut,
    unknown: resources.filter(({ urn }) => !addresses.has(urn)),
    newer,
  };
}

interface Addressed {
  readonly resource: ResourceState;
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly block: Block;
}

function addressed(resource: ResourceState, schema: ProviderSchema): readonly Addressed[] {
  const type = terraformType(resource.type, schema);
  const block = type === undefined ? undefined : schema[type];
  if (type === undefined || block === undefined) {
    return [];
  }
  const name = urnParts(resource.urn)
    .name.replace(/[^\w-]/g, "_")
    .replace(/^(?=[^a-zA-Z_])/, "_");
  return [{ resource, type, name, address: `${type}.${name}`, block }];
}

/** Without secrets' wrapping. */
function plainResource(resource: ResourceState): ResourceState {
  return { ...resource, inputs: plain(resource.inputs, resource.urn), outputs: plain(resource.outputs, undefined) };
}

/** @param urn of the resource that must not hold an unknown value; outputs may. */
function plain(map: WireMap, urn: string | undefined): WireMap {
  return mapWireMap(toAnalyzerMap(map), (part) => {
    if (part === UNKNOWN_VALUE && urn !== undefined) {
      throw new Error(`${urn} holds a value that is only known after an update; apply a state that knows it.`);
    }
    return isWireMap(part) && signatureOf(part) === SECRET_SIGNATURE ? (part["value"] ?? null) : part;
  });
}

function linkedInputs(resource: ResourceState, block: Block, references: ReadonlyMap<string, References>): WireMap {
  const inputs = Object.entries({ ...automaticName(resource, block), ...resource.inputs });
  return Object.fromEntries(
    inputs
      .filter(([property]) => property !== REGION)
      .map(([property, value]) => [property, withReferences(value, dependenciesOf(resource, property, references))]),
  );
}

/** An archive among a resource's inputs, and the file that it becomes. */
interface ArchiveFile {
  readonly property: string;
  readonly file: string;
  readonly archive: Archive;
}

function archivesOf({ inputs }: ResourceState, name: string): readonly ArchiveFile[] {
  return Object.entries(inputs).flatMap(([property, value]) => {
    const archive = archiveIn(value);
    return archive === undefined ? [] : [{ property, file: `${name}-${property}.zip`, archive }];
  });
}

function namesOf(files: readonly ArchiveFile[]): WireMap {
  return Object.fromEntries(files.map(({ property, file }) => [property, file]));
}

/** Pulumi's provider makes up a name itself, and Terraform's another one. */
function automaticName({ inputs, outputs }: ResourceState, { attributes = {} }: Block): WireMap {
  const name = outputs["name"];
  const argument = attributes["name"];
  const canBeGiven = argument?.optional === true || argument?.required === true;
  return canBeGiven && inputs["name"] === undefined && typeof name === "string" ? { name } : {};
}

/** A property that was given as a plain text may hold the identity of anything that the resource waits for. */
function dependenciesOf(
  { dependencies = [], propertyDependencies = {} }: ResourceState,
  property: string,
  references: ReadonlyMap<string, References>,
): References {
  const own = propertyDependencies[property] ?? [];
  const urns = own.length === 0 ? dependencies : own;
  return new Map(urns.flatMap((urn) => [...(references.get(urn) ?? [])]));
}

interface DefaultProvider {
  readonly region: string;
  readonly settings: WireMap;
}

/** The settings of the provider that Pulumi makes of the stack's own: `aws:region`, `aws:defaultTags` and the like. */
function defaultProvider({ deployment }: StackState): DefaultProvider {
  const inputs = deployment.resources.find(({ type }) => type === `${PROVIDER_TYPE_PREFIX}aws`)?.inputs ?? {};
  const region = inputs[REGION];
  if (typeof region !== "string") {
    throw new Error("The state has no AWS provider with a region.");
  }
  const accounts = fromJson(inputs["allowedAccountIds"]);
  const tags = fromJson(inputs["defaultTags"]);
  return {
    region,
    settings: {
      ...(accounts === undefined ? {} : { allowed_account_ids: accounts }),
      ...(tags === undefined ? {} : { default_tags: [tags] }),
    },
  };
}

/** Settings that are no texts are JSON in a provider's inputs. */
function fromJson(text: WireValue | undefined): WireValue | undefined {
  return typeof text === "string" ? (JSON.parse(text) as WireValue) : undefined; // JSON holds nothing else
}

function providerIn(region: string, { settings }: DefaultProvider): WireMap {
  return {
    alias: region,
    region,
    ...settings,
    // A simulated account has one address for all buckets, and no metadata of an instance.
    s3_use_path_style: true,
    skip_metadata_api_check: true,
    skip_credentials_validation: true,
    // A connection that breaks is tried again; a refusal is not.
    max_retries: 3,
  };
}

function regionOf({ inputs }: ResourceState): string | undefined {
  const region = inputs[REGION];
  return typeof region === "string" ? region : undefined;
}
