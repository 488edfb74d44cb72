/**
 * The `ResourceMonitor` service of a preview: answers a program's registrations like the engine would, and records
 * them.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/proto/pulumi/resource.proto
 */
import type * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import { type IResourceMonitorServer, ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";
import { UNKNOWN_VALUE } from "../pulumi/wire";
import type { Completion } from "./completion";
import { holdsMark, readable, settledText } from "./placeholders";
import type { Project } from "./project";
import type { Recorder } from "./recorder";
import { type Registration, projectPosition } from "./registration";
import { entriesOf, mapOf, structOf } from "../pulumi/struct";
import type { Transforms } from "./transforms";
import { unary } from "../pulumi/unary";

export { ResourceMonitorService };

/** This monitor claims support for all engine features, so that a program sends the same requests as to the engine. */
const FEATURES: readonly protocol.ResourceMonitorFeature[] = Object.values(protocol.ResourceMonitorFeature).filter(
  (feature) => typeof feature === "number",
);

/**
 * The answer to a method call on a remote component. An answer cannot be marked as unknown, but the SDK treats it as
 * unknown if any value in it is. `result` is the property in which a method returns a single value.
 */
const UNKNOWN_ANSWER = { result: UNKNOWN_VALUE };

/** The number of concurrent registrations, which is the CLI's default for a Node.js program. */
export const PARALLEL = 16;

/** The organization of every stack in a self-managed backend. */
export const ORGANIZATION = "organization";

/** What the service answers from, and what it records in. */
export interface Monitored {
  readonly project: Project;
  readonly recorder: Recorder;
  readonly completion: Completion;
  readonly transforms: Transforms;
}

/** @param refuse called if a registration or call cannot be answered, in which case the engine ends the program. */
export function monitorService(
  { project, recorder, completion, transforms }: Monitored,
  refuse: (message: string) => void,
): IResourceMonitorServer {
  /** Answers a declaration, of which none may come too late, and none be left open. */
  const declaration = <Request, Answer>(
    describe: (request: Request) => string,
    answer: (request: Request) => Answer | Promise<Answer>,
  ): grpc.handleUnaryCall<Request, Answer> =>
    unary(async (request: Request) => {
      const answered = completion.begin(describe(request));
      try {
        return await answer(request);
      } finally {
        answered();
      }
    }, refuse);
  const position = (raw: SourcePosition | undefined): string | undefined =>
    projectPosition(raw?.toObject(), project.folder);

  return {
    getDeploymentInfo: unary(() => deploymentInfo(project)),
    supportsFeature: unary(() => {
      const answer = new protocol.SupportsFeatureResponse();
      answer.setHassupport(true);
      return answer;
    }),
    registerPackage: unary((request: protocol.RegisterPackageRequest) => {
      const answer = new protocol.RegisterPackageResponse();
      answer.setRef(`${request.getName()}@${request.getVersion()}`);
      return answer;
    }),
    registerResource: declaration(registered, async (request: protocol.RegisterResourceRequest) => {
      const own = request.getTransformsList();
      const asked = readRegistration(request, position(request.getSourceposition()));
      const { state, hidden } = recorder.register(await transforms.apply(asked, own), request.getPackageref());
      transforms.remember(state.urn, own, asked.parent);
      const answer = new protocol.RegisterResourceResponse();
      answer.setUrn(state.urn);
      answer.setId(state.id ?? "");
      answer.setObject(structOf(state.outputs));
      answer.setUnknown(hidden);
      return answer;
    }),
    registerResourceOutputs: declaration(gaveOutputs, (request: protocol.RegisterResourceOutputsRequest) => {
      recorder.setOutputs(request.getUrn(), mapOf(request.getOutputs()));
      return new Empty();
    }),
    readResource: declaration(read, (request: protocol.ReadResourceRequest) => {
      const state = recorder.read({
        type: request.getType(),
        name: readable(request.getName()),
        id: settledText(request.getId()),
        parent: request.getParent(),
        inputs: mapOf(request.getProperties()),
        dependencies: request.getDependenciesList(),
        provider: request.getProvider(),
        version: request.getVersion(),
        additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
        sourcePosition: position(request.getSourceposition()),
      });
      const answer = new protocol.ReadResourceResponse();
      answer.setUrn(state.urn);
      answer.setProperties(structOf(state.outputs));
      return answer;
    }),
    existsResource: unary(() => new protocol.ExistsResourceResponse()),
    invoke: unary(async (request: protocol.ResourceInvokeRequest) => {
      const args = await transforms.applyToFunction(request.getTok(), mapOf(request.getArgs()));
      const answer = new protocol.ResourceInvokeResponse();
      const known = recorder.answer(
        request.getTok(),
        args,
        request.getProvider(),
        position(request.getSourceposition()),
      );
      if (known === undefined) {
        answer.setUnknown(true);
      } else {
        answer.setReturn(structOf(known));
      }
      return answer;
    }, refuse),
    call: unary((request: protocol.ResourceCallRequest) => {
      recorder.answer(request.getTok(), {}, "", undefined);
      const answer = new CallResponse();
      answer.setReturn(structOf(UNKNOWN_ANSWER));
      return answer;
    }),
    registerStackTransform: unary((callback: Callback) => {
      transforms.addToStack(callback);
      return new Empty();
    }),
    registerStackInvokeTransform: unary((callback: Callback) => {
      transforms.addToFunctions(callback);
      return new Empty();
    }),
    // Hooks run when a resource is created, updated or deleted, which a preview never does.
    registerResourceHook: unary(() => new Empty()),
    registerErrorHook: unary(() => new Empty()),
    signalAndWaitForShutdown: unary(() => {
      completion.signal();
      return new Empty();
    }),
  };
}

function registered(request: protocol.RegisterResourceRequest): string {
  return `registered ${request.getType()} ${request.getName()}`;
}

function gaveOutputs(request: protocol.RegisterResourceOutputsRequest): string {
  return `gave outputs to ${request.getUrn()}`;
}

function read(request: protocol.ReadResourceRequest): string {
  return `read ${request.getType()} ${request.getName()}`;
}

function deploymentInfo(project: Project): protocol.DeploymentInfo {
  const info = new protocol.DeploymentInfo();
  info.setProject(project.name);
  info.setStack(project.stack);
  info.setOrganization(ORGANIZATION);
  info.setDryrun(true);
  info.setParallel(PARALLEL);
  info.setSupportedfeaturesList([...FEATURES]);
  info.setConfigsecretkeysList([...project.secretKeys]);
  for (const [key, value] of Object.entries(project.config)) {
    info.getConfigMap().set(key, value);
  }
  return info;
}

function readRegistration(request: protocol.RegisterResourceRequest, sourcePosition: string | undefined): Registration {
  return {
    type: request.getType(),
    name: readable(request.getName()),
    nameIsUnknown: holdsMark(request.getName()),
    custom: request.getCustom(),
    remote: request.getRemote(),
    parent: request.getParent(),
    inputs: mapOf(request.getObject()),
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
    dependencies: request.getDependenciesList(),
    propertyDependencies: Object.fromEntries(
      entriesOf(request.getPropertydependenciesMap()).map(([property, urns]) => [property, urns.getUrnsList()]),
    ),
    provider: request.getProvider(),
    providers: Object.fromEntries(entriesOf(request.getProvidersMap())),
    version: request.getVersion(),
    aliases: request.getAliasurnsList(),
    ignoreChanges: request.getIgnorechangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    importId: request.getImportid(),
    sourcePosition,
  };
}
