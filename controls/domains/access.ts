import { control } from "../control";
import { cis } from "../frameworks/cis-aws";
import { NO_RUNBOOK } from "../no-runbook";

export const accessControls = [
  control({
    id: "ACCESS-01",
    title: "AWS services act only for the resources they were admitted for",
    objective:
      "Nobody can use a service of AWS as a deputy to reach this account's roles, keys, buckets or topics from another.",
    provisions: [
      "AuditTrail",
      "InvocationLogging",
      "ConfigRecorder",
      "CustomerKey",
      "EvidenceBucket",
      "NotificationTopic",
    ],
    prevents: [
      "role-trust-bound",
      "key-service-grants-bound",
      "bucket-service-grants-bound",
      "topic-service-grants-bound",
    ],
    traces: ["iam:UpdateAssumeRolePolicy", "kms:PutKeyPolicy", "s3:PutBucketPolicy", "sns:SetTopicAttributes"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-3", "AC-6"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(1)"],
      "pci-dss": ["7.2.5"],
    },
    limits: ["Services that do not support the condition keys are excused; the rules list them."],
  }),
  control({
    id: "ACCESS-02",
    title: "No role can be assumed by everyone",
    objective: "A role trusts named accounts, services or identity providers.",
    provisions: ["AuditTrail", "InvocationLogging", "ConfigRecorder"],
    prevents: ["role-trust-not-public"],
    traces: ["iam:UpdateAssumeRolePolicy"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AC-3"],
      "soc-2": ["CC6.1", "CC6.6"],
      hipaa: ["164.312(a)(1)"],
      "pci-dss": ["7.2.1"],
      ...cis("no-public-resource-policy"),
    },
    limits: ["Whether a trusted account deserves the trust is not judged."],
  }),
  control({
    id: "ACCESS-03",
    title: "Roles and policies grant what is needed and not everything",
    objective: "No workload and no logging role can change the evidence about itself.",
    provisions: ["AuditTrail", "InvocationLogging", "ConfigRecorder"],
    prevents: ["role-policy-not-admin", "policy-not-admin", "role-no-broad-managed-policy"],
    detects: {
      configRules: ["iam-policy-no-statements-with-admin-access", "iam-customer-policy-blocked-kms-actions"],
    },
    traces: ["iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:CreatePolicyVersion"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-6", "AU-9(4)"],
      "soc-2": ["CC6.3"],
      hipaa: ["164.312(a)(1)"],
      "pci-dss": ["7.2.1", "7.2.5"],
      ...cis("no-full-administration"),
      "security-hub": ["IAM.1", "IAM.21", "KMS.1"],
    },
    limits: [
      "A policy that lists dangerous actions one by one is not seen through.",
      "Permissions that are granted outside the judged stack are watched by Config only as far as its rules go.",
    ],
  }),
  control({
    id: "ACCESS-04",
    title: "Long-lived credentials are watched",
    objective: "The root user has no key, users have a second factor, and access keys do not grow old.",
    provisions: ["ConfigRules"],
    detects: { configRules: ["iam-root-access-key-check", "iam-user-mfa-enabled", "access-keys-rotated"] },
    traces: ["iam:CreateAccessKey"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["IA-2(1)", "IA-2(2)", "IA-5"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(d)"],
      "pci-dss": ["8.4.1"],
      ...cis("root-without-access-key", "user-mfa", "access-key-age"),
      "security-hub": ["IAM.3", "IAM.4", "IAM.19"],
    },
    limits: [
      "Config detects; nothing prevents, since users are rarely declared as code.",
      "API keys of Bedrock are service-specific credentials, which these rules do not look at.",
    ],
  }),
] as const;
