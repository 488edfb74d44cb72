/**
 * Transforms: callbacks in the program that the engine uses to change a registration before it takes effect.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/proto/pulumi/callback.proto
 */
import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import * as protocol from "@pulumi/pulumi/proto/resource_pb";
import { LOCAL_CLIENT } from "../pulumi/runner";
import type { WireMap } from "../pulumi/stack-state";
import type { Registration } from "./registration";
import { entriesOf, mapOf, structOf } from "../pulumi/struct";

/** The transforms that reach a resource, from its own to those of the farthest ancestor. */
interface Reach {
  readonly own: readonly Callback[];
  readonly above: Reach | undefined;
}

/** Where a program serves its callbacks: on this machine. */
const LOCAL_TARGET = /^(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

/** The transforms of a running program. */
export class Transforms {
  private readonly clients = new Map<string, CallbacksClient>();
  private readonly underWay = new Set<grpc.ClientUnaryCall>();
  private readonly onStack: Callback[] = [];
  private readonly onFunctions: Callback[] = [];
  /** Only resources with transforms are links of the chain, so that a deep stack costs no more than a flat one. */
  private readonly byUrn = new Map<string, Reach>();

  addToStack(callback: Callback): void {
    this.onStack.push(callback);
  }

  addToFunctions(callback: Callback): void {
    this.onFunctions.push(callback);
  }

  /** Stores a resource's transforms, which also apply to its descendants. */
  remember(urn: string, own: readonly Callback[], parent: string): void {
    const above = this.byUrn.get(parent);
    const reach = own.length === 0 ? above : { own, above };
    if (reach !== undefined) {
      this.byUrn.set(urn, reach);
    }
  }

  /** Applies the transforms of a resource, its ancestors and the stack, in the engine's order. */
  async apply(registration: Registration, own: readonly Callback[]): Promise<Registration> {
    let changed = registration;
    for (const callback of [...own, ...this.inherited(registration.parent), ...this.onStack]) {
      changed = await this.applyOne(changed, callback);
    }
    return changed;
  }

  /** Applies the transforms of function calls to the arguments of a call. */
  async applyToFunction(token: string, args: WireMap): Promise<WireMap> {
    let changed = args;
    for (const callback of this.onFunctions) {
      const request = new protocol.TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(structOf(changed));
      request.setOptions(new protocol.TransformInvokeOptions());
      const answer = await this.call(callback, request.serializeBinary());
      const given = protocol.TransformInvokeResponse.deserializeBinary(answer).getArgs();
      changed = given === undefined ? changed : mapOf(given);
    }
    return changed;
  }

  /** Gives up the calls that are under way, too. */
  close(): void {
    for (const call of this.underWay) {
      call.cancel();
    }
    for (const client of this.clients.values()) {
      client.close();
    }
  }

  private inherited(parent: string): readonly Callback[] {
    const found: Callback[] = [];
    for (let reach = this.byUrn.get(parent); reach !== undefined; reach = reach.above) {
      found.push(...reach.own);
    }
    return found;
  }

  private async applyOne(registration: Registration, callback: Callback): Promise<Registration> {
    const request = new protocol.TransformRequest();
    request.setType(registration.type);
    request.setName(registration.name);
    request.setCustom(registration.custom);
    request.setParent(registration.parent);
    request.setProperties(structOf(registration.inputs));
    request.setOptions(optionsOf(registration));
    const answer = protocol.TransformResponse.deserializeBinary(await this.call(callback, request.serializeBinary()));
    return withOptions({ ...registration, inputs: mapOf(answer.getProperties()) }, answer.getOptions());
  }

  private call(callback: Callback, payload: Uint8Array): Promise<Uint8Array> {
    const request = new CallbackInvokeRequest();
    request.setToken(callback.getToken());
    request.setRequest(payload);
    return new Promise((resolve, reject) => {
      const call = this.client(callback.getTarget()).invoke(request, (error, answer) => {
        this.underWay.delete(call);
        if (error === null) {
          resolve(answer.getResponse_asU8());
        } else {
          reject(new Error(error.details));
        }
      });
      this.underWay.add(call);
    });
  }

  private client(target: string): CallbacksClient {
    const known = this.clients.get(target);
    if (known !== undefined) {
      return known;
    }
    if (!LOCAL_TARGET.test(target)) {
      throw new Error(`a transform is served at ${JSON.stringify(target)}, which is no port of this machine`);
    }
    const client = new CallbacksClient(target, grpc.credentials.createInsecure(), LOCAL_CLIENT);
    this.clients.set(target, client);
    return client;
  }
}

function optionsOf(registration: Registration): protocol.TransformResourceOptions {
  const options = new protocol.TransformResourceOptions();
  options.setDependsOnList([...registration.dependencies]);
  options.setProtect(registration.protect);
  options.setRetainOnDelete(registration.retainOnDelete);
  options.setIgnoreChangesList([...registration.ignoreChanges]);
  options.setAdditionalSecretOutputsList([...registration.additionalSecretOutputs]);
  options.setProvider(registration.provider);
  options.setVersion(registration.version);
  options.setImport(registration.importId);
  for (const [name, reference] of Object.entries(registration.providers)) {
    options.getProvidersMap().set(name, reference);
  }
  return options;
}

function withOptions(registration: Registration, options: protocol.TransformResourceOptions | undefined): Registration {
  if (options === undefined) {
    return registration;
  }
  return {
    ...registration,
    dependencies: options.getDependsOnList(),
    protect: options.getProtect() ?? registration.protect,
    retainOnDelete: options.getRetainOnDelete() ?? registration.retainOnDelete,
    ignoreChanges: options.getIgnoreChangesList(),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    provider: options.getProvider(),
    providers: Object.fromEntries(entriesOf(options.getProvidersMap())),
    version: options.getVersion(),
  };
}
