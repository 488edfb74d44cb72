/** The `Engine` service of a preview: stores the program's log and its root resource. */
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/engine_pb";
import { unary } from "../pulumi/unary";
import { readable } from "./placeholders";

export { EngineService };

/** The errors and warnings that a program logged. */
export interface ProgramLog {
  readonly errors: string[];
  readonly warnings: string[];
}

/** What is kept of a program's log, which may be endless: the first texts, and the beginning of each. */
const MOST_TEXTS = 100;
const LONGEST_TEXT = 20_000;

export function noteError({ errors }: ProgramLog, text: string): void {
  note(errors, text);
}

function note(texts: string[], text: string): void {
  if (texts.length < MOST_TEXTS) {
    texts.push(readable(text.slice(0, LONGEST_TEXT)));
  }
}

/** @param onError called after each error. */
export function engineService(log: ProgramLog, onError: () => void): IEngineServer {
  let root = "";
  return {
    log: unary((request: protocol.LogRequest) => {
      // Info messages are for people who watch an update, so a preview ignores them.
      if (request.getSeverity() === protocol.LogSeverity.ERROR) {
        noteError(log, request.getMessage());
        onError();
      } else if (request.getSeverity() === protocol.LogSeverity.WARNING) {
        note(log.warnings, request.getMessage());
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
