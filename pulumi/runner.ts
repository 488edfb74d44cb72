/** Pulumi's own runners, which start a program or a pack like the CLI does. */
import * as grpc from "@grpc/grpc-js";
import { createRequire } from "node:module";
import * as path from "node:path";

/** The runners in `@pulumi/pulumi`, for programs and for policy packs. */
export type Runner = "run" | "run-policy-pack";

/**
 * The path of a runner in the version of `@pulumi/pulumi` that is installed for the folder; `undefined` if there is
 * none.
 */
export function runnerOf(folder: string, runner: Runner): string | undefined {
  try {
    return createRequire(path.join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${runner}`);
  } catch {
    return undefined;
  }
}

/** The engine's limit for one message, in bytes. */
export const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** Listens on a free local port. @returns the address, `127.0.0.1:PORT` */
export function listen(server: grpc.Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) {
        resolve(`127.0.0.1:${port}`);
      } else {
        reject(error);
      }
    });
  });
}
