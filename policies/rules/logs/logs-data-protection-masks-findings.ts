import { decide } from "../../requirements";
import { LOG_DATA_PROTECTION_POLICY } from "../../resources";
import { resourceRule } from "../../rule";
import { masksFindings } from "./masked-findings";

export const logsDataProtectionMasksFindings = resourceRule(LOG_DATA_PROTECTION_POLICY, {
  id: "logs-data-protection-masks-findings",
  title: "CloudWatch Logs data protection policies mask everything that they find",
  severity: "high",
  property: "policyDocument",
  rationale: "A policy that only audits counts sensitive data and still shows it to every reader of the log.",
  remediation:
    "Write one statement with Operation.Audit and one with Operation.Deidentify, both with the same data identifiers.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html",
  ],
  requires: (properties, property) => decide(properties, property, (value) => masksFindings(value, property)),
});
