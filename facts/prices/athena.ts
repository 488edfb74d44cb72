/** List prices of Amazon Athena. The Glue Data Catalog charges nothing for a million objects, and nothing for a million requests a month. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/athena/pricing/",
    readOn: "2026-11-26",
    secondary: "guides that quote the page; a few regions are dearer",
  },
];

export const ATHENA_PRICES = {
  "athena.scanned": { service: "Athena", confirmedBy: "secondary", unit: "TB", per: 1, usd: { everywhere: flat(5) } },
} as const satisfies Readonly<Record<string, Price>>;
