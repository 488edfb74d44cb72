/** List prices of Amazon Data Firehose, for what is written to a stream directly. */
import type { Source } from "../source";
import { GB_PER_TB, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/firehose/pricing/",
    readOn: "2026-11-26",
    secondary: "public repositories that quote the page for us-east-1; of decompression none was found",
  },
];

const FIREHOSE = { service: "Data Firehose", unit: "GB", per: 1, confirmedBy: "secondary" } as const;

export const FIREHOSE_PRICES = {
  "firehose.ingested": {
    ...FIREHOSE,
    usd: {
      byRegion: {
        "us-east-1": [{ upTo: 500 * GB_PER_TB, usd: 0.029 }, { upTo: 2000 * GB_PER_TB, usd: 0.025 }, { usd: 0.02 }],
      },
    },
  },
} as const satisfies Readonly<Record<string, Price>>;
