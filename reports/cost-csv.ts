/** `cost.csv`, for a spreadsheet: one line for each line of the cost. */
import type { CostLine } from "../cost/estimate";
import type { CostReport } from "./cost-report";
import { csvLines } from "./csv";

const COLUMNS: Readonly<Record<string, (line: CostLine) => string>> = {
  service: ({ service }) => service,
  what: ({ what }) => what,
  region: ({ region }) => region,
  resources: ({ resources }) => String(resources.length),
  "quantity in month 1": ({ quantity }) => String(quantity.month1),
  "quantity when steady": ({ quantity }) => String(quantity.steady),
  unit: ({ unit }) => unit,
  "USD per": ({ price }) => (price === null ? "" : String(price.per)),
  "USD, by tiers": ({ price }) =>
    price === null
      ? "not confirmed"
      : price.tiers.map(({ upTo, usd }) => (upTo === undefined ? String(usd) : `${usd} up to ${upTo}`)).join("; "),
  "price of": ({ standIn, region }) => standIn ?? region,
  "confirmed by": ({ price }) => price?.confirmedBy ?? "",
  "USD in month 1": ({ usd }) => (usd.month1 === null ? "" : usd.month1.toFixed(4)),
  "USD when steady": ({ usd }) => (usd.steady === null ? "" : usd.steady.toFixed(4)),
  drivers: ({ drivers }) => drivers.join("; "),
  bound: ({ bound }) => bound,
  note: ({ note }) => note ?? "",
};

export function costCsvReport({ estimate }: CostReport): string {
  const rows = estimate.lines.map((line) => Object.values(COLUMNS).map((value) => value(line)));
  return csvLines([Object.keys(COLUMNS), ...rows]);
}
