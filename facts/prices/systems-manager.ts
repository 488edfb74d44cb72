/** List prices of AWS Systems Manager. Documents are free; what an automation does is charged by the step. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/systems-manager/pricing/",
    readOn: "2026-11-27",
    secondary: "two public documents that quote the page, one of 2026, which says that there is no free tier any more",
  },
];

export const SYSTEMS_MANAGER_PRICES = {
  "systems-manager.automationSteps": {
    service: "Systems Manager",
    unit: "steps",
    per: 1,
    usd: { everywhere: flat(0.002) },
    confirmedBy: "secondary",
  },
} as const satisfies Readonly<Record<string, Price>>;
