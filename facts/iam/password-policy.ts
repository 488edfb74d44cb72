import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://www.cisecurity.org/benchmark/amazon_web_services",
    readOn: "2026-11-26",
    secondary: "Prowler's table of the benchmark's recommendations on passwords",
  },
  {
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
    readOn: "2026-11-26",
    secondary: "Prowler's table of the controls IAM.7 and IAM.10",
  },
];

/**
 * What the CIS AWS Foundations Benchmark (length and reuse) and AWS Security Hub (kinds of characters, age) ask of the passwords of
 * IAM users.
 */
export const STRONG_PASSWORDS = {
  /** Characters. IAM's own default is 6. */
  minimumPasswordLength: 14,
  /** Earlier passwords that cannot be used again; IAM remembers no more. */
  passwordReusePrevention: 24,
  /** Days. */
  maxPasswordAge: 90,
} as const;
