/** List prices of Security Hub CSPM, which charges for checks; what other services find is taken in nearly free of charge. */
import type { Source } from "../source";
import type { Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/security-hub/cspm/pricing/",
    readOn: "2026-11-26",
    secondary: "the prices of US East as a public guide of an AWS team quotes them; other regions may differ",
  },
];

export const SECURITY_HUB_PRICES = {
  "securityHub.checks": {
    service: "Security Hub",
    unit: "checks",
    per: 1,
    usd: {
      byRegion: {
        "us-east-1": [{ upTo: 100_000, usd: 0.001 }, { upTo: 500_000, usd: 0.0008 }, { usd: 0.0005 }],
      },
    },
    confirmedBy: "secondary",
  },
} as const satisfies Readonly<Record<string, Price>>;
