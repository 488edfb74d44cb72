/** Every drill, by its name. */
import { deniedAgent } from "./denied-agent";
import type { Drill } from "./drill";
import { injectionFlood } from "./injection-flood";
import { leakedRecord } from "./leaked-record";

export const DRILLS = {
  "leaked-record": leakedRecord,
  "denied-agent": deniedAgent,
  "injection-flood": injectionFlood,
} as const satisfies Readonly<Record<string, Drill>>;

export type DrillName = keyof typeof DRILLS;

export const DRILL_NAMES = Object.keys(DRILLS) as readonly DrillName[]; // Object.keys loses the key types
