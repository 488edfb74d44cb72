import { control } from "../control";
import { cis } from "../frameworks/cis-aws";
import { NO_RUNBOOK } from "../no-runbook";

export const detectControls = [
  control({
    id: "DETECT-01",
    title: "Threats to AI workloads are looked for",
    objective:
      "GuardDuty looks at calls, networks, training data, clusters, functions, model calls and databases in every governed region.",
    provisions: ["ThreatDetection"],
    prevents: [
      "guardduty-account-detector-exists",
      "guardduty-account-features-enabled",
      "guardduty-detector-enabled",
      "guardduty-detector-protected",
      "guardduty-feature-enabled",
    ],
    detects: {
      checks: ["verify-guardduty-detector-as-declared", "verify-guardduty-feature-as-declared"],
    },
    traces: [
      "guardduty:DeleteDetector",
      "guardduty:UpdateDetector",
      "guardduty:DisassociateFromAdministratorAccount",
      "guardduty:DisassociateFromMasterAccount",
      "guardduty:CreateFilter",
      "guardduty:UpdateFilter",
      "guardduty:CreateIPSet",
      "guardduty:UpdateIPSet",
      "guardduty:CreateTrustedEntitySet",
      "guardduty:UpdateTrustedEntitySet",
    ],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7", "MANAGE 4.1"],
      "nist-800-53": ["SI-4"],
      "soc-2": ["CC7.2"],
      "security-hub": [
        "GuardDuty.1",
        "GuardDuty.5",
        "GuardDuty.6",
        "GuardDuty.7",
        "GuardDuty.8",
        "GuardDuty.9",
        "GuardDuty.10",
        "GuardDuty.11",
      ],
    },
    limits: [
      "GuardDuty finds what is unlike the account's past, or known to be hostile; it learns for some two weeks first.",
      "The agent of Runtime Monitoring runs on EKS clusters; on EC2 instances and Fargate tasks only where it is asked for.",
      "In an organization its administrator decides about GuardDuty; what is adopted is read by `baseline verify`, features aside.",
    ],
  }),
  control({
    id: "DETECT-02",
    title: "Somebody is told of what is found",
    objective: "Serious findings of AWS's detection services reach people within minutes, and again while they go on.",
    provisions: ["FindingAlerts", "ThreatDetection"],
    prevents: ["cloudwatch-account-finding-alerts-exist", "guardduty-detector-publishes-in-time"],
    detects: {
      checks: ["verify-eventbridge-rule-as-declared", "verify-eventbridge-target-as-declared"],
    },
    traces: ["events:DeleteRule", "events:DisableRule", "events:PutRule", "events:RemoveTargets"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["26(5)"],
      "nist-ai-rmf": ["GOVERN 4.3"],
      "nist-800-53": ["SI-4"],
      "soc-2": ["CC7.2"],
    },
    limits: [
      "Nobody is told where alarmEmails and alertSubscribers are empty, or a subscription is not confirmed.",
      "What a service suppresses by a filter of its own is not told.",
    ],
  }),
  control({
    id: "DETECT-03",
    title: "Access from outside the account is found",
    objective:
      "For every resource that others could be let into, IAM Access Analyzer proves whether somebody outside the account may use it.",
    provisions: ["AccessAnalysis"],
    prevents: ["accessanalyzer-account-analyzer-exists"],
    detects: { checks: ["verify-accessanalyzer-analyzer-as-declared"] },
    traces: [
      "access-analyzer:DeleteAnalyzer",
      "access-analyzer:UpdateAnalyzer",
      "access-analyzer:CreateArchiveRule",
      "access-analyzer:UpdateArchiveRule",
      "access-analyzer:UpdateFindings",
    ],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AC-3", "AC-6"],
      "soc-2": ["CC6.1", "CC6.6"],
      ...cis("external-access-analyzed"),
      "security-hub": ["IAM.28"],
    },
    limits: [
      "Access within the account is not looked at, and access that nobody uses only with unusedAccessDays, since AWS charges for each role.",
      "An analyzer knows the resource types that AWS lists; Bedrock and SageMaker have none of them.",
      "An analyzer of the organization's administrator cannot be read from its members: leave accessAnalyzer out there, with that reason.",
    ],
  }),
  control({
    id: "DETECT-04",
    title: "Resources are checked against AWS's standards",
    objective:
      "Security Hub checks what AWS asks of models, agents, training data and everything beside them, and brings together what is found.",
    provisions: ["SecurityStandards", "FindingAlerts"],
    prevents: [
      "securityhub-account-hub-exists",
      "securityhub-account-ai-standard-enabled",
      "securityhub-hub-controls-auto-enabled",
    ],
    detects: {
      checks: ["verify-securityhub-hub-as-declared", "verify-securityhub-standard-as-declared"],
    },
    traces: [
      "securityhub:BatchDisableStandards",
      "securityhub:BatchUpdateStandardsControlAssociations",
      "securityhub:CreateAutomationRule",
      "securityhub:DisableImportFindingsForProduct",
      "securityhub:DisableSecurityHub",
      "securityhub:DisassociateFromAdministratorAccount",
      "securityhub:DisassociateFromMasterAccount",
      "securityhub:UpdateSecurityControl",
      "securityhub:UpdateSecurityHubConfiguration",
      "securityhub:UpdateStandardsControl",
    ],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["CA-7"],
      "soc-2": ["CC7.1"],
    },
    limits: [
      "Its controls are checked by AWS Config: a region or a resource type that is not recorded is not checked.",
      "Not every region offers every standard, and AWS's standard on AI says nothing of invocation logging or guardrails.",
      "In an organization its administrator may decide which standards are enabled.",
    ],
  }),
  control({
    id: "DETECT-05",
    title: "Software beside models is scanned for vulnerabilities",
    objective:
      "Inspector scans instances, container images and functions when they change and when a vulnerability becomes known.",
    provisions: ["VulnerabilityScanning", "FindingAlerts"],
    prevents: ["inspector-account-scans-exist"],
    detects: { checks: ["verify-inspector-scans-as-declared"] },
    traces: ["inspector2:Disable", "inspector2:CreateFilter", "inspector2:UpdateFilter"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-800-53": ["RA-5"],
      "soc-2": ["CC7.1"],
      "security-hub": ["Inspector.1", "Inspector.2", "Inspector.4"],
    },
    limits: [
      "Inspector scans neither Bedrock nor SageMaker, but the images, functions and instances beside them.",
      "An instance without the Systems Manager agent is scanned by a snapshot of its volumes, where the account allows it.",
      "Functions that are encrypted with a customer managed key are not scanned, and the code of others only with LAMBDA_CODE.",
    ],
  }),
  control({
    id: "DETECT-06",
    title: "Sensitive data in training buckets is found",
    objective:
      "Macie looks into a sample of the objects in every training bucket when it is declared and each week, and keeps what it says of each.",
    provisions: ["SensitiveDataDiscovery", "FindingAlerts"],
    prevents: [
      "macie-account-training-buckets-classified",
      "macie-results-bucket-allows-delivery",
      "macie-results-key-allows-encryption",
      "macie-session-enabled",
      "macie-session-protected",
      "macie-session-results-kept",
    ],
    detects: {
      checks: [
        "verify-macie-job-as-declared",
        "verify-macie-results-kept-as-declared",
        "verify-macie-session-as-declared",
      ],
    },
    traces: [
      "macie2:CreateFindingsFilter",
      "macie2:DisableMacie",
      "macie2:DisassociateFromAdministratorAccount",
      "macie2:DisassociateFromMasterAccount",
      "macie2:PutClassificationExportConfiguration",
      "macie2:UpdateClassificationJob",
      "macie2:UpdateFindingsFilter",
      "macie2:UpdateMacieSession",
    ],
    responds: NO_RUNBOOK,
    clauses: {
      gdpr: ["5(1)(c)"],
      "nist-ai-rmf": ["MEASURE 2.10"],
      "soc-2": ["C1.1"],
      "security-hub": ["Macie.1"],
    },
    limits: [
      "A sample is looked into, a tenth of the objects by default: what lies in the others is not found.",
      "Macie finds what it has identifiers for, in the formats and storage classes that it reads, and in no directory bucket.",
      "Objects that are encrypted with a customer managed key are read only where its policy lets Macie's service-linked role decrypt; the results say which were not.",
      "Where Macie is adopted, whoever administers it decides which buckets are looked into.",
    ],
  }),
] as const;
