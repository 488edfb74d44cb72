/** From quantities to US dollars. */
import type { Price, Tiers } from "../facts/prices/price";
import { partitionOf } from "../facts/regions";

/** The tiers that apply in a region, and whose they are. */
export interface FoundTiers {
  readonly tiers: Tiers;
  /** The region whose price stands in, because that of the region itself is not known here. */
  readonly standIn?: string;
}

/** The regions whose prices are closest to those of others, in the order in which they are tried. */
const STAND_INS: readonly { readonly prefix: string; readonly regions: readonly string[] }[] = [
  { prefix: "eu", regions: ["eu-central-1", "eu-west-1", "us-east-1"] },
  { prefix: "", regions: ["us-east-1", "eu-central-1", "eu-west-1"] },
];

/** @returns undefined when no source confirms the price anywhere. */
export function tiersIn({ usd }: Price, region: string): FoundTiers | undefined {
  if ("everywhere" in usd) {
    return partitionOf(region).id === "aws"
      ? { tiers: usd.everywhere }
      : { tiers: usd.everywhere, standIn: "the commercial regions" };
  }
  const own = usd.byRegion[region];
  if (own !== undefined) {
    return { tiers: own };
  }
  const candidates = STAND_INS.find(({ prefix }) => region.startsWith(prefix))?.regions ?? [];
  return candidates.flatMap((standIn) => {
    const tiers = usd.byRegion[standIn];
    return tiers === undefined ? [] : [{ tiers, standIn }];
  })[0];
}

/**
 * What a quantity costs, in US dollars, when others have already used up the first units.
 *
 * @param before the units that count towards the tiers and are already paid for
 */
export function charge(tiers: Tiers, per: number, before: number, quantity: number): number {
  let start = 0;
  let sum = 0;
  for (const { upTo = Infinity, usd } of tiers) {
    const units = Math.min(upTo, before + quantity) - Math.max(start, before);
    sum += units > 0 ? (units / per) * usd : 0;
    start = upTo;
  }
  return sum;
}
