/** List prices of AWS Config. */
import type { Source } from "../source";
import { flat, type Price, type Tiers } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/config/pricing/",
    readOn: "2026-11-25",
    secondary:
      "a stored copy of the page announces the first two tiers of 2019; the rest as the price list is quoted in public repositories (Infracost's test data for items and rules)",
  },
];

const ITEMS = { service: "Config", unit: "configuration items", per: 1, confirmedBy: "secondary" } as const;
const EVALUATIONS = { service: "Config", unit: "evaluations", per: 1, confirmedBy: "secondary" } as const;

/** Counted for each account and region. */
const EVALUATION_TIERS: Tiers = [{ upTo: 100_000, usd: 0.001 }, { upTo: 500_000, usd: 0.0008 }, { usd: 0.0005 }];

export const CONFIG_PRICES = {
  "config.continuousItems": { ...ITEMS, usd: { everywhere: flat(0.003) } },
  "config.dailyItems": { ...ITEMS, usd: { everywhere: flat(0.012) } },
  /** Managed rules and custom rules alike; what a custom rule's own function costs is Lambda's. */
  "config.ruleEvaluations": { ...EVALUATIONS, usd: { everywhere: EVALUATION_TIERS } },
  "config.conformancePackEvaluations": { ...EVALUATIONS, usd: { everywhere: EVALUATION_TIERS } },
} as const satisfies Readonly<Record<string, Price>>;
