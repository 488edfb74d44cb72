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
  { page: "https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html",
    readOn: "2026-11-27",
    secondary: "a stored copy of the page, and the example in EventBridge's own guide",
  },
  {
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-findings-create-update.html",
    readOn: "2026-11-26",
  },
];

type Json = string | number | boolean | readonly Json[] | { readonly [field: string]: Json };

/** Findings of one service that are told in the same way. */
export interface FindingEvents {
  /** The last part of the names of what tells of them. */
  readonly name: string;
  readonly source: `aws.${string}`;
  readonly detailType: string;
  /** What EventBridge matches of the `detail` of a finding that somebody should be told of. */
  readonly serious: Readonly<Record<string, Json>>;
  /** In words: "GuardDuty findings of high severity and above". */
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

const GUARDDUTY = {
  source: "aws.guardduty",
  detailType: "GuardDuty Finding",
  title: "GuardDuty has found a threat",
  told: { kind: "$.detail.type", level: "$.detail.severity", finding: "$.detail.id" },
} as const;

/** A finding of a control of Security Hub's own. @param set what it has otherwise than one that somebody should be told of */
function controlFinding(id: string, set: Readonly<Record<string, Json>> = {}): Readonly<Record<string, Json>> {
  return {
    findings: [
      {
        Id: id,
        ProductArn: "arn:aws:securityhub:eu-central-1::product/aws/securityhub",
        Title: "SageMaker notebook instances should not have direct internet access",
        Compliance: { Status: "FAILED", SecurityControlId: "SageMaker.1" },
        RecordState: "ACTIVE",
        Severity: { Label: "HIGH" },
        Workflow: { Status: "NEW" },
        ...set,
      },
    ],
  };
}

export const FINDING_EVENTS = {
  guardDuty: [
    {
      ...GUARDDUTY,
      name: "guardduty",
      // Low is below 4, medium below 7, high below 9, critical above.
      serious: { severity: [{ numeric: [">=", 7] }] },
      plural: "GuardDuty findings of high severity and above",
      severity: "page",
      samples: {
        serious: [
          { id: "1", type: "Exfiltration:S3/AnomalousBehavior", severity: 7 },
          { id: "2", type: "AttackSequence:IAM/CompromisedCredentials", severity: 9 },
        ],
        other: [
          { id: "3", type: "Impact:IAMUser/AnomalousModelInvocation", severity: 6.9 },
          { id: "4", type: "Recon:EC2/PortProbeUnprotectedPort", severity: 2 },
        ],
      },
    },
    {
      ...GUARDDUTY,
      name: "guardduty-medium",
      serious: { severity: [{ numeric: [">=", 4, "<", 7] }] },
      plural: "GuardDuty findings of medium severity",
      severity: "mail",
      samples: {
        serious: [
          { id: "1", type: "Impact:IAMUser/AnomalousModelInvocation", severity: 4 },
          { id: "2", type: "Impact:IAMUser/AnomalousModelInvocation", severity: 6.9 },
        ],
        other: [
          { id: "3", type: "Exfiltration:S3/AnomalousBehavior", severity: 7 },
          { id: "4", type: "Recon:EC2/PortProbeUnprotectedPort", severity: 3.9 },
        ],
      },
    },
  ],
  accessAnalyzer: [
    {
      name: "access-analyzer",
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
  ],
  securityHub: [
    {
      name: "security-hub",
      source: "aws.securityhub",
      detailType: "Security Hub Findings - Imported",
      // Its own controls alone: of what other services found they tell themselves. A finding that somebody has taken up is not new.
      serious: {
        findings: {
          ProductArn: [{ suffix: "::product/aws/securityhub" }],
          Compliance: { Status: ["FAILED"] },
          RecordState: ["ACTIVE"],
          Severity: { Label: ["CRITICAL", "HIGH"] },
          Workflow: { Status: ["NEW"] },
        },
      },
      plural: "failed controls of Security Hub of high severity and above",
      title: "A resource fails a control of Security Hub",
      severity: "ticket",
      told: {
        kind: "$.detail.findings[0].Compliance.SecurityControlId",
        level: "$.detail.findings[0].Severity.Label",
        finding: "$.detail.findings[0].Id",
      },
      samples: {
        serious: [controlFinding("1"), controlFinding("2", { Severity: { Label: "CRITICAL" } })],
        other: [
          controlFinding("3", { Severity: { Label: "MEDIUM" } }),
          controlFinding("4", { Workflow: { Status: "SUPPRESSED" } }),
          controlFinding("5", { RecordState: "ARCHIVED" }),
          controlFinding("6", { Compliance: { Status: "PASSED", SecurityControlId: "SageMaker.1" } }),
          controlFinding("7", { ProductArn: "arn:aws:securityhub:eu-central-1::product/aws/guardduty" }),
        ],
      },
    },
  ],
  inspector: [
    {
      name: "inspector2",
      source: "aws.inspector2",
      detailType: "Inspector2 Finding",
      // One that is closed or suppressed asks nobody for anything.
      serious: { severity: ["CRITICAL", "HIGH"], status: ["ACTIVE"] },
      plural: "Inspector's findings of high severity and above",
      title: "Inspector has found a vulnerability",
      severity: "ticket",
      told: { kind: "$.detail.type", level: "$.detail.severity", finding: "$.detail.findingArn" },
      samples: {
        serious: [
          { findingArn: "1", type: "PACKAGE_VULNERABILITY", severity: "HIGH", status: "ACTIVE" },
          { findingArn: "2", type: "NETWORK_REACHABILITY", severity: "CRITICAL", status: "ACTIVE" },
        ],
        other: [
          { findingArn: "3", type: "PACKAGE_VULNERABILITY", severity: "MEDIUM", status: "ACTIVE" },
          { findingArn: "4", type: "PACKAGE_VULNERABILITY", severity: "HIGH", status: "CLOSED" },
        ],
      },
    },
  ],
  macie: [
    {
      name: "macie",
      source: "aws.macie",
      detailType: "Macie Finding",
      // Sensitive data in an object, or a bucket that is open to others. What a suppression rule archives is not published.
      serious: { severity: { description: ["High", "Medium"] } },
      plural: "Macie's findings of medium severity and above",
      title: "Macie has found sensitive data, or a bucket that is open to others",
      severity: "mail",
      told: { kind: "$.detail.type", level: "$.detail.severity.description", finding: "$.detail.id" },
      samples: {
        serious: [
          { id: "1", type: "SensitiveData:S3Object/Credentials", severity: { score: 3, description: "High" } },
          { id: "2", type: "SensitiveData:S3Object/Personal", severity: { score: 2, description: "Medium" } },
          { id: "3", type: "Policy:IAMUser/S3BucketPublic", severity: { score: 3, description: "High" } },
        ],
        other: [{ id: "4", type: "SensitiveData:S3Object/Personal", severity: { score: 1, description: "Low" } }],
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly FindingEvents[]>>;

/** A service whose findings are told of, by the name that settings give it. */
export type FindingService = keyof typeof FINDING_EVENTS;

export const FINDING_SERVICES = Object.keys(FINDING_EVENTS) as readonly FindingService[]; // Object.keys loses the key types
