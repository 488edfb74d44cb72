/** Starts the pack. Nothing else may import this file: `new PolicyPack` opens a server at once. */
import { PolicyPack } from "@pulumi/policy";
import { RULES } from "./catalogue";
import { toPolicy } from "./crossguard";
import { readExemptions } from "./exemptions";
import { exemptionsFileValid } from "./exemptions-file-valid";

const PACK_NAME = "ai-governance-baseline";

try {
  const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  const exemptions = readExemptions(process.env, new Set(RULES.map(({ id }) => id)), today);
  new PolicyPack(PACK_NAME, {
    description: "The evidence that an AI workload must leave on AWS and Kubernetes",
    enforcementLevel: "mandatory",
    // The report on exemptions comes last, when it is known which of them a finding has needed.
    policies: [...RULES.map((rule) => toPolicy(rule, exemptions)), exemptionsFileValid(exemptions)],
  });
} catch (error) {
  // Whoever broke the exemptions file needs its name and the mistake, not this file's stack.
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
