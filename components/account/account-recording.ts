/** AWS Config in one account: recorders, rules, and who brings together what they record. */
import type * as pulumi from "@pulumi/pulumi";

import { isOfTrail, REMEDIABLE_RULES } from "../../facts/config/remediable-rules";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import type { InvocationLogging } from "../bedrock/invocation-logging";
import type { AuditTrail } from "../cloudtrail/audit-trail";
import { AggregationAuthorizations } from "../config/aggregation-authorizations";
import { ConfigAggregator } from "../config/config-aggregator";
import { ConfigRemediation } from "../config/config-remediation";
import { ConfigRecorder } from "../config/config-recorder";
import { createServiceLinkedRole } from "../config/config-recorder-resources";
import { ConfigRules } from "../config/config-rules";
import { PeriodicChecks } from "../config/periodic-checks";
import { RETENTION_RULE } from "../documents/config-rules-plan";
import { bucketNameOf } from "../documents/s3";
import { keyOptions } from "../kms/required-key";
import type { AccountBaselineOptions } from "./account-baseline-options";

/** AWS Config's service-linked role, of which an account has one: what every recorder waits for. */
export function createRecorderRole(scope: Scope, options: AccountBaselineOptions): readonly pulumi.Resource[] {
  const recorders = options.governedRegions.filter((region) => options.recorderMode(region).mode === "create");
  return options.createServiceLinkedRole && recorders.length > 0
    ? [createServiceLinkedRole(scope.child("recorder-role"), scope)]
    : [];
}

export function createConfigRecorder(
  scope: Scope,
  { recorder, recorderMode, recorderBucket, globalRegion }: AccountBaselineOptions,
  recorderRole: readonly pulumi.Resource[],
  region: string,
  accessLogBucket: pulumi.Output<string> | undefined,
): ConfigRecorder | undefined {
  const mode = recorderMode(region);
  if (mode.mode !== "create") {
    return undefined;
  }
  return new ConfigRecorder(
    scope.child(`${region}-recorder`),
    {
      ...recorder,
      region,
      recordGlobalResourceTypes: region === globalRegion,
      serviceLinkedRole: "existing",
      ...(mode.bucket === undefined
        ? { ...recorderBucket, ...given({ accessLogBucket }) }
        : { bucket: { existing: { name: bucketNameOf(mode.bucket) } } }),
      ...scope.protection,
      ...keyOptions(scope, mode.key),
    },
    { ...scope.options, dependsOn: [...recorderRole] },
  );
}

export function createConfigRules(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  recorder: ConfigRecorder | undefined,
): ConfigRules | undefined {
  const { configRules, minimumLogRetentionDays, recorderMode, homeRegion, globalRegion = homeRegion } = options;
  // Without any recorder AWS Config takes no rules.
  if (recorderMode(region).mode === "off") {
    return undefined;
  }
  // The component refuses a minimum that no rule checks.
  const checked = configRules === undefined || configRules.includes(RETENTION_RULE) ? { minimumLogRetentionDays } : {};
  return new ConfigRules(
    scope.child(`${region}-rules`),
    { region, globalResourceRules: region === globalRegion, ...checked, ...given({ rules: configRules, recorder }) },
    scope.options,
  );
}

/** Checks of what AWS Config does not record: it takes no rules where it has no recorder. */
export function createPeriodicChecks(
  scope: Scope,
  { periodicChecksMode, recorderMode, invocationLoggingMode, invocations }: AccountBaselineOptions,
  region: string,
  { invocationLogging, configRecorder }: CheckedByTheClock,
): PeriodicChecks | undefined {
  if (periodicChecksMode(region).mode === "off" || recorderMode(region).mode === "off") {
    return undefined;
  }
  const { content } = invocations;
  const declared =
    invocationLoggingMode(region).mode === "off" || content === "off"
      ? undefined
      : { content, ...given({ logGroupName: invocationLogging?.logGroupName }) };
  return new PeriodicChecks(
    scope.child(`${region}-checks`),
    {
      // An account whose quota of concurrent calls AWS has not raised yet has none to reserve.
      reservedConcurrency: "none",
      ...given({ invocationLogging: declared, recorder: configRecorder }),
      region,
      ...scope.protection,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

/**
 * What some of the region's rules find is put right by runbooks. The trail's logging is started where the trail is: AWS CloudTrail
 * does it in no other region.
 */
export function createConfigRemediation(
  scope: Scope,
  { configRemediationMode }: AccountBaselineOptions,
  region: string,
  { configRules, trail }: PutRight,
): ConfigRemediation | undefined {
  const mode = configRemediationMode(region);
  const names = configRules?.managedRuleNames ?? {};
  const rules = REMEDIABLE_RULES.filter((rule) => rule in names && (trail !== undefined || !isOfTrail(rule)));
  if (mode.mode === "off" || rules.length === 0) {
    return undefined;
  }
  const isAutomatic = mode.start === "automatic";
  return new ConfigRemediation(
    scope.child(`${region}-remediation`),
    {
      ruleNames: given(Object.fromEntries(rules.map((rule) => [rule, names[rule]]))),
      ...given({ trailArn: rules.some(isOfTrail) ? trail?.trailArn : undefined }),
      automatic: isAutomatic,
      // Nobody would look at the dry runs that AWS Config starts.
      dryRun: !isAutomatic,
      region,
    },
    scope.options,
  );
}

/** What remediations put right, and by which rules it is found. */
interface PutRight {
  readonly configRules: ConfigRules | undefined;
  /** Absent in regions other than the home region. */
  readonly trail: AuditTrail | undefined;
}

/** What the checks are of, and what has to be there before them. */
interface CheckedByTheClock {
  readonly invocationLogging: InvocationLogging | undefined;
  readonly configRecorder: ConfigRecorder | undefined;
}

/** What is recorded in every region, seen at home. */
export function createAggregator(
  scope: Scope,
  { aggregatedAccounts, homeRegion }: AccountBaselineOptions,
): ConfigAggregator | undefined {
  return aggregatedAccounts === undefined
    ? undefined
    : new ConfigAggregator(
        scope.child("aggregator"),
        { accounts: aggregatedAccounts, region: homeRegion },
        scope.options,
      );
}

export function authorizeAggregators(
  scope: Scope,
  { aggregatorAccounts, recorderMode }: AccountBaselineOptions,
  region: string,
): void {
  if (aggregatorAccounts.length > 0 && recorderMode(region).mode !== "off") {
    new AggregationAuthorizations(
      scope.child(`${region}-aggregators`),
      { aggregators: aggregatorAccounts, region },
      scope.options,
    );
  }
}
