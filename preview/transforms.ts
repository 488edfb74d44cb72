/**
 * Transforms: callbacks in the program that the engine uses to change a registration before it takes effect.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/proto/pulumi/callback.proto
 */
import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import * as protocol from "@pulumi/pulumi/proto/resource_pb";
import type { WireMap } from "../pulumi/stack-state";
import type { Registration } from "./registration";
import { entriesOf, mapOf, structOf } from "../pulumi/struct";

/** The transforms of a running program. */
export class Transforms {
  private readonly clients = new Map<string, CallbacksClient>();
  private readonly onStack: Callback[] = [];
  private readonly onFunctions: Callback[] = [];
  private readonly byUrn = new Map<string, { readonly own: readonly Callback[]; readonly parent: string }>();

  addToStack(callback: Callback): void {
    this.onStack.push(callback);
  }

  addToFunctions(callback: Callback): void {
    this.onFunctions.push(callback);
  }

  /** Stores a resource's transforms, which also apply to its descendants. */
  remember(urn: string, own: readonly Callback[], parent: string): void {
    this.byUrn.set(urn, { own, parent });
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

  close(): void {
    for (const client of this.clients.values()) {
      client.close();
    }
  }

  private inherited(parent: string): readonly Callback[] {
    const found = this.byUrn.get(parent);
    return found === undefined ? [] : [...found.own, ...this.inherited(found.parent)];
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
      this.client(callback.getTarget()).invoke(request, (error, answer) => {
        if (error === null) {
          resolve(answer.getResponse_asU8());
        } else {
          reject(new Error(error.details));
        }
      });
    });
  }

  private client(target: string): CallbacksClient {
    const known = this.clients.get(target);
    if (known !== undefined) {
      return known;
    }
    const client = new CallbacksClient(target, grpc.credentials.createInsecure());
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
