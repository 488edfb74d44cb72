/** List prices of Amazon Macie, which charges for the buckets that it watches and for what its jobs look into. */
import type { Source } from "../source";
import { flat, GB_PER_TB, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/macie/pricing/",
    readOn: "2026-11-27",
    secondary:
      "the prices of US East (N. Virginia), as four public documents quote them, one of them read by its author in October 2026",
  },
];

const MACIE = { service: "Macie", per: 1, confirmedBy: "secondary" } as const;

export const MACIE_PRICES = {
  "macie.buckets": { ...MACIE, unit: "buckets", usd: { byRegion: { "us-east-1": flat(0.1) } } },
  "macie.classifiedData": {
    ...MACIE,
    unit: "GB",
    usd: {
      byRegion: {
        "us-east-1": [{ upTo: 50 * GB_PER_TB, usd: 1 }, { upTo: 500 * GB_PER_TB, usd: 0.5 }, { usd: 0.25 }],
      },
    },
  },
} as const satisfies Readonly<Record<string, Price>>;
