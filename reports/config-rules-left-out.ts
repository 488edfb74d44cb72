/** The AWS Config rules that a stack's regions do not have, because AWS Config lacks them there. */
import type { ResourceState } from "../pulumi/stack-state";
import { counted } from "./summary";
import { oneLine } from "./text";

/** The component that plans a region's rules; its inputs name those that it leaves out. */
const CONFIG_RULES = "ai-governance-baseline:index:ConfigRules";

/** The rules that one region does not have. */
export interface RulesLeftOut {
  readonly region: string;
  /** In the order of the plan, each once. */
  readonly rules: readonly string[];
}

/** One entry for each region that lacks a rule, in the order of the state. */
export function configRulesLeftOut(resources: readonly ResourceState[]): readonly RulesLeftOut[] {
  const byRegion = new Map<string, Set<string>>();
  for (const { type, inputs } of resources) {
    const { region, unavailableRules } = inputs;
    if (type !== CONFIG_RULES || typeof region !== "string" || !Array.isArray(unavailableRules)) {
      continue;
    }
    const rules = byRegion.get(region) ?? new Set();
    // Elements of an array of a union are not narrowed by isArray.
    (unavailableRules as readonly unknown[]).forEach((rule) => typeof rule === "string" && rules.add(rule));
    byRegion.set(region, rules);
  }
  return [...byRegion]
    .map(([region, rules]) => ({ region, rules: [...rules] }))
    .filter(({ rules }) => rules.length > 0);
}

/** How many rules the region does not have, in one line. */
export function leftOutLine({ region, rules }: RulesLeftOut): string {
  return oneLine(`AWS Config lacks ${counted(rules.length, "chosen rule")} in ${region}`);
}
