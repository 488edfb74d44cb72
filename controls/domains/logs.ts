import { control } from "../control";
import { NO_RUNBOOK } from "../no-runbook";

export const logControls = [
  control({
    id: "LOG-01",
    title: "Logs are kept as long as required and no longer than allowed",
    objective:
      "Every log group has a retention period, with a minimum for evidence and a maximum for privacy. None keeps logs forever.",
    provisions: ["RetainedLogGroup"],
    prevents: ["logs-log-group-retention-bounded"],
    detects: { configRules: ["cw-loggroup-retention-period-check"], checks: ["verify-logs-retention-as-declared"] },
    traces: ["logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["19(1)", "26(6)"],
      "nist-800-53": ["AU-11", "SI-12"],
      "soc-2": ["C1.2"],
      "pci-dss": ["10.5.1"],
      gdpr: ["5(1)(e)"],
      "security-hub": ["CloudWatch.16"],
    },
    limits: [
      "The Config rule checks only a minimum and treats a log group that never expires as compliant. Only the policy checks the maximum.",
      "AWS Config does not record log groups, so its rule runs periodically and not on each change.",
      "The policy's minimum applies to all log groups. The Config rule requires a year, and so does TRAIL-06 for the trail's log group.",
      "Log groups that a service creates are not part of a stack, so they are not checked.",
    ],
  }),
  control({
    id: "LOG-02",
    title: "Log groups are encrypted with a usable customer managed key",
    objective: "Logs cannot be read without the key, and CloudWatch Logs is allowed to use the key for that log group.",
    provisions: ["RetainedLogGroup", "CustomerManagedKey"],
    prevents: ["logs-log-group-customer-managed-key", "logs-log-group-key-allows-encryption"],
    detects: { configRules: ["cloudwatch-log-group-encrypted"], checks: ["verify-logs-encryption-as-declared"] },
    traces: ["logs:DisassociateKmsKey", "logs:AssociateKmsKey", "kms:PutKeyPolicy"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-9", "SC-13", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["10.3.1"],
      gdpr: ["32(1)(a)"],
    },
    limits: ["Events that were stored before the key was set do not change."],
  }),
  control({
    id: "LOG-03",
    title: "Log groups cannot be deleted by accident",
    objective: "Deleting a log group takes two deliberate steps.",
    provisions: ["RetainedLogGroup"],
    prevents: [
      "logs-log-group-deletion-protection-enabled",
      "logs-log-group-protected",
      "logs-evidence-log-group-protected",
    ],
    detects: { checks: ["verify-logs-log-group-as-declared", "verify-logs-deletion-protection-as-declared"] },
    traces: ["logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:PutLogGroupDeletionProtection"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-9", "AU-9(4)", "CM-3"],
      "soc-2": ["CC8.1"],
      hipaa: ["164.312(c)(1)"],
      "pci-dss": ["10.3.2"],
    },
    limits: [
      "Deletion protection does not prevent setting the retention to one day, which also empties the log group.",
    ],
  }),
  control({
    id: "LOG-04",
    title: "Logs can be searched, filtered and forwarded",
    objective: "Evidence is in a log class that supports alarms and subscriptions.",
    provisions: ["RetainedLogGroup"],
    prevents: ["logs-log-group-class-standard"],
    detects: { checks: ["verify-logs-log-group-as-declared"] },
    traces: [
      "logs:PutSubscriptionFilter",
      "logs:DeleteSubscriptionFilter",
      "logs:DeleteMetricFilter",
      "logs:DeleteResourcePolicy",
    ],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["21(2)"],
      "nist-800-53": ["AU-6(4)"],
      "soc-2": ["CC7.2"],
      "pci-dss": ["10.5.1"],
    },
    limits: [
      "The log class cannot be changed after creation. Fixing it takes a new log group, and the old events stay in the old one.",
    ],
  }),
] as const;
