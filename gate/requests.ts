/** The gate's questions in the words of the `Analyzer` protocol. Pure. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, providerUrn, urnParts } from "../state/stack-state";
import { toAnalyzerValue } from "../state/wire";

type ByUrn = ReadonlyMap<string, ResourceState>;

/** The question about one resource: its inputs, before it is made. */
export function analyzeRequest(resource: ResourceState, byUrn: ByUrn): protocol.AnalyzeRequest {
  const request = new protocol.AnalyzeRequest();
  request.setUrn(resource.urn);
  request.setType(resource.type);
  request.setName(urnParts(resource.urn).name);
  request.setProperties(structOf(resource.inputs));
  request.setOptions(optionsOf(resource));
  const provider = providerOf(resource, byUrn);
  if (provider !== undefined) {
    request.setProvider(provider);
  }
  return request;
}

/** The question about the stack: the outputs of all resources, and what depends on what. */
export function stackRequest(resources: readonly ResourceState[], byUrn: ByUrn): protocol.AnalyzeStackRequest {
  const request = new protocol.AnalyzeStackRequest();
  request.setResourcesList(resources.map((resource) => stackResource(resource, byUrn)));
  return request;
}

function stackResource(resource: ResourceState, byUrn: ByUrn): protocol.AnalyzerResource {
  const message = new protocol.AnalyzerResource();
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(urnParts(resource.urn).name);
  message.setProperties(structOf(resource.outputs));
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

function structOf(properties: ResourceState["inputs"]): Struct {
  // Every wire value is JSON, which is what the declaration of fromJavaScript means by its index of {}.
  const plain = toAnalyzerValue(properties) as Parameters<typeof Struct.fromJavaScript>[0];
  return Struct.fromJavaScript(plain);
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
  message.setProperties(structOf(provider.inputs));
  return message;
}
