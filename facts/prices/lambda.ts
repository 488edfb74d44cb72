/** List prices of AWS Lambda, for functions on Arm. */
import { flat, type Price } from "./price";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/lambda/pricing/",
    readOn: "2026-11-27",
    secondary: "an article that quotes the page for us-east-1: https://cloudchipr.com/blog/aws-lambda-pricing",
  },
];

const LAMBDA = { service: "Lambda", confirmedBy: "secondary" } as const;

export const LAMBDA_PRICES = {
  "lambda.requests": { ...LAMBDA, unit: "requests", per: 1_000_000, usd: { byRegion: { "us-east-1": flat(0.2) } } },
  "lambda.armGBSeconds": {
    ...LAMBDA,
    unit: "GB-seconds",
    per: 1,
    usd: {
      byRegion: {
        "us-east-1": [{ upTo: 7_500_000_000, usd: 0.000_013_333_4 }, { usd: 0.000_012_000_1 }],
      },
    },
  },
} as const satisfies Readonly<Record<string, Price>>;
