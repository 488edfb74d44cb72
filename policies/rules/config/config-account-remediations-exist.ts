import { managedRule } from "../../../facts/config/managed-rules";
import { isOfTrail, REMEDIABLE_RULES, type RemediableRule } from "../../../facts/config/remediable-rules";
import { UNKNOWN, show } from "../../properties";
import { ACCOUNT_BASELINE, CONFIG_REMEDIATION, CONFIG_RULE, TRAIL } from "../../resources";
import { type Results, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import type { Stack, StackResource } from "../../stack/stack";
import { inSameRegion, isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, not, some } from "../../truth";
import { managedRuleNamed } from "./governed-region-rules";

export const configAccountRemediationsExist = stackRule(ACCOUNT_BASELINE, {
  id: "config-account-remediations-exist",
  title: "What AWS Config finds has a runbook that puts it right, where one safe call does",
  severity: "low",
  enforcementLevel: "advisory",
  property: "governedRegions",
  rationale:
    "Whoever has to put back the logging of a trail, the rotation of a key or the block of public access in a hurry, by hand and with " +
    "an administrator's rights, does more than that, or something else.",
  remediation: "Declare ConfigRemediation for the rules in the region.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/remediation.html"],
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(
      baseline,
      (region, place) =>
        declined(baseline, { name: "configRemediation", region }, place.path) ?? hasRemediations(stack, region, place),
    ),
});

/** Every rule of the region with a remediation has one. The trail's logging is started where the trail is, and nowhere else. */
function hasRemediations(
  stack: Stack,
  region: string,
  { path, governed }: { readonly path: string; readonly governed: readonly unknown[] },
): Results {
  const isThere = (resource: StackResource): Truth => isInGovernedRegion(stack, resource, region, governed);
  const hasTrail = some(stack.ofType(TRAIL).map(isThere));
  const answers = REMEDIABLE_RULES.map((id) => ({
    id,
    isMet: every(
      stack
        .ofType(CONFIG_RULE)
        // Not the rule, not of this region's trail, or put right.
        .map((rule) =>
          some([
            not(every([isThere(rule), managedRuleNamed(identifierOf(id)).matches(rule)])),
            isOfTrail(id) ? not(hasTrail) : false,
            isRemediated(stack, rule),
          ]),
        ),
    ),
  }));
  const missing = answers.filter(({ isMet }) => isMet === false).map(({ id }) => identifierOf(id));
  return missing.length > 0
    ? fail(path, `is ${show(region)}, where nothing puts right what these Config rules find: ${missing.join(", ")}`)
    : answers.every(({ isMet }) => isMet === true)
      ? pass
      : undecided(path);
}

function identifierOf(id: RemediableRule): string {
  return managedRule(id).identifier;
}

/** Rules of two regions may have one name. */
function isRemediated(stack: Stack, rule: StackResource): Truth {
  return some(
    stack.ofType(CONFIG_REMEDIATION).map((remediation) => {
      const reference = stack.references(remediation, CONFIG_REMEDIATION.path("configRuleName"), CONFIG_RULE);
      const isOfRule = reference.found === "resources" && reference.resources.some(({ urn }) => urn === rule.urn);
      return reference.found === "unknown" ? UNKNOWN : isOfRule && inSameRegion(stack, remediation, rule);
    }),
  );
}
