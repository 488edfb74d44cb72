/** An entry of an exemptions file and what becomes of it, as plain data. */

/** What becomes of an entry: all but the first do not apply. */
export const EXEMPTION_STATUSES = ["in-force", "expired", "malformed", "unknown-rule", "not-allowed"] as const;
export type ExemptionStatus = (typeof EXEMPTION_STATUSES)[number];

export interface DescribedExemption {
  /** Its place in the file, from 1. */
  readonly place: number;
  readonly status: ExemptionStatus;
  /** A verb phrase whose subject is the entry: `expired on 2026-01-31`. @default - it applies */
  readonly problem?: string;
  /** Days after today on which it may apply: 0 on its last day, less afterwards. @default - it names no day */
  readonly daysLeft?: number;
  /** As the file has it, which may be anything. */
  readonly entry: unknown;
}

/** What is told of an exemptions file. */
export interface ExemptionsReport {
  /** As it was named. */
  readonly file: string;
  /** The organization's policy that limits it. @default - none */
  readonly organizationPolicy?: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** The last day of the time that was asked about, `YYYY-MM-DD`. @default - none was */
  readonly until?: string;
  /** How many entries the file has. */
  readonly total: number;
  /** Those that are shown. */
  readonly exemptions: readonly DescribedExemption[];
}
