/** Which Config rules a region gets, and with what parameters: decided on plain data. */
import { GUARD, isRecordedIn, UNRECORDED_RESOURCE_TYPES } from "../../facts/config/limits";
import {
  BASELINE_RULE_IDS,
  MANAGED_RULE_IDS,
  managedRule,
  type ManagedRuleId,
  type ParametersByRule,
} from "../../facts/config/managed-rules";
import { CHECKABLE_RETENTION_DAYS } from "../../facts/config/managed-rules-logging";
import { isOfferedIn } from "../../facts/config/rule-regions";
import { BASELINE_GUARD_RULES, type GuardRule } from "./config-guard-rules";
import { parameterMistakes, parametersJson, resolveParameters } from "./managed-rule-parameters";

/** The rule that checks how long log groups keep their events. */
export const RETENTION_RULE = "cw-loggroup-retention-period-check";

/** What decides which Config rules a region gets. */
export interface ConfigRulesChoice {
  readonly rules?: readonly ManagedRuleId[];
  readonly parameters?: ParametersByRule;
  readonly minimumLogRetentionDays?: number;
  readonly customPolicyRules?: readonly GuardRule[];
  readonly globalResourceRules?: boolean;
}

/** One managed rule to create. */
export interface PlannedManagedRule {
  readonly id: ManagedRuleId;
  readonly identifier: string;
  readonly description: string;
  /** A JSON object of strings; absent when the rule gets no parameter. */
  readonly inputParameters?: string;
}

/** The Config rules of one region. */
export interface ConfigRulesPlan {
  readonly managed: readonly PlannedManagedRule[];
  readonly custom: readonly GuardRule[];
  /**
   * Rules that were chosen, yet are left out: managed rules that the region is not known to offer, then custom policy rules
   * none of whose types AWS Config is known to record there.
   */
  readonly unavailable: readonly string[];
}

/**
 * The longest period that `cw-loggroup-retention-period-check` can require of log groups that keep their events for `days`:
 * the greatest of the rule's own values that is not above it.
 *
 * @param days at least 1
 */
export function checkableRetentionDays(days: number): number {
  return Math.max(...CHECKABLE_RETENTION_DAYS.filter((legal) => legal <= Math.max(days, 1)));
}

function duplicates(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function ruleListProblems(rules: readonly string[]): readonly string[] {
  const known: readonly string[] = MANAGED_RULE_IDS;
  return [
    ...rules
      .filter((id) => !known.includes(id))
      .map((id) => `rules has "${id}", which is not a known managed rule. Known are: ${known.join(", ")}.`),
    ...duplicates(rules).map((id) => `rules has "${id}" more than once. Name each rule once.`),
  ];
}

function globalRuleProblems({ rules = [], globalResourceRules = true }: ConfigRulesChoice): readonly string[] {
  return globalResourceRules
    ? []
    : rules
        .filter(isGlobal)
        .map(
          (id) =>
            `rules has "${id}", which is about what exists once in the account, while globalResourceRules is false. ` +
            `Remove the rule, or set globalResourceRules to true in this one region.`,
        );
}

/** Whether the rule is about what exists once in the account; settings files can name any rule. */
function isGlobal(id: ManagedRuleId): boolean {
  return MANAGED_RULE_IDS.includes(id) && managedRule(id).readsGlobalResources;
}

function ignoredParameterProblems(choice: ConfigRulesChoice, rules: readonly string[]): readonly string[] {
  return Object.keys(choice.parameters ?? {})
    .filter((id) => !rules.includes(id))
    .map(
      (id) => `parameters.${id} would be ignored, since rules has no "${id}". Add the rule or remove its parameters.`,
    );
}

function retentionProblems(choice: ConfigRulesChoice, rules: readonly string[]): readonly string[] {
  const days = choice.minimumLogRetentionDays;
  if (days === undefined) {
    return [];
  }
  // Widened so that any number may be looked for.
  const legal: readonly number[] = CHECKABLE_RETENTION_DAYS;
  if (!legal.includes(days)) {
    return [
      `minimumLogRetentionDays is ${days}; ${RETENTION_RULE} takes ${legal.join(", ")}. ` +
        `CloudWatch Logs allows more periods than this rule can check: choose the next lower one.`,
    ];
  }
  if (!rules.includes(RETENTION_RULE)) {
    return [
      `minimumLogRetentionDays would be ignored, since rules has no "${RETENTION_RULE}". Add the rule or remove the option.`,
    ];
  }
  if (choice.parameters?.[RETENTION_RULE]?.MinRetentionTime !== undefined) {
    return [
      `minimumLogRetentionDays and parameters.${RETENTION_RULE}.MinRetentionTime say the same thing twice. Set one of them.`,
    ];
  }
  return [];
}

function guardRuleProblems(rules: readonly GuardRule[]): readonly string[] {
  const each = rules.flatMap(({ name, resourceTypes, policyText }, index) => {
    const path = `customPolicyRules[${index}]`;
    const unrecorded = resourceTypes.filter((type) => UNRECORDED_RESOURCE_TYPES.includes(type));
    return [
      ...(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/.test(name)
        ? []
        : [`${path}.name is "${name}"; allowed are 1 to 64 small letters, digits and inner hyphens.`]),
      ...(resourceTypes.length > 0
        ? []
        : [`${path}.resourceTypes is empty, so that every change would trigger the rule. Name its resource types.`]),
      ...unrecorded.map(
        (type) => `${path}.resourceTypes has "${type}", which AWS Config does not record, so the rule would never run.`,
      ),
      ...(policyText.trim().length > 0 && policyText.length <= GUARD.longestText
        ? []
        : [
            `${path}.policyText has ${policyText.length} characters; allowed are 1 to ${GUARD.longestText}, not all blank.`,
          ]),
    ];
  });
  const twice = duplicates(rules.map(({ name }) => name));
  return [...each, ...twice.map((name) => `customPolicyRules has "${name}" more than once. Names must differ.`)];
}

function parametersOf(choice: ConfigRulesChoice, id: ManagedRuleId): Readonly<Record<string, string | undefined>> {
  const given: Readonly<Record<string, string | undefined>> = choice.parameters?.[id] ?? {};
  return id === RETENTION_RULE && choice.minimumLogRetentionDays !== undefined
    ? { ...given, MinRetentionTime: String(choice.minimumLogRetentionDays) }
    : given;
}

function plannedManagedRule(choice: ConfigRulesChoice, id: ManagedRuleId): PlannedManagedRule {
  const { identifier, description } = managedRule(id);
  const inputParameters = parametersJson(resolveParameters(id, parametersOf(choice, id)));
  return { id, identifier, description, ...(inputParameters === undefined ? {} : { inputParameters }) };
}

/** The managed rules of a choice, and its rules in Guard, with what is meant where it says nothing. */
function chosenRules(choice: ConfigRulesChoice) {
  const { globalResourceRules = true } = choice;
  return {
    managed: choice.rules ?? BASELINE_RULE_IDS.filter((id) => globalResourceRules || !isGlobal(id)),
    custom: choice.customPolicyRules ?? BASELINE_GUARD_RULES,
  };
}

/** Everything that is wrong with a choice, as sentences. */
export function configRulesMistakes(choice: ConfigRulesChoice): readonly string[] {
  const { managed, custom } = chosenRules(choice);
  const mistakes = [
    ...ruleListProblems(managed),
    ...globalRuleProblems(choice),
    ...ignoredParameterProblems(choice, managed),
    ...retentionProblems(choice, managed),
    ...guardRuleProblems(custom),
  ];
  return mistakes.length > 0
    ? mistakes
    : managed.flatMap((id) => parameterMistakes(id, parametersOf(choice, id), `parameters.${id}`));
}

/** Decides which Config rules a region gets, and with what parameters, by a choice without mistakes. */
export function planConfigRules(choice: ConfigRulesChoice, region: string): ConfigRulesPlan {
  const { managed, custom } = chosenRules(choice);
  const offered = managed.filter((id) => isOfferedIn(managedRule(id).regions, region));
  const recorded = custom.filter(({ resourceTypes }) => resourceTypes.some((type) => isRecordedIn(type, region)));
  return {
    managed: offered.map((id) => plannedManagedRule(choice, id)),
    custom: recorded,
    unavailable: [
      ...managed.filter((id) => !offered.includes(id)),
      ...custom.filter((rule) => !recorded.includes(rule)).map(({ name }) => name),
    ],
  };
}
