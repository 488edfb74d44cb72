/** The estimate of what a stack costs, and the words and figures that every form of its report shares. */
import type { CostLine, Dollars, Estimate } from "../cost/estimate";
import type { Quantity } from "../cost/usage";
import type { VerdictReport } from "./report";

export interface CostReport extends Pick<VerdictReport, "project" | "stack" | "account" | "region"> {
  readonly estimate: Estimate;
}

const MONEY = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
/** Prices have up to five decimals. */
const RATE = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 5 });

/** `1,234.50`; what is not known is a question mark. */
export function money(usd: Dollars[keyof Dollars]): string {
  return usd === null ? "?" : MONEY.format(usd);
}

/** `2.1, later 352.07 GB-months`. */
export function quantityText({ quantity, unit }: Pick<CostLine, "quantity" | "unit">): string {
  return `${change(quantity)} ${unit}`;
}

function change({ month1, steady }: Quantity): string {
  const first = COUNT.format(month1);
  const later = steady === "grows" ? "growing for ever" : COUNT.format(steady);
  return first === later ? first : `${first}, later ${later}`;
}

/** `$0.10 per 100,000 events`; the first tier of a graduated price, and whose price it is if not the region's own. */
export function priceText({ price, standIn, unit }: Pick<CostLine, "price" | "standIn" | "unit">): string {
  if (price === null) {
    return "price not confirmed";
  }
  const [first, second] = price.tiers;
  const per = price.per === 1 ? unit.replace(/s$/, "") : `${COUNT.format(price.per)} ${unit}`;
  const tiers = second === undefined ? "" : ` up to ${COUNT.format(first.upTo ?? 0)}`;
  const whose = standIn === undefined ? "" : `, the price of ${standIn}`;
  return `$${RATE.format(first.usd)} per ${per}${tiers}${whose}`;
}

/** `keys (6)`. */
export function whatText({ what, resources }: Pick<CostLine, "what" | "resources">): string {
  return resources.length === 1 ? what : `${what} (${resources.length})`;
}

/** What drives a line and what bounds it. */
export function driverText({ drivers, bound, note }: Pick<CostLine, "drivers" | "bound" | "note">): string {
  const driven = drivers.length === 0 ? "counted" : `driven by ${drivers.join(", ")}`;
  return [driven, bound, ...(note === undefined ? [] : [note])].join("; ");
}

/** The columns of dollars: the first month, and a month when as much expires as arrives. */
export const MONTHS = { month1: "Month 1", steady: "Steady" } as const;

/** What every estimate leaves out. */
export const LEFT_OUT =
  "List prices in US dollars, without free tiers, discounts, taxes, data transfer and queries. Volumes are assumptions of the profile unless a file gives them (--volumes).";

/** How many lines rest on others' word about a price. */
export function confirmationText({ lines }: Estimate): string {
  const secondary = lines.filter(({ price }) => price?.confirmedBy === "secondary").length;
  return `The prices of ${secondary} of ${lines.length} lines were read from others who quote AWS's price list.`;
}
