/**
 * Checks a stack of the given size, made from the resources in a file, with the pack in a folder. Prints time and
 * memory as JSON.
 */
import * as fs from "node:fs";
import { evaluate } from "../gate/evaluate";
import { startPack } from "../gate/pack-process";
import { timed } from "./measure";
import { peakMegabytes } from "./peak-memory";
import { baselineStack } from "./stacks";

async function main(): Promise<void> {
  const [file = "", folder = "", size = "0"] = process.argv.slice(2);
  const declared = JSON.parse(fs.readFileSync(file, "utf8")) as Parameters<typeof baselineStack>[0]; // written by gate.ts
  const state = baselineStack(declared, Number(size));
  const pack = await startPack({ folder, environment: {} });
  const milliseconds = await timed(() => evaluate(pack, state, { policyConfig: {}, opaque: [] }));
  const packMegabytes = peakMegabytes(pack.processId);
  pack.stop();
  const gateMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ milliseconds, gateMegabytes, packMegabytes }));
}

void main();
