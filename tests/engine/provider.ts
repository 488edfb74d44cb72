/**
 * An AWS provider that the test serves, so that the real engine previews and creates without an account. A Kubernetes
 * provider beside it answers in the same way, as far as a resource that is refused needs one.
 *
 * It checks, creates and answers as the real provider does as far as an engine and a policy pack can tell: what `Check`
 * adds to the inputs stands in provider-check.ts, what AWS computes comes from the preview's own table.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/proto/pulumi/provider.proto
 */
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/provider_pb";
import { computeOutputs } from "../../preview/aws/computed-outputs";
import { type AwsEnvironment, awsEnvironment } from "../../preview/aws/environment";
import { answerFunction } from "../../preview/aws/functions";
import { RESOURCE_TYPES } from "../../facts/resource-identifiers";
import { mapOf, structOf } from "../../pulumi/struct";
import { unary } from "../../pulumi/unary";
import { type WireMap, urnParts } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { checkInputs } from "./provider-check";

/** A question of the engine about one resource. */
export interface ProviderCall {
  readonly method: "check" | "create" | "update" | "delete" | "read";
  readonly urn: string;
  /** For `check`, what the program gave; else what the provider is to make of the resource. */
  readonly inputs: WireMap;
  /** Asked during a preview, when nothing is made. */
  readonly preview: boolean;
}

export interface ServedProvider {
  /** For the engine's environment: attach to these providers instead of starting plugins. */
  readonly attach: string;
  readonly calls: readonly ProviderCall[];
  stop(): void;
}

/** The packages whose resources are answered for, each by a provider that is configured by itself. */
const PACKAGES = ["aws", "kubernetes"] as const;

/** Something that is in the account before the stack is. */
export interface InAccount {
  readonly type: string;
  /** As the provider documents it for imports, without a region. */
  readonly id: string;
  /** What the provider reads of it; `region` is where it is. */
  readonly inputs: WireMap & { readonly region: string };
}

/** @param account what can be imported. @default nothing */
export async function serveProvider(account: readonly InAccount[] = []): Promise<ServedProvider> {
  const calls: ProviderCall[] = [];
  const served = await Promise.all(PACKAGES.map((name) => servePackage(name, calls, account)));
  return {
    attach: served.map(({ attach }) => attach).join(","),
    calls,
    stop: () => {
      for (const { server } of served) {
        server.forceShutdown();
      }
    },
  };
}

async function servePackage(
  name: string,
  calls: ProviderCall[],
  account: readonly InAccount[],
): Promise<{ attach: string; server: grpc.Server }> {
  const server = new grpc.Server();
  server.addService(ResourceProviderService, handlers(calls, account));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) {
        resolve(bound);
      } else {
        reject(error);
      }
    });
  });
  return { attach: `${name}:${port}`, server };
}

type Handlers = Partial<Record<keyof typeof ResourceProviderService, grpc.UntypedHandleCall>>;

function handlers(calls: ProviderCall[], account: readonly InAccount[]): grpc.UntypedServiceImplementation {
  let environment = awsEnvironment({});
  const note = (method: ProviderCall["method"], urn: string, inputs: WireMap, preview = false): void => {
    calls.push({ method, urn, inputs, preview });
  };
  const answered: Handlers = {
    attach: unary(() => new Empty()),
    handshake: unary(() => {
      const answer = new protocol.ProviderHandshakeResponse();
      answer.setAcceptSecrets(true);
      return answer;
    }),
    getPluginInfo: unary(() => {
      const info = new PluginInfo();
      info.setVersion("7.48.0");
      return info;
    }),
    getSchema: unary(() => {
      const answer = new protocol.GetSchemaResponse();
      answer.setSchema(JSON.stringify({ name: "aws", version: "7.48.0" }));
      return answer;
    }),
    checkConfig: unary((request: protocol.CheckRequest) => checked(mapOf(request.getNews()))),
    diffConfig: unary((request: protocol.DiffRequest) => difference(request)),
    configure: unary((request: protocol.ConfigureRequest) => {
      const settings = Object.entries(mapOf(request.getArgs())).map(([name, value]) => [
        `aws:${name}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]);
      environment = awsEnvironment(Object.fromEntries(settings) as Record<string, string>); // pairs of texts
      const answer = new protocol.ConfigureResponse();
      answer.setAcceptsecrets(true);
      answer.setSupportspreview(true);
      return answer;
    }),
    invoke: unary((request: protocol.InvokeRequest) => {
      const answer = answerFunction(request.getTok(), mapOf(request.getArgs()), environment);
      if (answer === undefined) {
        throw new Error(`the test's provider has no answer for ${request.getTok()}`);
      }
      const response = new protocol.InvokeResponse();
      response.setReturn(structOf({ ...answer, ...("description" in answer ? { description: "Europe" } : {}) }));
      return response;
    }),
    check: unary((request: protocol.CheckRequest) => {
      const inputs = mapOf(request.getNews());
      note("check", request.getUrn(), inputs);
      return checked(checkInputs({ ...whatIs(request.getUrn()), inputs }, environment));
    }),
    diff: unary((request: protocol.DiffRequest) => difference(request)),
    create: unary((request: protocol.CreateRequest) => {
      const inputs = mapOf(request.getProperties());
      note("create", request.getUrn(), inputs, request.getPreview());
      const { id, outputs } = made(request.getUrn(), inputs, environment);
      const answer = new protocol.CreateResponse();
      answer.setId(request.getPreview() ? "" : id);
      answer.setProperties(structOf(request.getPreview() ? planned(outputs, inputs) : outputs));
      return answer;
    }),
    read: unary((request: protocol.ReadRequest) => {
      note("read", request.getUrn(), mapOf(request.getInputs()));
      const answer = new protocol.ReadResponse();
      if ((request.getProperties()?.getFieldsMap().getLength() ?? 0) > 0) {
        answer.setId(request.getId());
        answer.setProperties(request.getProperties());
        answer.setInputs(request.getInputs());
        return answer;
      }
      // An import. What is not there is answered with no id at all.
      const resource = whatIs(request.getUrn());
      const found = findInAccount(account, resource.type, request.getId(), environment);
      if (found !== undefined) {
        const inputs = checkInputs({ ...resource, inputs: found.inputs }, environment);
        answer.setId(found.id);
        answer.setProperties(structOf(made(request.getUrn(), inputs, environment).outputs));
        answer.setInputs(structOf(inputs));
      }
      return answer;
    }),
    update: unary((request: protocol.UpdateRequest) => {
      const inputs = mapOf(request.getNews());
      note("update", request.getUrn(), inputs, request.getPreview());
      const answer = new protocol.UpdateResponse();
      answer.setProperties(structOf(made(request.getUrn(), inputs, environment).outputs));
      return answer;
    }),
    delete: unary((request: protocol.DeleteRequest) => {
      note("delete", request.getUrn(), mapOf(request.getProperties()));
      return new Empty();
    }),
    cancel: unary(() => new Empty()),
  };
  // A service implementation is indexed by any name; ours has some of them, and gRPC answers the rest with "unimplemented".
  return answered as grpc.UntypedServiceImplementation;
}

/**
 * What an import finds: in the region after the `@` of the id, else in that of the ARN, or that which the id is, else in the
 * provider's own.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
function findInAccount(
  account: readonly InAccount[],
  type: string,
  importId: string,
  environment: AwsEnvironment,
): InAccount | undefined {
  const [id = "", suffix] = importId.split("@");
  const [, , , ofArn] = id.split(":");
  const isRegion = RESOURCE_TYPES[type]?.id === "{region}";
  const region = suffix ?? (isRegion ? id : (ofArn ?? environment.region));
  return account.find((each) => each.type === type && each.id === id && each.inputs.region === region);
}

function whatIs(urn: string): { readonly urn: string; readonly name: string; readonly type: string } {
  const { name, qualifiedType } = urnParts(urn);
  return { urn, name, type: qualifiedType.split("$").at(-1) ?? "" };
}

/** What becomes of a resource. An output that the preview's table does not tell is left out. */
function made(urn: string, inputs: WireMap, environment: AwsEnvironment): { id: string; outputs: WireMap } {
  const { id, outputs } = computeOutputs({ ...whatIs(urn), inputs }, environment);
  const told = Object.entries(outputs).filter(([name, value]) => name in inputs || value !== UNKNOWN_VALUE);
  return { id: id ?? `${whatIs(urn).name}-id`, outputs: Object.fromEntries(told) };
}

/** What AWS computes is not known before the resource is made; its region and what the program gave are. */
function planned(outputs: WireMap, inputs: WireMap): WireMap {
  const shown = Object.entries(outputs).map(([name, value]) => {
    const known = name in inputs || name === "region";
    return [name, known ? value : UNKNOWN_VALUE] as const;
  });
  return Object.fromEntries(shown);
}

function checked(inputs: WireMap): protocol.CheckResponse {
  const answer = new protocol.CheckResponse();
  answer.setInputs(structOf(inputs));
  return answer;
}

function difference(request: protocol.DiffRequest): protocol.DiffResponse {
  const [before, after] = [mapOf(request.getOldInputs()), mapOf(request.getNews())];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const answer = new protocol.DiffResponse();
  const named = RESOURCE_TYPES[whatIs(request.getUrn()).type]?.named;
  answer.setReplacesList(changed.filter((name) => name === named || name === "region"));
  const { DIFF_NONE, DIFF_SOME } = protocol.DiffResponse.DiffChanges;
  answer.setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME);
  answer.setDiffsList(changed);
  return answer;
}
