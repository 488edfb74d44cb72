/**
 * Checks a stack of the given size, made from the resources in a file, with the pack in a folder. Prints time and
 * memory as JSON.
 */
import * as fs from "node:fs";
import { evaluate } from "../gate/evaluate";
import { startPack } from "../gate/pack-process";
import { timed } from "./measure";
import { baselineStack } from "./stacks";

async function main(): Promise<void> {
  const [file = "", folder = "", size = "0"] = process.argv.slice(2);
  const declared = JSON.parse(fs.readFileSync(file, "utf8")) as Parameters<typeof baselineStack>[0]; // written by run.ts
  const state = baselineStack(declared, Number(size));
  const pack = await startPack({ folder, environment: {} });
  const milliseconds = await timed(() => evaluate(pack, state, { policyConfig: {}, opaque: [] }));
  const packMegabytes = peakMegabytes(pack.processId);
  pack.stop();
  const gateMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ milliseconds, gateMegabytes, packMegabytes }));
}

/** Peak resident memory of a process; NaN if the system does not provide it. */
function peakMegabytes(processId: number): number {
  const status = `/proc/${processId}/status`;
  const found = fs.existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(status, "utf8"))?.[1] : undefined;
  return Number(found) / 1024;
}

void main();
