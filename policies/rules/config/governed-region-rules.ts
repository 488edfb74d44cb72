/** Whether a governed region has the Config rules that are required there. */
import { UNKNOWN, at, show } from "../../properties";
import { type ACCOUNT_BASELINE, CONFIG_RULE } from "../../resources";
import { type Results, fail, pass, undecided } from "../../result";
import { declined } from "../../stack/account-modes";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, is, some } from "../../truth";

type ConfigRule = StackResourceOf<typeof CONFIG_RULE>;

/** A Config rule that a region is required to have. */
export interface RequiredRule {
  /** The rule as a message names it. */
  readonly name: string;
  /** Whether a declared rule is the required one. */
  readonly matches: (rule: ConfigRule) => Truth;
}

/**
 * The region has every required rule, unless the account does without a recorder there: then AWS Config takes none.
 * @param place the region's place in the list of the governed ones, as `inGovernedRegions` hands it on
 */
export function hasRules(
  stack: Stack,
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  region: string,
  place: { readonly path: string; readonly governed: readonly unknown[] },
  required: readonly RequiredRule[],
): Results {
  const candidates = stack
    .ofType(CONFIG_RULE)
    .map((rule): { readonly rule: ConfigRule; readonly isThere: Truth } => ({
      rule,
      isThere: isInGovernedRegion(stack, rule, region, place.governed),
    }))
    .filter(({ isThere }) => isThere !== false);
  const presence = required.map(({ name, matches }) => ({
    name,
    isPresent: some(candidates.map(({ rule, isThere }) => every([isThere, matches(rule)]))),
  }));
  const missing = presence.filter(({ isPresent }) => isPresent === false).map(({ name }) => name);
  if (missing.length > 0) {
    const message = `is ${show(region)}, which lacks these Config rules: ${missing.join(", ")}; declare them there`;
    return declined(baseline, { name: "recorder", region }, place.path) ?? fail(place.path, message);
  }
  return presence.some(({ isPresent }) => isPresent === UNKNOWN) ? undecided(place.path) : pass;
}

/** The managed rule with the identifier. */
export function managedRuleNamed(identifier: string): RequiredRule {
  return {
    name: identifier,
    matches: ({ properties }) =>
      every([
        is(at(properties, CONFIG_RULE.path("source.owner")), "AWS"),
        is(at(properties, CONFIG_RULE.path("source.sourceIdentifier")), identifier),
      ]),
  };
}
