/** What a rule on hardening says of a whole stack: with its full weight of what holds evidence, and by the preset of all else. */
import { type Elsewhere, PRESET_SETTING, type Preset, type Weight, WEIGHTS } from "./presets";
import { ACCOUNT_BASELINE } from "./resources";
import { type Result, type Results, notApplicable } from "./result";
import type { Rule } from "./rule";
import { settingValues } from "./settings";
import { holdsEvidence } from "./stack/evidence-holders";
import type { Stack, StackResource } from "./stack/stack";
import { about } from "./stack/subjects";

/**
 * @param configured the rule's settings by name; what is left out has its default
 * @returns what holds for the stack: `not-applicable` where nothing of the rule's types is asked
 */
export function hardeningOf(
  rule: Rule & { readonly elsewhere: Elsewhere },
  stack: Stack,
  configured: Readonly<Record<string, unknown>>,
): Results {
  const preset = presetOf(stack, configured);
  const weight = WEIGHTS[preset][rule.elsewhere];
  const subjects = rule.types.flatMap((type) => stack.ofToken(type));
  const asked = (resource: StackResource): boolean => weight !== "not-asked" || holdsEvidence(stack, resource);
  if (!subjects.some(asked)) {
    return notApplicable(
      `[no evidence] nothing of the types ${rule.types.join(", ")} holds evidence, and the preset ${preset} asks it of that only`,
    );
  }
  return resultsOf(rule, stack, configured).flatMap((result) => weighed(result, weight, stack));
}

function presetOf(stack: Stack, configured: Readonly<Record<string, unknown>>): Preset {
  const { preset } = settingValues(PRESET_SETTING, configured);
  return preset === "auto" ? (stack.ofType(ACCOUNT_BASELINE).length > 0 ? "account" : "workload") : preset;
}

function resultsOf(rule: Rule, stack: Stack, configured: Readonly<Record<string, unknown>>): readonly Result[] {
  return rule.kind === "stack"
    ? [rule.check(stack, configured)].flat()
    : rule.types.flatMap((type) =>
        stack.ofToken(type).flatMap((resource) => about(resource, rule.check(resource, configured))),
      );
}

function weighed(result: Result, weight: Weight, stack: Stack): readonly Result[] {
  if (result.status === "pass" || result.status === "not-applicable" || result.urn === undefined) {
    return [result];
  }
  if (weight === "fails" || holdsEvidence(stack, { urn: result.urn })) {
    return [result];
  }
  return weight === "not-asked" ? [] : [{ ...result, isAdvice: true }];
}
