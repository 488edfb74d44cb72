import * as fs from "node:fs";

/** Peak resident memory of a process in megabytes; NaN if the system does not provide it. */
export function peakMegabytes(processId: number): number {
  const status = `/proc/${processId}/status`;
  const found = fs.existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(status, "utf8"))?.[1] : undefined;
  return Number(found) / 1024;
}
