/** Hostile programs, and what is tried with them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { enclose } from "../../processes/enclosure";
import { type Preview, type PreviewOptions, ProgramError, startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import { atEnd } from "../support/at-end";
import { REPOSITORY } from "../support/prod-state";

/** Name -> content. */
type Files = Readonly<Record<string, string>>;

/** A new folder outside the repository. */
export function temporaryFolder(files: Files = {}): string {
  return laidOut(fs.mkdtempSync(path.join(os.tmpdir(), "baseline-attack-")), files);
}

/** A new folder of a program, within the repository, so that its packages are found. */
export function hostileProgram(source: string, files: Files = {}): string {
  const parent = path.join(REPOSITORY, "tests", ".fixtures");
  fs.mkdirSync(parent, { recursive: true });
  return laidOut(fs.mkdtempSync(path.join(parent, "hostile-")), {
    "Pulumi.yaml": "name: hostile\nruntime: nodejs\n",
    "package.json": '{"name": "hostile", "private": true, "main": "index.js"}',
    "index.js": source,
    ...files,
  });
}

function laidOut(folder: string, files: Files): string {
  atEnd(async () => fs.promises.rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export function previewOf(folder: string, options: PreviewOptions = {}): Promise<Preview> {
  return startPreview(readProject(folder), { timeout: 30_000, ...options }).then((underWay) => underWay.finish());
}

/** The preview refuses the program, with these words. */
export async function assertRefusedProgram(folder: string, words: RegExp, options: PreviewOptions = {}): Promise<void> {
  await assert.rejects(previewOf(folder, options), (error) => {
    assert.ok(error instanceof ProgramError, String(error));
    assert.match(error.message, words);
    return true;
  });
}

/** The outputs of the stack. */
export async function outputsOf(
  folder: string,
  options: PreviewOptions = {},
): Promise<Readonly<Record<string, unknown>>> {
  const { state } = await previewOf(folder, options);
  return state.deployment.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};
}

export function pipe(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  assert.equal(spawnSync("mkfifo", [file]).status, 0, "mkfifo");
}

/** It ends within so many milliseconds. */
export async function inTime(milliseconds: number, act: () => unknown): Promise<void> {
  const started = performance.now();
  await act();
  const took = performance.now() - started;
  assert.ok(took < milliseconds, `${took} ms`);
}

/** Whether this machine encloses a program in a namespace of processes; where it does not, says loudly that an attack is not tried. */
export function hasNamespaces(attack: string): boolean {
  const { enclosure } = enclose(process.execPath, [], temporaryFolder());
  if (enclosure.kind !== "namespace") {
    console.warn(`\n!!! ${attack} WAS NOT TRIED: this machine lets nobody make a namespace of processes (unshare).\n`);
  }
  return enclosure.kind === "namespace";
}

/** Nothing writes to the file any more. */
export async function assertQuiet(file: string): Promise<void> {
  const before = fs.readFileSync(file, "utf8").length;
  assert.ok(before > 0, "the process never ran");
  await pause(400);
  assert.equal(fs.readFileSync(file, "utf8").length, before, "a process of the program is left");
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Source of a process that writes to the file ten times a second. */
export function heartbeat(file: string): string {
  return `setInterval(() => require("node:fs").appendFileSync(${JSON.stringify(file)}, "."), 100)`;
}

/** Source of a program that leaves that process behind, in a session of its own and without its environment. */
export function leavesBehind(file: string): string {
  return `
const { spawn } = require("node:child_process");
const left = spawn(process.execPath, ["-e", ${JSON.stringify(heartbeat(file))}], { detached: true, stdio: "ignore", env: {} });
left.unref();
const fs = require("node:fs");
exports.left = new Promise((resolve) => {
  const timer = setInterval(() => fs.existsSync(${JSON.stringify(file)}) && (clearInterval(timer), resolve("running")), 20);
});`;
}

/** Source that speaks to the monitor without the SDK. */
export const MONITOR = `
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
const { ResourceMonitorClient } = require("@pulumi/pulumi/proto/resource_grpc_pb");
const protocol = require("@pulumi/pulumi/proto/resource_pb");
const monitor = new ResourceMonitorClient(process.env.PULUMI_NODEJS_MONITOR, grpc.credentials.createInsecure());
const call = (method, request) => new Promise((resolve, reject) =>
  monitor[method](request, (error, answer) => (error ? reject(error) : resolve(answer))));
const registration = (name) => {
  const request = new protocol.RegisterResourceRequest();
  request.setType("aws:sns/topic:Topic");
  request.setName(name);
  request.setCustom(true);
  return request;
};
const signal = () => call("signalAndWaitForShutdown", new Empty());
`;
