import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ConfigRulesChoice, type PlannedManagedRule, planConfigRules } from "./config-rules-plan";
import type { GuardRule } from "./documents/guard-policies";
import type { ManagedRuleId, ParametersByRule } from "./managed-rules";
import { requiredRegion } from "./required-region";

/** Arguments of {@link ConfigRules}. */
export interface ConfigRulesArgs {
  /**
   * The region in which the rules run; it decides which rules are offered, so it has to be known.
   * @default the provider's region, from `aws:region` or the environment
   */
  readonly region?: string;
  /**
   * The managed rules to create. A rule that the region is not known to offer is left out and listed in
   * {@link ConfigRules.unavailableRules}.
   * @default every rule of the table that is marked as baseline
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
   * Rules in the Guard language.
   * @default `BASELINE_GUARD_RULES`
   */
  readonly customPolicyRules?: readonly GuardRule[];
  /** The recorder, without which AWS Config refuses rules: a `ConfigRecorder` or any other resource. */
  readonly recorder: pulumi.Resource;
}

/** The only messages on which a custom policy rule may run; it is never periodic. */
const CUSTOM_POLICY_MESSAGES = [
  "ConfigurationItemChangeNotification",
  "OversizedConfigurationItemChangeNotification",
] as const;

/**
 * The rules by which AWS Config detects drift in one region.
 *
 * No managed rule looks at model invocation logging, and AWS Config does not record log groups: for these the policy pack and
 * alarms are the detection.
 *
 * Children: `${name}-${rule}` for each managed rule, then `${name}-${rule.name}` for each custom policy rule.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */
export class ConfigRules extends pulumi.ComponentResource {
  /** The names of the Config rules created, in the order of their creation. */
  public readonly ruleNames: pulumi.Output<string[]>;
  /** The managed rules that were left out because the region is not known to offer them. */
  public readonly unavailableRules: readonly ManagedRuleId[];

  /** @throws pulumi.RunError that lists every mistake of the arguments, or when the region is not known */
  public constructor(name: string, args: ConfigRulesArgs, opts?: pulumi.ComponentResourceOptions) {
    const region = requiredRegion("ConfigRules", name, args.region);
    const plan = planConfigRules(choiceOf(args), region);
    super("ai-governance-baseline:index:ConfigRules", name, { region, unavailableRules: [...plan.unavailable] }, opts);
    const options = { parent: this, dependsOn: [args.recorder] };
    const rules = [
      ...plan.managed.map((rule) => managedRuleResource(name, rule, args.region, options)),
      ...plan.custom.map((rule) => customPolicyRule(name, rule, args.region, options)),
    ];
    this.ruleNames = pulumi.all(rules.map((rule) => rule.name));
    this.unavailableRules = plan.unavailable;
    this.registerOutputs({ ruleNames: this.ruleNames, unavailableRules: [...plan.unavailable] });
  }
}

function choiceOf({
  rules,
  parameters,
  minimumLogRetentionDays,
  customPolicyRules,
}: ConfigRulesArgs): ConfigRulesChoice {
  return {
    ...(rules === undefined ? {} : { rules }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(minimumLogRetentionDays === undefined ? {} : { minimumLogRetentionDays }),
    ...(customPolicyRules === undefined ? {} : { customPolicyRules }),
  };
}

function managedRuleResource(
  name: string,
  { id, identifier, description, inputParameters }: PlannedManagedRule,
  region: string | undefined,
  options: pulumi.CustomResourceOptions,
): aws.cfg.Rule {
  return new aws.cfg.Rule(
    `${name}-${id}`,
    {
      region,
      name: `${name}-${id}`,
      description: `Non-compliant: ${description}`,
      source: { owner: "AWS", sourceIdentifier: identifier },
      ...(inputParameters === undefined ? {} : { inputParameters }),
    },
    options,
  );
}

function customPolicyRule(
  name: string,
  rule: GuardRule,
  region: string | undefined,
  options: pulumi.CustomResourceOptions,
): aws.cfg.Rule {
  return new aws.cfg.Rule(
    `${name}-${rule.name}`,
    {
      region,
      name: `${name}-${rule.name}`,
      ...(rule.description === undefined ? {} : { description: `Non-compliant: ${rule.description}` }),
      scope: { complianceResourceTypes: [...rule.resourceTypes] },
      source: {
        owner: "CUSTOM_POLICY",
        sourceDetails: CUSTOM_POLICY_MESSAGES.map((messageType) => ({ messageType })),
        customPolicyDetails: {
          policyRuntime: "guard-2.x.x",
          policyText: rule.policyText,
          enableDebugLogDelivery: false,
        },
      },
    },
    options,
  );
}
