/** AWS Config rules: names that are in use, and how many a region may have. */
import { MOST_RULES_PER_REGION } from "../../facts/config/limits";
import { CLEAR, type Collision, type Decided, collide, leaveOpen, together } from "./collision";
import { type Declared, ofType } from "./declared";
import type { ObservedAccount, ObservedRegion } from "./observed";

const RULE = "aws:cfg/rule:Rule";
const PAGE = "docs/existing-accounts/recorders.md";

export function configRuleCollisions(declared: readonly Declared[], { regions }: ObservedAccount): Decided {
  return together(
    regions.map((observed) => {
      const rules = ofType(declared, RULE).filter(({ region }) => region === observed.region);
      return rules.length === 0 ? CLEAR : ofRegion(rules, observed);
    }),
  );
}

function ofRegion(rules: readonly Declared[], { region, configRuleNames }: ObservedRegion): Decided {
  if ("unreadable" in configRuleNames) {
    return leaveOpen({ what: "AWS Config rules", where: region, ...configRuleNames.unreadable });
  }
  const existing = new Set(configRuleNames.seen);
  const taken = rules.filter(({ name }) => name !== undefined && existing.has(name));
  const sum = existing.size + rules.length - taken.length;
  return collide(
    ...taken.map(({ urn, name = "" }) => sameName(region, urn, name)),
    ...(sum > MOST_RULES_PER_REGION ? [tooMany(region, rules, existing.size, sum)] : []),
  );
}

function sameName(region: string, urn: string, name: string): Collision {
  return {
    what: "AWS Config rule",
    where: region,
    declared: urn,
    observed: name,
    consequence: "overwritten",
    explanation: "There is a rule with this name; its source and parameters are overwritten.",
    settings: [],
    otherwise: "Delete the rule that exists, or, if this stack made it, pass the stack's state with --state.",
    page: PAGE,
  };
}

function tooMany(region: string, rules: readonly Declared[], existing: number, sum: number): Collision {
  return {
    what: "AWS Config rules",
    where: region,
    declared: rules[0]?.urn ?? "",
    observed: `${existing} rules`,
    consequence: "limit",
    explanation: `The region would have ${sum} rules, and AWS Config allows ${MOST_RULES_PER_REGION}.`,
    settings: [],
    otherwise: "Ask AWS for a higher quota of AWS Config rules, or delete rules that nobody reads.",
    page: PAGE,
  };
}
