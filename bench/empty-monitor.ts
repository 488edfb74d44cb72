/**
 * The bare program: Pulumi's runner runs it against a monitor that answers every registration with its own inputs and
 * records nothing. This is the reference for the cost of a verdict.
 */
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engine from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/resource_pb";
import { startProgram } from "../preview/program-process";
import { readProject } from "../preview/project";
import { unary } from "../pulumi/unary";
import { REPOSITORY } from "./stacks";

/** The program's function calls need an account and a region, which a real monitor always provides. */
const ACCOUNT = {
  accountId: "111122223333",
  id: "eu-central-1",
  name: "eu-central-1",
  region: "eu-central-1",
  partition: "aws",
  dnsSuffix: "amazonaws.com",
};

async function main(): Promise<void> {
  const server = new grpc.Server();
  const empty = unary(() => new Empty());
  server.addService(ResourceMonitorService, {
    supportsFeature: unary(() => new protocol.SupportsFeatureResponse().setHassupport(true)),
    registerResource: unary((request: protocol.RegisterResourceRequest) => {
      const answer = new protocol.RegisterResourceResponse();
      answer.setUrn(`urn:pulumi:prod::bench::${request.getType()}::${request.getName()}`);
      answer.setId(request.getCustom() ? request.getName() : "");
      answer.setObject(request.getObject());
      return answer;
    }),
    registerResourceOutputs: empty,
    invoke: unary(() => {
      const answer = new protocol.ResourceInvokeResponse();
      answer.setReturn(Struct.fromJavaScript(ACCOUNT));
      return answer;
    }),
    registerPackage: unary(() => new protocol.RegisterPackageResponse()),
    signalAndWaitForShutdown: empty,
  });
  server.addService(EngineService, {
    log: empty,
    getRootResource: unary(() => new engine.GetRootResourceResponse()),
    setRootResource: unary(() => new engine.SetRootResourceResponse()),
    startDebugging: empty,
    requirePulumiVersion: unary(() => new engine.RequirePulumiVersionResponse()),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const started = performance.now();
  const { ended } = startProgram(readProject(REPOSITORY, "prod"), `127.0.0.1:${port}`, { timeout: 120_000 });
  const { exitCode, printed } = await ended;
  if (exitCode !== 0) {
    throw new Error(`the bare program failed: ${printed}`);
  }
  // The program's time, without the startup of this monitor.
  process.stdout.write(`${performance.now() - started}\n`);
  server.forceShutdown();
}

void main();
