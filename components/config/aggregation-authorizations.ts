/** Who else may aggregate what AWS Config records here. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { componentType, scopeOf } from "../base/component";
import { OptionError, optionOf } from "../base/options";

/** An account that aggregates, and the region in which it does so. */
export interface AggregatorAccount {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

/** Options of {@link AggregationAuthorizations}. */
export interface AggregationAuthorizationsArgs {
  /** The accounts that may aggregate, one or more. */
  readonly aggregators: readonly AggregatorAccount[];
  /** The region whose records they may aggregate. @default the provider's region */
  readonly region?: string;
}

/**
 * Lets aggregators of other accounts read what AWS Config records in a region: resources, their configuration and their compliance.
 * An organization's own aggregator needs no authorization.
 *
 * @throws {OptionError} when aggregators is empty, has one twice, or an account that is not 12 digits
 * @see https://docs.aws.amazon.com/config/latest/developerguide/aggregated-add-authorization.html
 */
export class AggregationAuthorizations extends pulumi.ComponentResource {
  constructor(name: string, args: AggregationAuthorizationsArgs, opts?: pulumi.ComponentResourceOptions) {
    checkAggregators(name, args);
    super(componentType("AggregationAuthorizations"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const { account, region } of args.aggregators) {
      new aws.cfg.AggregateAuthorization(
        scope.child(`${account}-${region}`),
        { accountId: account, authorizedAwsRegion: region, ...scope.region },
        scope.options,
      );
    }
    this.registerOutputs();
  }
}

/** @throws {OptionError} as {@link AggregationAuthorizations} does */
function checkAggregators(name: string, { aggregators }: AggregationAuthorizationsArgs): void {
  const identities = aggregators.map(({ account, region }) => `${account} ${region}`);
  const wrong =
    aggregators.length === 0
      ? aggregators
      : aggregators.find(
          ({ account }, index) => !/^\d{12}$/.test(account) || identities.indexOf(identities[index] ?? "") !== index,
        );
  if (wrong !== undefined) {
    throw new OptionError({
      path: optionOf("AggregationAuthorizations", name)("aggregators"),
      got: wrong,
      allowed: "one or more accounts of 12 digits, each with a region, none twice",
      fix: "Name each account and region that aggregates once.",
    });
  }
}
