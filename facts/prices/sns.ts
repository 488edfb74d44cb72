/** List prices of Amazon SNS, for standard topics. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/sns/pricing/",
    readOn: "2026-11-25",
    secondary: "an article of 2026-06-13 that quotes the page; Infracost's test data for HTTP",
  },
];

const SNS = { service: "SNS", confirmedBy: "secondary" } as const;

export const SNS_PRICES = {
  "sns.publications": { ...SNS, unit: "requests", per: 1_000_000, usd: { everywhere: flat(0.5) } },
  "sns.mails": { ...SNS, unit: "mails", per: 100_000, usd: { everywhere: flat(2) } },
  "sns.httpDeliveries": { ...SNS, unit: "deliveries", per: 1_000_000, usd: { everywhere: flat(0.6) } },
  /** Text messages and mobile push: the price depends on the country and the platform. */
  "sns.otherDeliveries": { ...SNS, unit: "deliveries", per: 1_000_000, usd: { byRegion: {} } },
} as const satisfies Readonly<Record<string, Price>>;
