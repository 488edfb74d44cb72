import { COMMON_DATA_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { type Unknown, type Value, UNKNOWN } from "../../properties";
import { LOG_DATA_PROTECTION_POLICY } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { texts } from "../../settings";
import { parseDataProtection } from "./data-protection-document";

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
  check: ({ properties }, { property, settings }) => {
    const masked = maskedBy(properties.policyDocument);
    if (masked === UNKNOWN) {
      return undecided(property);
    }
    const missing = settings.identifiers.filter((name) => !masked.includes(name));
    return missing.length === 0
      ? pass
      : fail(property, `does not mask ${missing.join(", ")}; add the data identifiers to both statements`);
  },
});

/**
 * The names of the identifiers that are masked; a document that cannot be read is a finding of
 * logs-data-protection-masks-findings.
 */
function maskedBy(document: Value | undefined): readonly string[] | Unknown {
  try {
    const statements = document === undefined ? [] : parseDataProtection(document);
    return statements === UNKNOWN
      ? UNKNOWN
      : statements
          .filter(({ deidentify }) => deidentify !== undefined)
          .flatMap(({ identifiers }) => identifiers.map((arn) => arn.split("/").at(-1) ?? arn));
  } catch {
    return [];
  }
}
