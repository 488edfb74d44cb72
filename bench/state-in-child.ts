/** Judges a stack of the size given as argument and prints the time and the memory, as JSON. */
import * as fs from "node:fs";
import * as path from "node:path";
import { judge } from "../gate/judge";
import { startPack } from "../gate/pack-process";
import { timed } from "./measure";
import { REPOSITORY, baselineStack } from "./stacks";

async function main(): Promise<void> {
  const [file = "", size = "0"] = process.argv.slice(2);
  const declared = JSON.parse(fs.readFileSync(file, "utf8")) as Parameters<typeof baselineStack>[0]; // written by run.ts
  const state = baselineStack(declared, Number(size));
  const pack = await startPack({
    folder: path.join(REPOSITORY, "policies"),
    engineAddress: "127.0.0.1:1",
    environment: {},
  });
  const milliseconds = await timed(() => judge(pack, state, { policyConfig: {}, opaque: [] }));
  const packMegabytes = peakMegabytes(pack.processId);
  pack.stop();
  const gateMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ milliseconds, gateMegabytes, packMegabytes }));
}

/** Peak of a process's resident memory; not a number where the system does not tell. */
function peakMegabytes(processId: number): number {
  const status = `/proc/${processId}/status`;
  const found = fs.existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(status, "utf8"))?.[1] : undefined;
  return Number(found) / 1024;
}

void main();
