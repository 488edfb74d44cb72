/** The findings of AWS's detection services on EventBridge: how each is recognized, and where it says what it is about. */
import type { AlertSeverity } from "../alerting/severities";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html",
    readOn: "2026-11-26",
    secondary: "a stored copy of the page in AWS's own repository of the guide",
  },
  { page: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html", readOn: "2026-11-26" },
];

type Json = string | number | boolean | readonly Json[] | { readonly [field: string]: Json };

/** The findings of one service. */
export interface FindingEvents {
  readonly source: `aws.${string}`;
  readonly detailType: string;
  /** What EventBridge matches of the `detail` of a finding that somebody should be told of. */
  readonly serious: Readonly<Record<string, Json>>;
  /** In words: "GuardDuty findings of medium severity and above". */
  readonly plural: string;
  /** What a message says of one. */
  readonly title: string;
  /** How urgent it is to whoever is told. */
  readonly severity: AlertSeverity;
  /** Paths to what a message says of the finding; `level` is what the service itself takes its severity for, if it has one. */
  readonly told: { readonly kind: string; readonly finding: string; readonly level?: string };
  /** The `detail` of findings that somebody should be told of, and of some that nobody should. */
  readonly samples: {
    readonly serious: readonly Readonly<Record<string, Json>>[];
    readonly other: readonly Readonly<Record<string, Json>>[];
  };
}

export const FINDING_EVENTS = {
  guardDuty: {
    source: "aws.guardduty",
    detailType: "GuardDuty Finding",
    // Low is below 4, medium below 7, high below 9, critical above.
    serious: { severity: [{ numeric: [">=", 4] }] },
    plural: "GuardDuty findings of medium severity and above",
    title: "GuardDuty has found a threat",
    severity: "page",
    told: { kind: "$.detail.type", level: "$.detail.severity", finding: "$.detail.id" },
    samples: {
      serious: [
        { id: "1", type: "Impact:IAMUser/AnomalousModelInvocation", severity: 4 },
        { id: "2", type: "Exfiltration:S3/AnomalousBehavior", severity: 8 },
        { id: "3", type: "AttackSequence:IAM/CompromisedCredentials", severity: 9 },
      ],
      other: [{ id: "4", type: "Recon:EC2/PortProbeUnprotectedPort", severity: 2 }],
    },
  },
  accessAnalyzer: {
    source: "aws.access-analyzer",
    detailType: "Access Analyzer Finding",
    // A finding that is archived, resolved or deleted asks nobody for anything.
    serious: { status: ["ACTIVE"], isDeleted: [false] },
    plural: "Access Analyzer's findings of access from outside",
    title: "Access Analyzer has found access from outside",
    severity: "mail",
    told: { kind: "$.detail.resource", finding: "$.detail.id" },
    samples: {
      serious: [
        { id: "1", resource: "arn:aws:s3:::training-data", status: "ACTIVE", isDeleted: false, isPublic: true },
        { id: "2", resource: "arn:aws:kms:eu-central-1:111122223333:key/1", status: "ACTIVE", isDeleted: false },
      ],
      other: [
        { id: "3", resource: "arn:aws:s3:::training-data", status: "RESOLVED", isDeleted: false },
        { id: "4", resource: "arn:aws:s3:::training-data", status: "ACTIVE", isDeleted: true },
      ],
    },
  },
} as const satisfies Readonly<Record<string, FindingEvents>>;

/** A service whose findings are told of, by the name that settings give it. */
export type FindingService = keyof typeof FINDING_EVENTS;

export const FINDING_SERVICES = Object.keys(FINDING_EVENTS) as readonly FindingService[]; // Object.keys loses the key types
