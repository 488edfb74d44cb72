/** The `Engine` service of a preview: keeps the program's log, and which resource is the root. */
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/engine_pb";
import { unary } from "./unary";

export { EngineService };

/** What a program told the engine. */
export interface ProgramLog {
  readonly errors: string[];
  readonly warnings: string[];
}

/** @param onError told after each error. */
export function engineService(log: ProgramLog, onError: () => void): IEngineServer {
  let root = "";
  return {
    log: unary((request: protocol.LogRequest) => {
      // Information is for a person who watches an update; a preview is not one.
      if (request.getSeverity() === protocol.LogSeverity.ERROR) {
        log.errors.push(request.getMessage());
        onError();
      } else if (request.getSeverity() === protocol.LogSeverity.WARNING) {
        log.warnings.push(request.getMessage());
      }
      return new Empty();
    }),
    getRootResource: unary(() => {
      const answer = new protocol.GetRootResourceResponse();
      answer.setUrn(root);
      return answer;
    }),
    setRootResource: unary((request: protocol.SetRootResourceRequest) => {
      root = request.getUrn();
      return new protocol.SetRootResourceResponse();
    }),
    startDebugging: unary(() => new Empty()),
    requirePulumiVersion: unary(() => new protocol.RequirePulumiVersionResponse()),
  };
}
