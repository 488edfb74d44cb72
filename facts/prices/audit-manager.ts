/** List prices of AWS Audit Manager, which charges the evidence that it collects. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/audit-manager/pricing/",
    readOn: "2026-11-27",
    secondary: "the price as public documents quote it",
  },
];

export const AUDIT_MANAGER_PRICES = {
  "audit-manager.evidence": {
    service: "Audit Manager",
    unit: "resource assessments",
    per: 1000,
    usd: { everywhere: flat(1.25) },
    confirmedBy: "secondary",
  },
} as const satisfies Readonly<Record<string, Price>>;
