/** List prices of Amazon GuardDuty, which charges by what it analyzes. */
import type { Source } from "../source";
import { flat, type Price, type Tiers } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/guardduty/pricing/",
    readOn: "2026-11-26",
    secondary:
      "the examples of the page for US East (N. Virginia), as a public repository quotes them on 2026-10-07; a tier that is not quoted costs what the last one does",
  },
];

/** AWS quotes the price of a vCPU for a month of so many hours. */
const HOURS_PER_MONTH = 730;

const GUARDDUTY = { service: "GuardDuty", confirmedBy: "secondary" } as const;

function virginia(tiers: Tiers): Price["usd"] {
  return { byRegion: { "us-east-1": tiers } };
}

export const GUARDDUTY_PRICES = {
  "guardduty.managementEvents": { ...GUARDDUTY, unit: "events", per: 1_000_000, usd: virginia(flat(4)) },
  /** VPC flow logs and DNS queries, together. */
  "guardduty.networkLogs": {
    ...GUARDDUTY,
    unit: "GB",
    per: 1,
    usd: virginia([{ upTo: 500, usd: 1 }, { upTo: 2500, usd: 0.5 }, { usd: 0.25 }]),
  },
  "guardduty.objectEvents": {
    ...GUARDDUTY,
    unit: "events",
    per: 1_000_000,
    usd: virginia([{ upTo: 500_000_000, usd: 0.8 }, { usd: 0.4 }]),
  },
  "guardduty.clusterAuditEvents": {
    ...GUARDDUTY,
    unit: "events",
    per: 1_000_000,
    usd: virginia([{ upTo: 100_000_000, usd: 1.6 }, { usd: 0.8 }]),
  },
  "guardduty.monitoredVcpus": {
    ...GUARDDUTY,
    unit: "vCPU-hours",
    per: HOURS_PER_MONTH,
    usd: virginia([{ upTo: 500 * HOURS_PER_MONTH, usd: 1.5 }, { usd: 0.75 }]),
  },
  "guardduty.functionNetworkLogs": { ...GUARDDUTY, unit: "GB", per: 1, usd: virginia(flat(1)) },
  "guardduty.modelEvents": { ...GUARDDUTY, unit: "GB", per: 1, usd: virginia(flat(1)) },
  "guardduty.databaseVcpus": { ...GUARDDUTY, unit: "vCPU-hours", per: HOURS_PER_MONTH, usd: virginia(flat(1)) },
  "guardduty.scannedVolumes": { ...GUARDDUTY, unit: "GB", per: 1, usd: virginia(flat(0.03)) },
} as const satisfies Readonly<Record<string, Price>>;
