/** List prices of IAM Access Analyzer; analyzers of access from outside are free. */
import type { Source } from "../source";
import type { Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/iam/access-analyzer/pricing/",
    readOn: "2026-11-26",
    secondary: "the page was not at hand; that each role and user is charged in a month is said by the user guide",
  },
];

export const ACCESS_ANALYZER_PRICES = {
  "accessAnalyzer.analyzedIdentities": {
    service: "IAM Access Analyzer",
    unit: "roles and users",
    per: 1,
    usd: { byRegion: {} },
    confirmedBy: "secondary",
  },
} as const satisfies Readonly<Record<string, Price>>;
