/** What a stack costs in a month, line by line. */
import type { Price, Tiers } from "../facts/prices/price";
import { PRICES, type PriceId } from "../facts/prices/prices";
import type { StackState } from "../pulumi/stack-state";
import type { ProfileName } from "../settings/schema";
import { type Declared, declaredIn, listAt, textAt } from "./declared";
import { charge, tiersIn } from "./pricing";
import { athenaUsages } from "./services/athena";
import { bedrockUsages } from "./services/bedrock";
import { accessAnalyzerUsages } from "./services/access-analyzer";
import { cloudTrailUsages } from "./services/cloudtrail";
import { cloudWatchAlarmUsages } from "./services/cloudwatch-alarms";
import { cloudWatchLogsUsages } from "./services/cloudwatch-logs";
import { configUsages } from "./services/config";
import { auditManagerUsages } from "./services/audit-manager";
import { backupUsages } from "./services/backup";
import { eventBridgeUsages } from "./services/eventbridge";
import { firehoseUsages } from "./services/firehose";
import { guardDutyUsages } from "./services/guardduty";
import { inspectorUsages } from "./services/inspector";
import { kmsUsages } from "./services/kms";
import { macieUsages } from "./services/macie";
import { lambdaUsages } from "./services/lambda";
import { s3Usages } from "./services/s3";
import { securityHubUsages } from "./services/security-hub";
import { snsUsages } from "./services/sns";
import { systemsManagerUsages } from "./services/systems-manager";
import type { Bound, Quantity, Usage, UsagesOf } from "./usage";
import { defaultVolumes, type VolumeName, type Volumes } from "./volumes";

/** US dollars; null where the price is not confirmed or the quantity grows for ever. */
export interface Dollars {
  readonly month1: number | null;
  readonly steady: number | null;
}

/** One line of the cost: the same thing, counted in one region. */
export interface CostLine {
  readonly service: string;
  readonly what: string;
  readonly region: string;
  /** The URNs of the resources that are counted. */
  readonly resources: readonly string[];
  readonly quantity: Quantity;
  readonly unit: string;
  /** The tiers and the units that their dollars are for; null when no source confirms a price. */
  readonly price: { readonly tiers: Tiers; readonly per: number; readonly confirmedBy: Price["confirmedBy"] } | null;
  /** Whose price it is, where that of the region is not known here. */
  readonly standIn?: string;
  readonly usd: Dollars;
  /** The volumes that the quantity is computed from; none where resources are counted. */
  readonly drivers: readonly VolumeName[];
  /** What bounds the quantity, in words. */
  readonly bound: string;
  readonly note?: string;
}

export interface ServiceTotal {
  readonly service: string;
  readonly usd: { readonly month1: number; readonly steady: number };
}

export interface Estimate {
  readonly profile: ProfileName;
  readonly volumes: Volumes;
  readonly lines: readonly CostLine[];
  /** Sums of what is known. */
  readonly services: readonly ServiceTotal[];
  readonly total: ServiceTotal["usd"];
  /** What the totals leave out, and whose prices stand in. */
  readonly warnings: readonly string[];
}

const SERVICES: readonly UsagesOf[] = [
  cloudTrailUsages,
  cloudWatchLogsUsages,
  s3Usages,
  configUsages,
  guardDutyUsages,
  accessAnalyzerUsages,
  inspectorUsages,
  macieUsages,
  auditManagerUsages,
  backupUsages,
  securityHubUsages,
  kmsUsages,
  lambdaUsages,
  cloudWatchAlarmUsages,
  snsUsages,
  athenaUsages,
  eventBridgeUsages,
  firehoseUsages,
  bedrockUsages,
  systemsManagerUsages,
];

const BASELINE_TYPE = "ai-governance-baseline:index:AccountBaseline";

/**
 * @param region the region of resources that neither themselves nor their provider name one
 * @param given the volumes that replace the assumptions about the profile
 */
export function estimate(state: StackState, region: string, given: Partial<Volumes> = {}): Estimate {
  const resources = declaredIn(state, region);
  const baseline = resources.find(({ type }) => type === BASELINE_TYPE);
  const profile = profileOf(baseline);
  const volumes = { ...defaultVolumes(profile), ...given };
  const usages = SERVICES.flatMap((usagesOf) => usagesOf({ resources, volumes }));
  const lines = linesOf(usages);
  return { profile, volumes, lines, ...totalsOf(lines), warnings: warningsOf(lines, baseline) };
}

/** A stack that is no baseline is taken for a standard account. */
function profileOf(baseline: Declared | undefined): ProfileName {
  const profile = textAt(baseline?.properties, "profile");
  return profile === "sandbox" || profile === "regulated" ? profile : "standard";
}

/** Usages that differ in their resource only are one line. */
function linesOf(usages: readonly Usage[]): readonly CostLine[] {
  const groups = new Map<string, Usage[]>();
  for (const usage of usages) {
    const { price, what, resource, drivers, bound } = usage;
    const key = JSON.stringify([price, what, resource.region, drivers, boundText(bound, resource)]);
    groups.set(key, [...(groups.get(key) ?? []), usage]);
  }
  const counter = new Counter();
  return [...groups.values()].flatMap((group) => lineOf(group, counter));
}

function lineOf(group: readonly Usage[], counter: Counter): readonly CostLine[] {
  const [first] = group;
  if (first === undefined) {
    return [];
  }
  const { price: id, what, resource, drivers, bound, note } = first;
  const { region } = resource;
  const price: Price = PRICES[id];
  const quantity = sumOf(group.map((usage) => usage.quantity));
  const found = tiersIn(price, region);
  return [
    {
      service: price.service,
      what,
      region,
      resources: group.map((usage) => usage.resource.urn),
      quantity,
      unit: price.unit,
      price: found === undefined ? null : { tiers: found.tiers, per: price.per, confirmedBy: price.confirmedBy },
      ...(found?.standIn === undefined ? {} : { standIn: found.standIn }),
      usd:
        found === undefined
          ? { month1: null, steady: null }
          : counter.charge(id, region, { tiers: found.tiers, per: price.per }, quantity),
      drivers,
      bound: boundText(bound, resource),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

/** Tiers count all of an account's usage in a region, whichever lines it stands in. */
class Counter {
  private readonly used = new Map<string, { month1: number; steady: number }>();

  charge(
    id: PriceId,
    region: string,
    { tiers, per }: { readonly tiers: Tiers; readonly per: number },
    { month1, steady }: Quantity,
  ): Dollars {
    const key = `${id} ${region}`;
    const before = this.used.get(key) ?? { month1: 0, steady: 0 };
    const known = steady === "grows" ? 0 : steady;
    this.used.set(key, { month1: before.month1 + month1, steady: before.steady + known });
    return {
      month1: charge(tiers, per, before.month1, month1),
      steady: steady === "grows" ? null : charge(tiers, per, before.steady, known),
    };
  }
}

function sumOf(quantities: readonly Quantity[]): Quantity {
  return {
    month1: quantities.reduce((sum, { month1 }) => sum + month1, 0),
    steady: quantities.reduce<Quantity["steady"]>(
      (sum, { steady }) => (sum === "grows" || steady === "grows" ? "grows" : sum + steady),
      0,
    ),
  };
}

/** A setting decides only about what stands in an account's baseline. */
function boundText({ setting, property, nothing }: Bound, { types }: Declared): string {
  if (setting !== undefined && types.includes(BASELINE_TYPE)) {
    return typeof setting === "string" ? `setting ${setting}` : `settings ${setting.join(", ")}`;
  }
  return property === undefined ? `nothing bounds it: ${nothing ?? "it is there or not"}` : `property ${property}`;
}

function totalsOf(lines: readonly CostLine[]): Pick<Estimate, "services" | "total"> {
  const names = [...new Set(lines.map(({ service }) => service))];
  const services = names.map((service) => ({
    service,
    usd: dollarsOf(lines.filter((line) => line.service === service)),
  }));
  return { services, total: dollarsOf(lines) };
}

function dollarsOf(lines: readonly CostLine[]): ServiceTotal["usd"] {
  return {
    month1: lines.reduce((sum, { usd }) => sum + (usd.month1 ?? 0), 0),
    steady: lines.reduce((sum, { usd }) => sum + (usd.steady ?? 0), 0),
  };
}

function warningsOf(lines: readonly CostLine[], baseline: Declared | undefined): readonly string[] {
  const standIns = lines.flatMap(({ standIn, region, service, what }) =>
    standIn === undefined
      ? []
      : [`${service}, ${what}: the price in ${region} is not known here, so that of ${standIn} stands in`],
  );
  const unconfirmed = lines
    .filter(({ price }) => price === null)
    .map(({ service, what, region }) => `${service}, ${what} (${region}): price not confirmed, not in the totals`);
  const growing = lines
    .filter(({ quantity }) => quantity.steady === "grows")
    .map(
      ({ service, what, region }) =>
        `${service}, ${what} (${region}): grows for ever, so no later month is in the totals`,
    );
  const adopted = listAt(baseline?.properties, "adopted").map(
    (item) =>
      `${textAt(item, "type") ?? "a resource"} ${textAt(item, "id") ?? ""}: exists already, so what it costs by itself is not counted`,
  );
  return [...standIns, ...unconfirmed, ...growing, ...adopted];
}
