/** List prices of Amazon Bedrock's guardrails, for text. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/bedrock/pricing/",
    readOn: "2026-11-26",
    secondary: "articles of 2026 that quote the page: techjacksolutions.com of 2026-05-14, hivebook.wiki",
  },
];

const GUARDRAILS = { service: "Bedrock guardrails", unit: "text units", per: 1000, confirmedBy: "secondary" } as const;

/** Characters of a text unit; what is left over counts as one. */
export const TEXT_UNIT_CHARACTERS = 1000;

/** Word filters and patterns are free. */
export const BEDROCK_PRICES = {
  "bedrock.contentFilters": { ...GUARDRAILS, usd: { everywhere: flat(0.15) } },
  "bedrock.deniedTopics": { ...GUARDRAILS, usd: { everywhere: flat(0.15) } },
  "bedrock.sensitiveInformation": { ...GUARDRAILS, usd: { everywhere: flat(0.1) } },
} as const satisfies Readonly<Record<string, Price>>;
