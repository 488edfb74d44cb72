/** Every breakage, and the clients by which they are done. */
import type { Breakage } from "./breakage";
import { accountBreakages } from "./account-settings";
import { alertBreakages } from "./alerts";
import { bucketBreakages } from "./buckets";
import { configBreakages } from "./config";
import { detectionBreakages } from "./detection";
import { guardrailBreakages } from "./guardrails";
import { invocationBreakages } from "./invocations";
import { keyBreakages } from "./keys";
import { logBreakages } from "./logs";
import { roleBreakages } from "./roles";
import { trailBreakages } from "./trail";

export { type Clients, clientsOf } from "./breakage";

export const BREAKAGES: readonly Breakage[] = [
  ...guardrailBreakages,
  ...trailBreakages,
  ...accountBreakages,
  ...logBreakages,
  ...keyBreakages,
  ...configBreakages,
  ...bucketBreakages,
  ...invocationBreakages,
  ...alertBreakages,
  ...detectionBreakages,
  ...roleBreakages,
];
