/** Pulumi's own runners, which start a program or a pack like the CLI does. */
import * as grpc from "@grpc/grpc-js";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readBounded } from "./bounded-file";

/** The runners in `@pulumi/pulumi`, for programs and for policy packs. */
export type Runner = "run" | "run-policy-pack";

/**
 * The path of a runner in the version of `@pulumi/pulumi` that is installed for the folder; `undefined` if there is
 * none.
 */
export function runnerOf(folder: string, runner: Runner): string | undefined {
  return fileOfPackage(folder, "@pulumi/pulumi", [`cmd/${runner}/index.js`]);
}

/** The version of `@pulumi/pulumi` that is installed for the folder; `undefined` if it cannot be read. */
export function versionOf(folder: string): string | undefined {
  const file = fileOfPackage(folder, "@pulumi/pulumi", ["package.json"]);
  const text = file === undefined ? undefined : readBounded(file, LARGEST_PACKAGE_JSON);
  try {
    const content = JSON.parse(text ?? "") as unknown; // typed `any` by the parser
    return typeof content === "object" &&
      content !== null &&
      "version" in content &&
      typeof content.version === "string"
      ? content.version
      : undefined;
  } catch {
    return undefined;
  }
}

/** In bytes. */
const LARGEST_PACKAGE_JSON = 1024 * 1024;

/**
 * The first of these files in the package that is installed for the folder; `undefined` if there is none.
 *
 * Node's own resolution would read every `package.json` on its way, which a stranger may have made endless.
 */
export function fileOfPackage(folder: string, name: string, files: readonly string[]): string | undefined {
  for (let from = folder; ; from = path.dirname(from)) {
    const home = path.join(from, "node_modules", name);
    if (fs.existsSync(home)) {
      const found = files.map((file) => path.join(home, file)).find(isRegularFile);
      return found === undefined ? undefined : fs.realpathSync(found);
    }
    if (from === path.dirname(from)) {
      return undefined;
    }
  }
}

function isRegularFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** The engine's limit for one message, in bytes. */
export const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** Options of every client: it speaks to a process of this machine, and never through a proxy of the environment. */
export const LOCAL_CLIENT = { "grpc.enable_http_proxy": 0 } as const;

/** Where a server listens. */
export interface Listening {
  /** `unix:PATH` */
  readonly address: string;
  /** Removes the socket. */
  close(): void;
}

/** In characters: the path of a socket has a hundred of them at most. */
const LONGEST_FOLDER = 70;

/** Listens on a socket in a new folder that nobody else on the machine may enter, as they could connect to a port. */
export function listen(server: grpc.Server): Promise<Listening> {
  const parent = os.tmpdir().length <= LONGEST_FOLDER ? os.tmpdir() : "/tmp";
  const folder = fs.mkdtempSync(path.join(parent, "baseline-"));
  const address = `unix:${path.join(folder, "engine")}`;
  const close = (): void => fs.rmSync(folder, { recursive: true, force: true });
  return new Promise((resolve, reject) => {
    server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error) => {
      if (error === null) {
        resolve({ address, close });
      } else {
        close();
        reject(error);
      }
    });
  });
}
