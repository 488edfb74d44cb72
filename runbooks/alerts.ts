/** Which runbook answers each of the baseline's alerts: whoever is told of something is told what to ask next. */
import type { ModelAlarmId } from "../facts/bedrock/operation-metrics";
import type { AuditFilterId } from "../facts/cloudtrail/audit-filters";
import type { GovernanceCallsId } from "../facts/cloudtrail/governance-events";
import type { TamperService } from "../facts/cloudtrail/tamper-events";
import type { ConfigFailureAlarmId } from "../facts/config/failure-metrics";
import type { FindingService } from "../facts/eventbridge/findings";
import type { ServiceEventsId } from "../facts/eventbridge/service-events";
import type { ApplicationAlarmId } from "../facts/telemetry/signals";
import type { RunbookId } from "./catalogue";

export const RUNBOOK_OF_TAMPERING: Readonly<Record<TamperService, RunbookId>> = {
  cloudtrail: "trail-tampered-with",
  bedrock: "guardrails-weakened",
  logs: "retention-shortened",
  config: "recorder-stopped",
  kms: "keys-disabled",
  s3: "evidence-tampered-with",
  ec2: "evidence-tampered-with",
  firehose: "evidence-tampered-with",
  sns: "alerts-switched-off",
  monitoring: "alerts-switched-off",
  iam: "evidence-tampered-with",
  eks: "evidence-tampered-with",
  events: "alerts-switched-off",
  "access-analyzer": "threat-detection-silenced",
  guardduty: "threat-detection-silenced",
  inspector2: "threat-detection-silenced",
  macie2: "threat-detection-silenced",
  backup: "evidence-tampered-with",
  securityhub: "threat-detection-silenced",
};

export const RUNBOOK_OF_CALLS: Readonly<Record<GovernanceCallsId, RunbookId>> = {
  "model-access": "model-access-changed",
  "model-provisioning": "models-provisioned",
  "agent-provisioning": "agents-changed",
  "training-data": "training-data-used",
  "resource-sharing": "data-copied-out",
  "identity-changes": "identities-changed",
};

export const RUNBOOK_OF_SERVICE_EVENTS: Readonly<Record<ServiceEventsId, RunbookId>> = {
  "key-loss": "keys-disabled",
  "non-compliance": "evidence-tampered-with",
  "backup-jobs": "evidence-tampered-with",
  "model-jobs": "models-provisioned",
  "training-jobs": "model-lineage",
  "model-versions": "model-versions-decided",
  "model-endpoints": "endpoints-deployed",
  "trusted-advisor": "evidence-tampered-with",
};

export const RUNBOOK_OF_FINDINGS: Readonly<Record<FindingService, RunbookId>> = {
  guardDuty: "model-jacking",
  accessAnalyzer: "data-copied-out",
  securityHub: "evidence-tampered-with",
  inspector: "cluster-workloads-changed",
  macie: "flagged-dataset-read",
};

export const RUNBOOK_OF_AUDIT_FILTER: Readonly<Record<AuditFilterId, RunbookId>> = {
  "unauthorized-calls": "refusals-by-caller",
  "sign-in-without-mfa": "sign-ins-without-mfa",
  "root-use": "root-used",
  "iam-policy-changes": "model-permissions-widened",
  "trail-changes": "trail-tampered-with",
  "sign-in-failures": "console-failures",
  "key-removal": "keys-disabled",
  "bucket-policy-changes": "data-copied-out",
  "config-changes": "recorder-stopped",
  "security-group-changes": "network-opened",
  "network-acl-changes": "network-opened",
  "network-gateway-changes": "network-opened",
  "route-table-changes": "network-opened",
  "vpc-changes": "network-opened",
  "organizations-changes": "service-control-changed",
  "denied-model-calls": "model-calls-denied",
};

export const RUNBOOK_OF_MODEL_ALARM: Readonly<Record<ModelAlarmId, RunbookId>> = {
  "model-throttles": "calls-throttled",
  "model-server-errors": "models-called",
  "model-client-errors": "model-jacking",
  "model-latency": "models-called",
  "model-input-tokens": "tokens-by-caller",
  "model-output-tokens": "tokens-by-caller",
  "guardrail-interventions": "prompt-injection-spike",
  "guardrail-throttles": "guardrail-interventions",
  "mantle-inferences": "callers-too-busy",
};

export const RUNBOOK_OF_APPLICATION_ALARM: Readonly<Record<ApplicationAlarmId, RunbookId>> = {
  "denied-calls": "application-denied",
  "tool-failures": "agent-tool-abuse",
  "retrieval-failures": "application-denied",
  "blocked-calls": "prompt-injection-spike",
  escalations: "guardrail-interventions",
  "low-quality-feedback": "guardrail-interventions",
  "high-risk-outputs": "guardrail-interventions",
  "unexpected-actions": "agent-tool-abuse",
};

export const RUNBOOK_OF_CONFIG_ALARM: Readonly<Record<ConfigFailureAlarmId, RunbookId>> = {
  "config-history": "recorder-stopped",
  "config-snapshots": "recorder-stopped",
  "config-permissions": "recorder-stopped",
};

/** Of alerts that are one of a kind. */
export const RUNBOOK_OF = {
  modelCallers: "bedrock-keys-used",
  foreignRoleSessions: "cross-account-access",
  lineageDeletions: "objects-removed",
  silentFeed: "feeds-silent",
  unloggedCalls: "calls-not-logged",
  lostInvocations: "calls-not-logged",
  lostExports: "feeds-silent",
} as const satisfies Readonly<Record<string, RunbookId>>;

/** How an alert names its runbook. */
export function runbookText(runbook: RunbookId): string {
  return `Runbook: ${runbook}.`;
}
