/** List prices of Amazon S3. */
import type { Source } from "../source";
import { flat, GB_PER_TB, type Price, type Tiers } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/s3/pricing/",
    readOn: "2026-11-25",
    secondary:
      "the page's tables are filled in by the reader's browser, so the figures are those that public repositories quote from the price list: us-east-1 of 2025-10-28 and Infracost's test data, eu-west-1 and eu-central-1 of 2026-08-07, us-west-2 for Standard alone; Deep Archive in eu-central-1 and the tiers there from a copy of the page",
  },
];

const STORAGE = { service: "S3", unit: "GB-months", per: 1, confirmedBy: "secondary" } as const;
const REQUESTS = { service: "S3", unit: "requests", per: 1000, confirmedBy: "secondary" } as const;

function standard(first: number, second: number, last: number): Tiers {
  return [{ upTo: 50 * GB_PER_TB, usd: first }, { upTo: 500 * GB_PER_TB, usd: second }, { usd: last }];
}

export const S3_PRICES = {
  "s3.storage.STANDARD": {
    ...STORAGE,
    usd: {
      byRegion: {
        "us-east-1": standard(0.023, 0.022, 0.021),
        "us-west-2": standard(0.023, 0.022, 0.021),
        "eu-west-1": standard(0.023, 0.022, 0.021),
        "eu-central-1": standard(0.0245, 0.0235, 0.0225),
      },
    },
  },
  "s3.storage.STANDARD_IA": {
    ...STORAGE,
    usd: { byRegion: { "us-east-1": flat(0.0125), "eu-west-1": flat(0.0125), "eu-central-1": flat(0.0135) } },
  },
  "s3.storage.GLACIER_IR": { ...STORAGE, usd: { byRegion: { "us-east-1": flat(0.004) } } },
  "s3.storage.GLACIER": { ...STORAGE, usd: { byRegion: { "us-east-1": flat(0.0036) } } },
  "s3.storage.DEEP_ARCHIVE": {
    ...STORAGE,
    usd: { byRegion: { "us-east-1": flat(0.00099), "eu-central-1": flat(0.0018) } },
  },
  "s3.puts": {
    ...REQUESTS,
    usd: { byRegion: { "us-east-1": flat(0.005), "eu-west-1": flat(0.005), "eu-central-1": flat(0.0054) } },
  },
  "s3.transition.STANDARD_IA": { ...REQUESTS, usd: { everywhere: flat(0.01) } },
  "s3.transition.GLACIER_IR": { ...REQUESTS, usd: { everywhere: flat(0.02) } },
  "s3.transition.GLACIER": { ...REQUESTS, usd: { byRegion: { "us-east-1": flat(0.03) } } },
  "s3.transition.DEEP_ARCHIVE": {
    ...REQUESTS,
    usd: { byRegion: { "us-east-1": flat(0.05), "eu-central-1": flat(0.06) } },
  },
} as const satisfies Readonly<Record<string, Price>>;
