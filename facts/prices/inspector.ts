/** List prices of Amazon Inspector, which charges for what it scans. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/inspector/pricing/",
    readOn: "2026-11-26",
    secondary:
      "the prices of Europe (Ireland) for instances and images, as a public design document quotes them; that of functions as two public guides quote it, without a region",
  },
];

const INSPECTOR = { service: "Inspector", per: 1, confirmedBy: "secondary" } as const;

export const INSPECTOR_PRICES = {
  "inspector.instances": { ...INSPECTOR, unit: "instances", usd: { byRegion: { "eu-west-1": flat(1.2528) } } },
  "inspector.pushedImages": { ...INSPECTOR, unit: "images", usd: { byRegion: { "eu-west-1": flat(0.09) } } },
  "inspector.rescannedImages": { ...INSPECTOR, unit: "scans", usd: { byRegion: { "eu-west-1": flat(0.01) } } },
  "inspector.functions": { ...INSPECTOR, unit: "functions", usd: { byRegion: { "us-east-1": flat(0.3) } } },
  "inspector.functionCode": { ...INSPECTOR, unit: "functions", usd: { byRegion: {} } },
} as const satisfies Readonly<Record<string, Price>>;
