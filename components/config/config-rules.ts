/** The rules by which AWS Config detects drift in one region. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { GUARD } from "../../facts/config/limits";
import type { ManagedRuleId, ParametersByRule } from "../../facts/config/managed-rules";
import { LONGEST_REMEDIABLE_NAME, REMEDIABLE_RULES } from "../../facts/config/remediable-rules";
import { componentType, type Scope, scopeOf } from "../base/component";
import { given } from "../base/options";
import { requiredRegion } from "../base/required-region";
import type { GuardRule } from "../documents/config-guard-rules";
import { remediationOf } from "../documents/config-remediations";
import type { ConfigRulesPlan, PlannedManagedRule } from "../documents/config-rules-plan";
import { checkedConfigRules } from "./checked-config-rules";

/** Options of {@link ConfigRules}. */
export interface ConfigRulesArgs {
  /**
   * The region in which the rules run; it decides which rules are offered, so it has to be known.
   * @default the provider's region, from `aws:region` or the environment
   */
  readonly region?: string;
  /**
   * The managed rules to create. A rule that the region is not known to offer is left out and listed in
   * {@link ConfigRules.unavailableRules}.
   * @default every rule of the table that is marked as baseline, without those that globalResourceRules keeps away
   */
  readonly rules?: readonly ManagedRuleId[];
  /**
   * Parameters by rule, each value a string as AWS Config takes it.
   * @default the table's own value for each parameter
   */
  readonly parameters?: ParametersByRule;
  /**
   * The least number of days for which log groups keep their events. The rule looks at every log group of the region unless
   * its `LogGroupNames` narrows it, so choose no more than the shortest retention in use; it takes "never" for compliant.
   * @default 365
   */
  readonly minimumLogRetentionDays?: number;
  /**
   * Rules in the Guard language. A rule on types that AWS Config is not known to record in the region would never run; it is
   * left out and listed in {@link ConfigRules.unavailableRules}.
   * @default `BASELINE_GUARD_RULES`
   */
  readonly customPolicyRules?: readonly GuardRule[];
  /**
   * Whether the rules on what exists once in the account run here: users, groups, roles and policies of IAM, and the root user.
   * True in exactly one region, where the recorder records them; elsewhere the rules see nothing, or the same once more.
   * @default true
   */
  readonly globalResourceRules?: boolean;
  /**
   * The recorder, without which AWS Config refuses rules: a `ConfigRecorder` or any other resource.
   * @default - one that exists already
   */
  readonly recorder?: pulumi.Resource;
}

/**
 * The rules by which AWS Config detects drift in one region.
 *
 * No managed rule looks at model invocation logging, and AWS Config does not record log groups: for these the policy pack and
 * alarms are the detection.
 *
 * Children: `${name}-${rule}` for each managed rule, then `${name}-${rule.name}` for each custom policy rule. In AWS Config they have the
 * same names, save a rule with a longer one than a remediation can name, if its findings can be put right.
 *
 * @throws pulumi.RunError that lists every mistake of the options, or when the region is not known
 * @see https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */
export class ConfigRules extends pulumi.ComponentResource {
  /** The names of the Config rules created, in the order of their creation. */
  readonly ruleNames: pulumi.Output<string[]>;
  /** The names of the managed rules created, by the rule. */
  readonly managedRuleNames: Readonly<Partial<Record<ManagedRuleId, pulumi.Output<string>>>>;
  /**
   * The rules that were left out: managed rules that the region is not known to offer, then the names of custom policy rules
   * on types that AWS Config is not known to record there.
   */
  readonly unavailableRules: readonly string[];

  constructor(name: string, args: ConfigRulesArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveConfigRules(name, args);
    const { region, unavailable } = options;
    const inputs = { region, unavailableRules: [...unavailable] };
    super(componentType("ConfigRules"), name, inputs, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const managed = options.managed.map((rule) => ({ id: rule.id, rule: createManagedRule(scope, options, rule) }));
    const custom = options.custom.map((rule) => createCustomPolicyRule(scope, options, rule));

    this.ruleNames = pulumi.all([...managed.map(({ rule }) => rule), ...custom].map((rule) => rule.name));
    this.managedRuleNames = Object.fromEntries(managed.map(({ id, rule }) => [id, rule.name]));
    this.unavailableRules = unavailable;
    this.registerOutputs({ ruleNames: this.ruleNames, unavailableRules: [...unavailable] });
  }
}

/** The options of {@link ConfigRules}, resolved: what is created, and where. */
export interface ConfigRulesOptions extends ConfigRulesPlan {
  readonly region: string;
  /** What the rules wait for. */
  readonly before: readonly pulumi.Resource[];
}

/** @throws pulumi.RunError that lists every mistake of the options, or when the region is not known */
export function resolveConfigRules(name: string, args: ConfigRulesArgs): ConfigRulesOptions {
  const { rules, parameters, minimumLogRetentionDays, customPolicyRules, globalResourceRules } = args;
  const region = requiredRegion("ConfigRules", name, args.region);
  const choice = given({ rules, parameters, minimumLogRetentionDays, customPolicyRules, globalResourceRules });
  return { region, before: args.recorder === undefined ? [] : [args.recorder], ...checkedConfigRules(choice, region) };
}

function createManagedRule(
  scope: Scope,
  { before }: ConfigRulesOptions,
  { id, identifier, description, inputParameters }: PlannedManagedRule,
): aws.cfg.Rule {
  return new aws.cfg.Rule(
    scope.child(id),
    {
      name: managedRuleName(scope, id),
      description: `Non-compliant: ${description}`,
      source: { owner: "AWS", sourceIdentifier: identifier },
      ...given({ inputParameters }),
      ...scope.region,
    },
    { ...scope.options, dependsOn: [...before] },
  );
}

/** As the rule's child is named, unless no remediation could then name it: by the remediation in that case. */
function managedRuleName(scope: Scope, id: ManagedRuleId): string {
  const name = scope.child(id);
  const remediable = REMEDIABLE_RULES.find((rule) => rule === id);
  return remediable === undefined || name.length <= LONGEST_REMEDIABLE_NAME
    ? name
    : scope.child(remediationOf(remediable).name);
}

function createCustomPolicyRule(
  scope: Scope,
  { before }: ConfigRulesOptions,
  { name: ruleName, description, resourceTypes, policyText }: GuardRule,
): aws.cfg.Rule {
  const name = scope.child(ruleName);
  return new aws.cfg.Rule(
    name,
    {
      name,
      ...(description === undefined ? {} : { description: `Non-compliant: ${description}` }),
      scope: { complianceResourceTypes: [...resourceTypes] },
      source: {
        owner: "CUSTOM_POLICY",
        sourceDetails: GUARD.messages.map((messageType) => ({ messageType })),
        customPolicyDetails: { policyRuntime: GUARD.runtime, policyText, enableDebugLogDelivery: false },
      },
      ...scope.region,
    },
    { ...scope.options, dependsOn: [...before] },
  );
}
