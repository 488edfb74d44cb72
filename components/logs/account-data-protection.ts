/** Masking of sensitive data in every log group of an account's region, those of other teams and later ones included. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import { componentType, scopeOf } from "../base/component";
import { optionOf } from "../base/options";
import { dataProtectionDocument } from "../documents/logs-data-protection";
import { checkIdentifiers } from "./data-identifiers";

/** Options of {@link AccountDataProtection}. */
export interface AccountDataProtectionArgs {
  /** The kinds of data that are masked: at least one. */
  readonly identifiers: readonly DataIdentifier[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * The account-level data protection policy of a region: what it names is found and masked in every log group there, beside what a log
 * group's own policy masks. Only events that arrive after it are masked, and up to five minutes pass until it reaches all groups.
 *
 * It masks what leaves a log group by any way: queries, subscriptions and metric filters read masked events, those of a trail's log
 * group too. Whoever has `logs:Unmask` reads them as they arrived. A region has room for one such policy, and every log group
 * is charged for what is scanned.
 *
 * Children: `${name}-policy`.
 *
 * @throws {OptionError} when identifiers is empty or names one that CloudWatch Logs does not know
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html
 */
export class AccountDataProtection extends pulumi.ComponentResource {
  readonly policy: aws.cloudwatch.LogAccountPolicy;

  constructor(name: string, args: AccountDataProtectionArgs, opts?: pulumi.ComponentResourceOptions) {
    const { identifiers } = resolveAccountDataProtection(name, args);
    super(componentType("AccountDataProtection"), name, args, opts);
    const scope = scopeOf(this, name, args);

    const policyName = scope.child("policy");
    this.policy = new aws.cloudwatch.LogAccountPolicy(
      policyName,
      {
        policyName,
        policyType: "DATA_PROTECTION_POLICY",
        policyDocument: scope.account.place.apply((place) =>
          JSON.stringify(dataProtectionDocument(place, policyName, identifiers)),
        ),
        scope: "ALL",
        ...scope.region,
      },
      scope.options,
    );
    this.registerOutputs();
  }
}

/** @throws {OptionError} as {@link AccountDataProtection} does */
export function resolveAccountDataProtection(
  name: string,
  { identifiers }: AccountDataProtectionArgs,
): Pick<AccountDataProtectionArgs, "identifiers"> {
  checkIdentifiers(
    identifiers,
    optionOf("AccountDataProtection", name)("identifiers"),
    "Name the kinds of data to mask, or leave the component out to mask nothing.",
  );
  return { identifiers };
}
