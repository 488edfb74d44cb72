/** The form of a list price. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-price-list-query-api.html",
    readOn: "2026-11-25",
    secondary:
      "quotations of the price list in public repositories, whose tiers end at 51200 GB where a page says 50 TB",
  },
];

/** Bytes of a gigabyte, as AWS bills it. */
export const BYTES_PER_GB = 2 ** 30;

/** Gigabytes of a terabyte, as AWS's tiers count them. */
export const GB_PER_TB = 1024;

/** Part of a graduated price. */
export interface Tier {
  /** Where the tier ends, in units of the quantity, inclusive; the last tier has no end. */
  readonly upTo?: number;
  /** US dollars for `per` units. */
  readonly usd: number;
}

/** A price's tiers, in ascending order. */
export type Tiers = readonly [Tier, ...Tier[]];

/** A list price of AWS, without the free tier, discounts and taxes. */
export interface Price {
  /** The name of the service on the bill. */
  readonly service: string;
  /** What is counted, in the plural: `events`, `GB`, `GB-months`. */
  readonly unit: string;
  /** How many units the dollars are for. */
  readonly per: number;
  /**
   * The price in every region of the commercial partition, or region by region; empty when no source confirms it.
   */
  readonly usd: { readonly everywhere: Tiers } | { readonly byRegion: Readonly<Partial<Record<string, Tiers>>> };
  /** Whether AWS's own page shows the figure, or others quote it. */
  readonly confirmedBy: "aws" | "secondary";
}

/** A price without tiers. */
export function flat(usd: number): Tiers {
  return [{ usd }];
}
