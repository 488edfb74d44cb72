/** List prices of Amazon CloudWatch and CloudWatch Logs. */
import type { Source } from "../source";
import { flat, GB_PER_TB, type Price, type Tiers } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/cloudwatch/pricing/",
    readOn: "2026-11-25",
    secondary:
      "the page's tables are filled in by the reader's browser, so the figures are those that public repositories quote from the price list: us-east-1 of 2025-10-28, eu-west-1 and eu-central-1 of 2026-08-06, us-west-2 from a bill",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_billing.html",
    readOn: "2026-11-25",
    secondary: "bills in public repositories, where the logs of EKS control planes stand as VendedLog-Bytes",
  },
];

const LOG_DATA = { service: "CloudWatch Logs", unit: "GB", per: 1, confirmedBy: "secondary" } as const;
const ALARMS = { service: "CloudWatch", unit: "alarm metrics", per: 1, confirmedBy: "secondary" } as const;

/** What a service writes to CloudWatch Logs on the customer's behalf gets cheaper with its volume, in each region. */
function vended(first: number, second: number, third: number, last: number): Tiers {
  return [
    { upTo: 10 * GB_PER_TB, usd: first },
    { upTo: 30 * GB_PER_TB, usd: second },
    { upTo: 50 * GB_PER_TB, usd: third },
    { usd: last },
  ];
}

export const CLOUDWATCH_PRICES = {
  "logs.ingestion": {
    ...LOG_DATA,
    usd: {
      byRegion: {
        "us-east-1": flat(0.5),
        "us-west-2": flat(0.5),
        "eu-west-1": flat(0.57),
        "eu-central-1": flat(0.63),
      },
    },
  },
  "logs.ingestionInfrequentAccess": {
    ...LOG_DATA,
    usd: { byRegion: { "us-east-1": flat(0.25), "eu-west-1": flat(0.285) } },
  },
  "logs.vendedIngestion": {
    ...LOG_DATA,
    usd: {
      byRegion: {
        "us-east-1": vended(0.5, 0.25, 0.1, 0.05),
        "eu-west-1": vended(0.57, 0.285, 0.114, 0.057),
      },
    },
  },
  "logs.storage": {
    ...LOG_DATA,
    unit: "GB-months",
    usd: { byRegion: { "us-east-1": flat(0.03), "eu-west-1": flat(0.03), "eu-central-1": flat(0.0324) } },
  },
  "logs.dataProtection": { ...LOG_DATA, usd: { byRegion: { "us-east-1": flat(0.12) } } },
  "cloudwatch.alarms": { ...ALARMS, usd: { everywhere: flat(0.1) } },
  "cloudwatch.highResolutionAlarms": { ...ALARMS, usd: { everywhere: flat(0.3) } },
  "cloudwatch.customMetrics": {
    ...ALARMS,
    unit: "metrics",
    usd: {
      everywhere: [
        { upTo: 10_000, usd: 0.3 },
        { upTo: 250_000, usd: 0.1 },
        { upTo: 1_000_000, usd: 0.05 },
        { usd: 0.02 },
      ],
    },
  },
  "cloudwatch.dashboards": {
    ...ALARMS,
    unit: "dashboards",
    usd: { everywhere: flat(3) },
  },
  "cloudwatch.compositeAlarms": { ...ALARMS, unit: "alarms", usd: { everywhere: flat(0.5) } },
} as const satisfies Readonly<Record<string, Price>>;
