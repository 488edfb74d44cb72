import type { Source } from "../source";
import type { ManagedRule } from "./managed-rule";
import { AI_RULES, SOURCES as AI_SOURCES } from "./managed-rules-ai";
import { DATA_RULES, SOURCES as DATA_SOURCES } from "./managed-rules-data";
import { LOGGING_RULES, SOURCES as LOGGING_SOURCES } from "./managed-rules-logging";

export const SOURCES: readonly Source[] = [...LOGGING_SOURCES, ...DATA_SOURCES, ...AI_SOURCES];

/**
 * The managed rules of the baseline, by the name under which AWS documents each.
 *
 * The page of a rule is `https://docs.aws.amazon.com/config/latest/developerguide/<rule name>.html`.
 * No managed rule checks model invocation logging, and the one on log-group retention takes "never expire" for compliant.
 */
export const MANAGED_RULES = { ...LOGGING_RULES, ...DATA_RULES, ...AI_RULES };

/** The name under which AWS documents a rule of {@link MANAGED_RULES}. */
export type ManagedRuleId = keyof typeof MANAGED_RULES;

/** The parameters of one rule, each optional and a string. */
export type ManagedRuleParameters<Id extends ManagedRuleId> = {
  readonly [Name in keyof (typeof MANAGED_RULES)[Id]["parameters"]]?: string;
};

/** Parameters by rule; a misspelt rule or parameter does not compile. */
export type ParametersByRule = { readonly [Id in ManagedRuleId]?: ManagedRuleParameters<Id> };

/** Every rule of {@link MANAGED_RULES}, in the order of the table. */
// Object.keys is typed string[], yet the table is a constant of which these are all the keys.
export const MANAGED_RULE_IDS = Object.keys(MANAGED_RULES) as readonly ManagedRuleId[];

/** The rules that `ConfigRules` creates when it is given no list. */
export const BASELINE_RULE_IDS: readonly ManagedRuleId[] = MANAGED_RULE_IDS.filter((id) => MANAGED_RULES[id].baseline);

/** The entry of a rule, in the general shape of all entries. */
export function managedRule(id: ManagedRuleId): ManagedRule {
  return MANAGED_RULES[id];
}
