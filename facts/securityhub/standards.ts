/** The standards of Security Hub CSPM that this project enables, and how AWS names them. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html",
    readOn: "2026-11-26",
    secondary:
      "the ARNs as @pulumi/aws 7.48 lists them, and that of the standard on AI from a stored copy of AWS's user guide",
  },
  { page: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html", readOn: "2026-11-26" },
];

/** By the name in its ARN: its version, and what it asks of an account. */
export const STANDARDS = {
  "ai-security-best-practices": { version: "1.0.0", about: "agents, models, training data and endpoints" },
  "aws-foundational-security-best-practices": { version: "1.0.0", about: "what AWS advises for each of its services" },
  "cis-aws-foundations-benchmark": { version: "5.0.0", about: "CIS's benchmark for an account" },
  "nist-800-53": { version: "5.0.0", about: "NIST SP 800-53 Rev. 5, as far as AWS can check it" },
  "pci-dss": { version: "4.0.1", about: "PCI DSS, as far as AWS can check it" },
} as const satisfies Readonly<Record<string, { readonly version: string; readonly about: string }>>;

export type StandardName = keyof typeof STANDARDS;

export const STANDARD_NAMES = Object.keys(STANDARDS) as readonly StandardName[]; // Object.keys loses the key types

/** The standards that are enabled unless others are named. */
export const DEFAULT_STANDARDS: readonly StandardName[] = [
  "ai-security-best-practices",
  "aws-foundational-security-best-practices",
];

/** The ARN of a standard without its partition and region: what it ends with in every one. */
export function standardPath(name: StandardName): string {
  return `standards/${name}/v/${STANDARDS[name].version}`;
}
