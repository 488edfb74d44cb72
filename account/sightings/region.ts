/** What a region of the account holds already. */
import type {
  ObservedInvocationLogging,
  ObservedRecorder,
  ObservedRegion,
  ObservedTrail,
  Reading,
} from "../collisions/observed";
import { accountAnalyzerOf } from "../observers/accessanalyzer";
import { detectorOf } from "../observers/guardduty";
import { scansIn } from "../observers/inspector";
import { macieOf } from "../observers/macie";
import { securityHubOf } from "../observers/securityhub";
import type { OutputOf } from "../operations";
import { ReadError, type Reader } from "../reader";
import { reading } from "./sighting";

export async function observeRegion(reader: Reader, region: string): Promise<ObservedRegion> {
  const enabled = await reading(() => isEnabled(reader, region));
  if ("seen" in enabled && !enabled.seen) {
    return nothingIn(region);
  }
  const [
    trails,
    recorders,
    deliveryChannels,
    configRetentionDays,
    configRuleNames,
    invocationLogging,
    accessAnalyzer,
    guardDuty,
    inspector,
    macie,
    securityHub,
  ] = await Promise.all([
    reading(() => trailsOf(reader, region)),
    reading(() => recordersOf(reader, region)),
    reading(() => deliveryChannelsOf(reader, region)),
    reading(() => retentionOf(reader, region)),
    reading(() => ruleNamesOf(reader, region)),
    reading(() => invocationLoggingOf(reader, region)),
    reading(() => accountAnalyzerOf(reader, region)),
    reading(() => detectorOf(reader, region)),
    reading(() => scansIn(reader, region)),
    reading(() => macieOf(reader, region)),
    reading(() => securityHubOf(reader, region)),
  ]);
  return {
    region,
    enabled,
    trails,
    recorders,
    deliveryChannels,
    configRetentionDays,
    configRuleNames,
    invocationLogging,
    detection: { accessAnalyzer, guardDuty, inspector, macie, securityHub },
  };
}

const NONE = { seen: undefined } as const;

/** A region that is not enabled holds nothing, and every other question to it would be refused. */
function nothingIn(region: string): ObservedRegion {
  return {
    region,
    enabled: { seen: false },
    trails: { seen: [] },
    recorders: { seen: [] },
    deliveryChannels: { seen: [] },
    configRetentionDays: { seen: undefined },
    configRuleNames: { seen: [] },
    invocationLogging: { seen: undefined },
    detection: { accessAnalyzer: NONE, guardDuty: NONE, inspector: NONE, macie: NONE, securityHub: NONE },
  };
}

/**
 * A region that is not enabled refuses credentials that the home region accepts. So nobody has to be allowed to list the
 * account's regions: who has credentials may ask who they are.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
async function isEnabled(reader: Reader, region: string): Promise<boolean> {
  try {
    await reader.read("sts:GetCallerIdentity", region, {});
    return true;
  } catch (error) {
    if (error instanceof ReadError && error.obstacle === "no-credentials" && region !== reader.homeRegion) {
      return false;
    }
    throw error;
  }
}

async function trailsOf(reader: Reader, region: string): Promise<readonly ObservedTrail[]> {
  const answer = await reader.read("cloudtrail:DescribeTrails", region, { includeShadowTrails: true });
  return Promise.all((answer?.trailList ?? []).map((trail) => observeTrail(reader, region, trail)));
}

type Trail = NonNullable<NonNullable<OutputOf<"cloudtrail:DescribeTrails">["trailList"]>[number]>;

async function observeTrail(reader: Reader, region: string, trail: Trail): Promise<ObservedTrail> {
  const { Name = "", TrailARN = "", HomeRegion = region } = trail;
  const isMultiRegion = trail.IsMultiRegionTrail === true;
  const isOrganization = trail.IsOrganizationTrail === true;
  const logsManagementEvents: Reading<boolean> =
    isMultiRegion || isOrganization
      ? await reading(() => logsManagementEventsOf(reader, HomeRegion, TrailARN))
      : { seen: false }; // not asked: it does not cover the account
  return { name: Name, arn: TrailARN, homeRegion: HomeRegion, isMultiRegion, isOrganization, logsManagementEvents };
}

async function logsManagementEventsOf(reader: Reader, region: string, arn: string): Promise<boolean> {
  const selectors = await reader.read("cloudtrail:GetEventSelectors", region, { TrailName: arn });
  if (selectors === undefined || !selectsManagementEvents(selectors)) {
    return false;
  }
  const status = await reader.read("cloudtrail:GetTrailStatus", region, { Name: arn });
  return status?.IsLogging === true;
}

function selectsManagementEvents(answer: OutputOf<"cloudtrail:GetEventSelectors">): boolean {
  const advanced = answer.AdvancedEventSelectors ?? [];
  return advanced.length > 0
    ? advanced.some(({ FieldSelectors = [] }) =>
        FieldSelectors.some(({ Field, Equals = [] }) => Field === "eventCategory" && Equals.includes("Management")),
      )
    : (answer.EventSelectors ?? []).some(({ IncludeManagementEvents = true }) => IncludeManagementEvents);
}

async function recordersOf(reader: Reader, region: string): Promise<readonly ObservedRecorder[]> {
  const answer = await reader.read("config:DescribeConfigurationRecorders", region, {});
  return (answer?.ConfigurationRecorders ?? [])
    .filter(({ servicePrincipal }) => servicePrincipal === undefined)
    .map(({ name = "" }) => ({ name }));
}

async function deliveryChannelsOf(reader: Reader, region: string): Promise<readonly string[]> {
  const answer = await reader.read("config:DescribeDeliveryChannels", region, {});
  return (answer?.DeliveryChannels ?? []).map(({ name = "" }) => name);
}

async function retentionOf(reader: Reader, region: string): Promise<number | undefined> {
  const answer = await reader.read("config:DescribeRetentionConfigurations", region, {});
  return answer?.RetentionConfigurations?.[0]?.RetentionPeriodInDays;
}

async function ruleNamesOf(reader: Reader, region: string): Promise<readonly string[]> {
  const pages = await reader.readPages("config:DescribeConfigRules", region, {}, ({ NextToken }) =>
    NextToken === undefined ? undefined : { NextToken },
  );
  return pages.flatMap(({ ConfigRules = [] }) => ConfigRules.map(({ ConfigRuleName = "" }) => ConfigRuleName));
}

async function invocationLoggingOf(reader: Reader, region: string): Promise<ObservedInvocationLogging | undefined> {
  const answer = await reader.read("bedrock:GetModelInvocationLoggingConfiguration", region, {});
  const logGroup = answer?.loggingConfig?.cloudWatchConfig?.logGroupName;
  const bucket = answer?.loggingConfig?.s3Config?.bucketName;
  // A configuration without a destination logs nothing.
  return logGroup === undefined && bucket === undefined
    ? undefined
    : { ...(logGroup === undefined ? {} : { logGroup }), ...(bucket === undefined ? {} : { bucket }) };
}
