import { control } from "../control";
import { NO_RUNBOOK } from "../no-runbook";

export const logControls = [
  control({
    id: "LOG-01",
    title: "Logs are kept as long as they must be and no longer than they may be",
    objective:
      "Every log group has a period, with a minimum for evidence and a maximum for privacy; none keeps for ever.",
    provisions: ["RetainedLogGroup"],
    prevents: ["log-group-retention-bounded"],
    detects: { configRules: ["cw-loggroup-retention-period-check"] },
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
      "The Config rule knows a minimum only and takes a group that never expires for compliant; the upper bound is held by the policy alone.",
      "AWS Config does not record log groups, so its rule looks periodically and not at each change.",
      "The policy's minimum holds for groups of every kind; a year is demanded by the Config rule, and by TRAIL-06 for the trail's group.",
      "Log groups that a service creates by itself are in no stack and are not judged.",
    ],
  }),
  control({
    id: "LOG-02",
    title: "Log groups are encrypted with a customer key that works",
    objective: "Logs are unreadable without the key, and CloudWatch Logs may use the key for that very group.",
    provisions: ["RetainedLogGroup", "CustomerKey"],
    prevents: ["log-group-customer-key", "log-group-key-usable"],
    detects: { configRules: ["cloudwatch-log-group-encrypted"] },
    traces: ["logs:DisassociateKmsKey", "logs:AssociateKmsKey", "kms:PutKeyPolicy"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-9", "SC-13", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["10.3.1"],
      gdpr: ["32(1)(a)"],
    },
    limits: ["Events that were stored before a key was set stay as they were."],
  }),
  control({
    id: "LOG-03",
    title: "Log groups cannot be deleted by accident",
    objective: "Deleting a log takes two deliberate steps.",
    provisions: ["RetainedLogGroup"],
    prevents: ["log-group-deletion-protected", "log-group-protected", "retained-log-group-protected"],
    traces: ["logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:PutLogGroupDeletionProtection"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-9", "AU-9(4)", "CM-3"],
      "soc-2": ["CC8.1"],
      hipaa: ["164.312(c)(1)"],
      "pci-dss": ["10.3.2"],
    },
    limits: [
      "Deletion protection does not stop anyone from setting the retention to one day, which empties the group too.",
    ],
  }),
  control({
    id: "LOG-04",
    title: "Logs can be searched, filtered and forwarded",
    objective: "Evidence is in a class of storage in which alarms and subscriptions work.",
    provisions: ["RetainedLogGroup"],
    prevents: ["log-group-class-queryable"],
    traces: [],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["21(2)"],
      "nist-800-53": ["AU-6(4)"],
      "soc-2": ["CC7.2"],
      "pci-dss": ["10.5.1"],
    },
    limits: [
      "The class of a group is fixed at its creation: a wrong one means a new group, and the old events stay behind.",
    ],
  }),
] as const;
