/** Security Hub CSPM in one region: the standards by which AWS checks the account's resources. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { partitionOf } from "../../facts/regions";
import { DEFAULT_STANDARDS, STANDARDS, type StandardName, standardPath } from "../../facts/securityhub/standards";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, OptionError } from "../base/options";
import { requiredRegion } from "../base/required-region";

/** Options of {@link SecurityStandards}. */
export interface SecurityStandardsArgs {
  /**
   * The standards whose controls are checked. Not every region offers every standard. AWS charges for each check, and a control
   * that is in several standards is checked once.
   *
   * @default ["ai-security-best-practices", "aws-foundational-security-best-practices"]
   */
  readonly standards?: readonly StandardName[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Security Hub CSPM with its standards. It takes in what GuardDuty, Inspector, Macie and Access Analyzer find as well. Its controls
 * are checked by AWS Config, which has to record the region; the rules that Security Hub makes for itself there are not charged.
 *
 * @throws {OptionError} when there is no standard, or one twice
 * @throws pulumi.RunError when neither the region nor aws:region is set
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/what-is-securityhub.html
 */
export class SecurityStandards extends pulumi.ComponentResource {
  constructor(name: string, args: SecurityStandardsArgs, opts?: pulumi.ComponentResourceOptions) {
    const { standards, region } = resolveSecurityStandards(name, args);
    super(componentType("SecurityStandards"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const hub = enableHub(scope);
    for (const standard of standards) {
      enable(scope, hub, standard, region);
    }
    this.registerOutputs();
  }
}

/** The options of {@link SecurityStandards}, resolved. */
export interface SecurityStandardsOptions {
  readonly standards: readonly StandardName[];
  readonly region: string;
}

/** @throws as {@link SecurityStandards} does */
export function resolveSecurityStandards(name: string, args: SecurityStandardsArgs): SecurityStandardsOptions {
  const { standards = DEFAULT_STANDARDS } = args;
  if (standards.length === 0 || new Set(standards).size < standards.length) {
    throw new OptionError({
      path: optionOf("SecurityStandards", name)("standards"),
      got: standards,
      allowed: `one or more of ${Object.keys(STANDARDS).join(", ")}, each once`,
      fix: "Name each standard once, or leave standards out.",
    });
  }
  return { standards, region: requiredRegion("SecurityStandards", name, args.region) };
}

function enableHub(scope: Scope): aws.securityhub.Account {
  return new aws.securityhub.Account(
    scope.child("hub"),
    {
      // The component names its standards itself.
      enableDefaultStandards: false,
      autoEnableControls: true,
      // One finding for a control that several standards have.
      controlFindingGenerator: "SECURITY_CONTROL",
      ...scope.region,
    },
    scope.options,
  );
}

function enable(scope: Scope, hub: aws.securityhub.Account, standard: StandardName, region: string): void {
  const partition = partitionOf(region).id;
  new aws.securityhub.StandardsSubscription(
    scope.child(standard),
    { standardsArn: `arn:${partition}:securityhub:${region}::${standardPath(standard)}`, ...scope.region },
    { ...scope.options, dependsOn: [hub] },
  );
}
