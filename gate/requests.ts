/** Builds the gate's requests in the `Analyzer` protocol. Pure. */
import { BinaryWriter } from "google-protobuf";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, providerUrn, urnParts } from "../pulumi/stack-state";
import { structOf } from "../pulumi/struct";
import { toAnalyzerMap } from "../pulumi/wire";

type ByUrn = ReadonlyMap<string, ResourceState>;

/** How much of what is partly unknown the pack is given. */
type Given = Parameters<typeof toAnalyzerMap>[1];

/** The request for one resource, with its inputs before it is created. */
export function analyzeRequest(resource: ResourceState, byUrn: ByUrn, given?: Given): protocol.AnalyzeRequest {
  const request = new protocol.AnalyzeRequest();
  request.setUrn(resource.urn);
  request.setType(resource.type);
  request.setName(urnParts(resource.urn).name);
  request.setProperties(structOf(toAnalyzerMap(resource.inputs, given)));
  request.setOptions(optionsOf(resource));
  const provider = providerOf(resource, byUrn);
  if (provider !== undefined) {
    request.setProvider(provider);
  }
  return request;
}

/** The field of `AnalyzeStackRequest` that holds the resources. */
const RESOURCES_FIELD = 1;

/**
 * The serialized request for the stack, with the outputs and dependencies of all resources. It is written resource by
 * resource, because the message objects of a large stack take many times the memory of the bytes.
 */
export class StackRequest {
  private readonly writer = new BinaryWriter();

  constructor(
    private readonly byUrn: ByUrn,
    private readonly given?: Given,
  ) {}

  add(resource: ResourceState): void {
    this.writer.writeBytes(RESOURCES_FIELD, stackResource(resource, this.byUrn, this.given).serializeBinary());
  }

  bytes(): Uint8Array {
    return this.writer.getResultBuffer();
  }
}

function stackResource(resource: ResourceState, byUrn: ByUrn, given: Given): protocol.AnalyzerResource {
  const message = new protocol.AnalyzerResource();
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(urnParts(resource.urn).name);
  message.setProperties(structOf(toAnalyzerMap(resource.outputs, given)));
  message.setOptions(optionsOf(resource));
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...(resource.dependencies ?? [])]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
    const entry = new protocol.AnalyzerPropertyDependencies();
    entry.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, entry);
  }
  const provider = providerOf(resource, byUrn);
  if (provider !== undefined) {
    message.setProvider(provider);
  }
  return message;
}

function optionsOf(resource: ResourceState): protocol.AnalyzerResourceOptions {
  const options = new protocol.AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  options.setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setParent(resource.parent ?? "");
  options.setCustomtimeouts(new protocol.AnalyzerResourceOptions.CustomTimeouts());
  return options;
}

function providerOf(resource: ResourceState, byUrn: ByUrn): protocol.AnalyzerProviderResource | undefined {
  const provider = resource.provider === undefined ? undefined : byUrn.get(providerUrn(resource.provider));
  if (provider === undefined) {
    return undefined;
  }
  const message = new protocol.AnalyzerProviderResource();
  message.setUrn(provider.urn);
  message.setType(provider.type);
  message.setName(urnParts(provider.urn).name);
  message.setProperties(structOf(toAnalyzerMap(provider.inputs)));
  return message;
}
