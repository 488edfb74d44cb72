/** List prices of AWS CloudTrail. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/cloudtrail/pricing/",
    readOn: "2026-11-25",
    secondary:
      "a stored copy of the page, older than Insights and network activity; those two as the price list is quoted in public repositories (Infracost's test data for Insights)",
  },
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/insights-events-costs.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-manage-costs.html",
    readOn: "2026-11-25",
  },
];

const EVENTS = { service: "CloudTrail", unit: "events", per: 100_000 } as const;

export const CLOUDTRAIL_PRICES = {
  /** The first copy in each region is free, whichever trail delivers it. */
  "cloudtrail.managementEvents": { ...EVENTS, usd: { everywhere: flat(0) }, confirmedBy: "aws" },
  "cloudtrail.managementEventCopies": { ...EVENTS, usd: { everywhere: flat(2) }, confirmedBy: "aws" },
  "cloudtrail.dataEvents": { ...EVENTS, usd: { everywhere: flat(0.1) }, confirmedBy: "aws" },
  "cloudtrail.networkActivityEvents": { ...EVENTS, usd: { everywhere: flat(0.1) }, confirmedBy: "secondary" },
  /** For each type of Insights, the events that it analyses. */
  "cloudtrail.insights": { ...EVENTS, usd: { everywhere: flat(0.35) }, confirmedBy: "secondary" },
} as const satisfies Readonly<Record<string, Price>>;
