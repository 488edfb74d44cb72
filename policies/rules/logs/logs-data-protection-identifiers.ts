import { COMMON_DATA_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { LOG_DATA_PROTECTION_POLICY } from "../../resources";
import { resourceRule } from "../../rule";
import { texts } from "../../settings";
import { masksAll } from "./masked-identifiers";

export const logsDataProtectionIdentifiers = resourceRule(LOG_DATA_PROTECTION_POLICY, {
  id: "logs-data-protection-identifiers",
  title: "CloudWatch Logs data protection policies mask personal data and secrets of every country",
  severity: "medium",
  property: "policyDocument",
  rationale:
    "A policy that masks only some kinds of sensitive data leaves the others readable in a log that counts as " +
    "redacted.",
  remediation:
    "Add the missing data identifiers to both statements, or take them out of the rule's setting identifiers.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html"],
  settings: {
    identifiers: texts({
      default: COMMON_DATA_IDENTIFIERS,
      description: "Names of the data identifiers that must be masked.",
    }),
  },
  check: ({ properties }, { property, settings }) =>
    masksAll(properties.policyDocument, settings.identifiers, property),
});
