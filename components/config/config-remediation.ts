/** What puts right what AWS Config finds, where that is safe and unambiguous. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { LONGEST_REMEDIABLE_NAME, REMEDIABLE_RULES, type RemediableRule } from "../../facts/config/remediable-rules";
import { componentType, type Scope, scopeOf } from "../base/component";
import { matching, OptionError, optionOf, refuseIgnored, validated } from "../base/options";
import { fixingRunbook } from "../documents/automation";
import {
  automationTrust,
  type Remediation,
  remediationOf,
  remediationParameters,
  remediationStatements,
} from "../documents/config-remediations";
import { policyJson } from "../documents/iam";

/** Options of {@link ConfigRemediation}. */
export interface ConfigRemediationArgs {
  /**
   * The names of the rules in the account, each by the managed rule that it is; one or more. AWS Config takes no remediations for
   * rules of a conformance pack or of an organization.
   */
  readonly ruleNames: Readonly<Partial<Record<RemediableRule, pulumi.Input<string>>>>;
  /**
   * The trail whose logging "cloudtrail-enabled" starts, by its ARN, a trail of the region: CloudTrail starts its copies in no other.
   *
   * @default - none, and then that rule has no remediation
   */
  readonly trailArn?: pulumi.Input<string>;
  /**
   * Whether a run only reads. Whoever starts one by hand in Systems Manager says so for that run; what AWS Config starts takes it
   * from here.
   *
   * @default true
   */
  readonly dryRun?: boolean;
  /** Whether AWS Config starts a run whenever a rule finds something, instead of a person. @default false */
  readonly automatic?: boolean;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Remediations for rules of AWS Config: for each rule a runbook of Systems Manager Automation, which reads the setting, changes it
 * unless it is a dry run, and reads it again; a role that may do that alone; and the remediation that ties both to the rule. By default
 * a person starts it, and it changes nothing.
 *
 * Children of each: `${name}-${remediation}-role`, its policy, the runbook and the remediation.
 *
 * @throws {OptionError} when ruleNames is empty, or has a rule without a remediation or too long a name, or trailArn is missing or would be ignored
 * @see https://docs.aws.amazon.com/config/latest/developerguide/remediation.html
 */
export class ConfigRemediation extends pulumi.ComponentResource {
  /** The runbooks' names, by rule. */
  readonly runbookNames: Readonly<Partial<Record<RemediableRule, pulumi.Output<string>>>>;

  constructor(name: string, args: ConfigRemediationArgs, opts?: pulumi.ComponentResourceOptions) {
    const { remediations } = resolveConfigRemediation(name, args);
    super(componentType("ConfigRemediation"), name, {}, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const made = remediations.map((planned) => {
      const role = createRole(scope, planned);
      const runbook = createRunbook(scope, planned);
      createRemediation(scope, planned, role, runbook);
      return [planned.rule, runbook.name] as const;
    });

    this.runbookNames = Object.fromEntries(made);
    this.registerOutputs({ runbookNames: this.runbookNames });
  }
}

/** A remediation of one rule, as it is made. */
export interface PlannedRemediation extends Remediation {
  readonly rule: RemediableRule;
  readonly ruleName: pulumi.Input<string>;
  /** What is put right, where it is not what the rule finds. */
  readonly target: pulumi.Input<string> | undefined;
  readonly dryRun: boolean;
  readonly automatic: boolean;
}

/** The options of {@link ConfigRemediation}, resolved. */
export interface ConfigRemediationOptions {
  readonly remediations: readonly PlannedRemediation[];
}

/** @throws {OptionError} as {@link ConfigRemediation} does */
export function resolveConfigRemediation(name: string, args: ConfigRemediationArgs): ConfigRemediationOptions {
  const { ruleNames, trailArn, dryRun = true, automatic = false } = args;
  const option = optionOf("ConfigRemediation", name);
  checkRules(Object.keys(ruleNames), option);
  checkTrail(args, option);
  const remediations = REMEDIABLE_RULES.flatMap((rule): readonly PlannedRemediation[] => {
    const ruleName = ruleNames[rule];
    const remediation = remediationOf(rule);
    const target = remediation.finds === "account" ? trailArn : undefined;
    return ruleName === undefined
      ? []
      : [{ ...remediation, rule, ruleName: nameOf(ruleName, option(`ruleNames.${rule}`)), target, dryRun, automatic }];
  });
  return { remediations };
}

function nameOf(ruleName: pulumi.Input<string>, path: string): pulumi.Input<string> {
  return validated(ruleName, path, remediableName);
}

const remediableName = matching(
  new RegExp(`^.{1,${LONGEST_REMEDIABLE_NAME}}$`),
  `the name of a rule, ${LONGEST_REMEDIABLE_NAME} characters at most, since AWS's provider makes a remediation for no longer one`,
  "Give the rule a shorter name.",
);

function checkRules(rules: readonly string[], option: (name: string) => string): void {
  const known: readonly string[] = REMEDIABLE_RULES;
  if (rules.length === 0 || !rules.every((rule) => known.includes(rule))) {
    throw new OptionError({
      path: option("ruleNames"),
      got: rules,
      allowed: `names of one or more of ${known.join(", ")}`,
      fix: "Name rules that have a remediation.",
    });
  }
}

function checkTrail(args: ConfigRemediationArgs, option: (name: string) => string): void {
  if (args.ruleNames["cloudtrail-enabled"] === undefined) {
    const by = 'ruleNames without "cloudtrail-enabled"';
    refuseIgnored(args, { ignored: ["trailArn"], by, otherwise: "name that rule" }, option);
  } else if (args.trailArn === undefined) {
    throw new OptionError({
      path: option("trailArn"),
      got: undefined,
      allowed: 'the ARN of a trail, with "cloudtrail-enabled", which finds no trail but the account',
      fix: "Give the trail whose logging is to be started, or leave the rule out.",
    });
  }
}

function createRole(scope: Scope, remediation: PlannedRemediation): aws.iam.Role {
  const name = scope.child(`${remediation.name}-role`);
  const { place } = scope.account;
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: `Systems Manager Automation runs the remediation ${scope.child(remediation.name)}`,
      assumeRolePolicy: place.apply((where) => policyJson([automationTrust(where)])),
    },
    scope.options,
  );
  new aws.iam.RolePolicy(
    scope.child(`${remediation.name}-role-policy`),
    {
      name: scope.child(`${remediation.name}-role-policy`),
      role: role.name,
      policy: place.apply((where) => policyJson(remediationStatements(remediation, where))),
    },
    scope.options,
  );
  return role;
}

function createRunbook(scope: Scope, { name: child, fix }: PlannedRemediation): aws.ssm.Document {
  const name = scope.child(child);
  return new aws.ssm.Document(
    name,
    { name, documentType: "Automation", documentFormat: "JSON", content: fixingRunbook(fix), ...scope.region },
    scope.options,
  );
}

/** AWS Config's own defaults, said because the provider has none: after so many attempts within so many seconds it stops. */
const ATTEMPTS = { maximumAutomaticAttempts: 5, retryAttemptSeconds: 60 } as const;

function createRemediation(
  scope: Scope,
  remediation: PlannedRemediation,
  role: aws.iam.Role,
  runbook: aws.ssm.Document,
): void {
  const { ruleName, finds, target, dryRun, automatic } = remediation;
  new aws.cfg.RemediationConfiguration(
    scope.child(`${remediation.name}-remediation`),
    {
      configRuleName: ruleName,
      ...(finds === "account" ? {} : { resourceType: finds }),
      targetType: "SSM_DOCUMENT",
      targetId: runbook.name,
      automatic,
      ...(automatic ? ATTEMPTS : {}),
      parameters: pulumi
        .all([role.arn, target])
        .apply(([roleArn, found]) => [...remediationParameters(remediation, { roleArn, target: found, dryRun })]),
      ...scope.region,
    },
    scope.options,
  );
}
