import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_UnusedAccessConfiguration.html",
    readOn: "2026-11-26",
    secondary: "the description in AWS's SDK for JavaScript, of which the page is made",
  },
];

/** Days without use after which access is taken for unused. */
export const UNUSED_ACCESS_DAYS = { minimum: 1, maximum: 365 } as const;

/** What an analyzer looks at from outside: the account alone, or the whole organization that it belongs to. */
export const EXTERNAL_ANALYZERS = ["ACCOUNT", "ORGANIZATION"] as const;
