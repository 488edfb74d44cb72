/** List prices of Amazon EventBridge. Events of AWS's services, and rules, are free. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/eventbridge/pricing/",
    readOn: "2026-11-27",
    secondary: "two articles of 2026-03-13 and 2026-06-13 that quote the page for API destinations",
  },
];

const EVENTBRIDGE = { service: "EventBridge", confirmedBy: "secondary" } as const;

export const EVENTBRIDGE_PRICES = {
  /** Each 64 KB of an event that is sent are one invocation. */
  "eventbridge.apiDestinationInvocations": {
    ...EVENTBRIDGE,
    unit: "invocations",
    per: 1_000_000,
    usd: { everywhere: flat(0.2) },
  },
  /** Events that are sent to a queue of another account. */
  "eventbridge.crossAccountDeliveries": {
    ...EVENTBRIDGE,
    unit: "deliveries",
    per: 1_000_000,
    usd: { byRegion: {} },
  },
} as const satisfies Readonly<Record<string, Price>>;
