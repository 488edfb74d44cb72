/** List prices of AWS KMS. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/kms/pricing/",
    readOn: "2026-11-25",
    secondary: "a stored copy of the page, older than May 2024; the end of the charge after two rotations by others",
  },
];

/** Each rotation adds the price of a key, up to this many rotations. */
export const CHARGED_ROTATIONS = 2;

export const KMS_PRICES = {
  "kms.keys": { service: "KMS", unit: "key-months", per: 1, usd: { everywhere: flat(1) }, confirmedBy: "aws" },
  "kms.requests": {
    service: "KMS",
    unit: "requests",
    per: 10_000,
    usd: { everywhere: flat(0.03) },
    confirmedBy: "aws",
  },
} as const satisfies Readonly<Record<string, Price>>;
