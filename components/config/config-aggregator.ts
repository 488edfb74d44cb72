/** What AWS Config records in several regions or accounts, seen in one place. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ORGANIZATION_ROLE_POLICY } from "../../facts/config/aggregation";
import { componentType, type Scope, scopeOf } from "../base/component";
import { OptionError, optionOf, refuseIgnored } from "../base/options";
import { CONFIG_SERVICE } from "../documents/config";
import { policyJson, trustService } from "../documents/iam";
import { type ExistingRole, requiredRole, type RequiredRole, validatedRole } from "../iam/required-role";

/** Whose configuration is aggregated: of this account alone, or of every account of its organization. */
export type AggregatedAccounts = "own" | "organization";

/** Options of {@link ConfigAggregator}. */
export interface ConfigAggregatorArgs {
  /**
   * Whose configuration is aggregated. "organization" takes the organization's management account, or the account that it has
   * registered as the delegated administrator of AWS Config.
   *
   * @default "own"
   */
  readonly accounts?: AggregatedAccounts;
  /** The regions whose records are aggregated; "all" takes in those that AWS opens later. @default "all" */
  readonly regions?: readonly string[] | "all";
  /**
   * The role by which AWS Config learns which accounts the organization has, with the AWS managed policy
   * AWSConfigRoleForOrganizations; for "organization" only.
   *
   * @default - a role of its own
   */
  readonly role?: ExistingRole;
  /** Where the aggregate is kept and read. @default the provider's region */
  readonly region?: string;
}

/**
 * An aggregator of AWS Config: resources, their configuration and their compliance, of every region in one view, which AWS Config
 * queries by SQL. It reads what recorders record and starts none. AWS charges nothing for it.
 *
 * @throws {OptionError} when regions is empty, or when a role is given that would be ignored
 * @see https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
 */
export class ConfigAggregator extends pulumi.ComponentResource {
  readonly aggregatorName: pulumi.Output<string>;
  readonly aggregatorArn: pulumi.Output<string>;

  constructor(name: string, args: ConfigAggregatorArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveConfigAggregator(name, args);
    super(componentType("ConfigAggregator"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const aggregator =
      options.accounts === "own" ? aggregateOwnAccount(scope, options) : aggregateOrganization(scope, options);

    this.aggregatorName = aggregator.name;
    this.aggregatorArn = aggregator.arn;
    this.registerOutputs({ aggregatorName: this.aggregatorName, aggregatorArn: this.aggregatorArn });
  }
}

/** The options of a `ConfigAggregator`, resolved. */
export interface ConfigAggregatorOptions {
  readonly accounts: AggregatedAccounts;
  readonly regions: readonly string[] | "all";
  readonly role: ExistingRole | undefined;
}

/** @throws {OptionError} as {@link ConfigAggregator} does */
export function resolveConfigAggregator(name: string, args: ConfigAggregatorArgs): ConfigAggregatorOptions {
  const option = optionOf("ConfigAggregator", name);
  const { accounts = "own", regions = "all" } = args;
  if (regions.length === 0) {
    throw new OptionError({
      path: option("regions"),
      got: regions,
      allowed: '"all", or one or more regions',
      fix: "Name the regions to aggregate, or leave the option out.",
    });
  }
  if (accounts === "own") {
    refuseIgnored(
      args,
      { ignored: ["role"], by: 'accounts "own"', otherwise: 'set accounts to "organization"' },
      option,
    );
  }
  return { accounts, regions, role: validatedRole(args.role, option("role")) };
}

function aggregateOwnAccount(scope: Scope, { regions }: ConfigAggregatorOptions): aws.cfg.ConfigurationAggregator {
  const name = scope.child();
  return new aws.cfg.ConfigurationAggregator(
    name,
    {
      name,
      // An account's own records need no authorization.
      accountAggregationSource: { accountIds: [scope.account.accountId], ...sourceRegions(regions) },
      ...scope.region,
    },
    scope.options,
  );
}

function aggregateOrganization(
  scope: Scope,
  { regions, role: given }: ConfigAggregatorOptions,
): aws.cfg.ConfigurationAggregator {
  const role = requiredRole(given, () => createRole(scope));
  const name = scope.child();
  return new aws.cfg.ConfigurationAggregator(
    name,
    {
      name,
      organizationAggregationSource: { roleArn: role.roleArn, ...sourceRegions(regions) },
      ...scope.region,
    },
    { ...scope.options, dependsOn: [...role.before] },
  );
}

function sourceRegions(regions: ConfigAggregatorOptions["regions"]) {
  return regions === "all" ? { allRegions: true } : { regions: [...regions] };
}

function createRole(scope: Scope): RequiredRole {
  const name = scope.child("role");
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: `AWS Config reads the accounts of the organization for the aggregator ${scope.child()}`,
      assumeRolePolicy: policyJson([trustService("ConfigAssumesRole", CONFIG_SERVICE, "unsupported")]),
    },
    scope.options,
  );
  const policy = new aws.iam.RolePolicyAttachment(
    scope.child("role-policy"),
    {
      role: role.name,
      policyArn: pulumi.interpolate`arn:${scope.account.partition}:iam::aws:policy/${ORGANIZATION_ROLE_POLICY}`,
    },
    scope.options,
  );
  return { roleArn: role.arn, before: [policy] };
}
