import { DATA_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { UNKNOWN, at } from "../../properties";
import { ACCOUNT_BASELINE, LOG_DATA_PROTECTION_POLICY } from "../../resources";
import { notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import { texts } from "../../settings";
import { is, some } from "../../truth";
import { masksAll } from "./masked-identifiers";

export const logsDataProtectionRegulatedIdentifiers = stackRule(LOG_DATA_PROTECTION_POLICY, {
  id: "logs-data-protection-regulated-identifiers",
  title: "CloudWatch Logs data protection policies of regulated accounts mask every kind of sensitive data",
  severity: "medium",
  property: "policyDocument",
  rationale:
    "Health identifiers, passports, licenses and tax numbers stay readable in a log that masks only what every country has in " +
    "common, and a regulated account counts on them being masked.",
  remediation:
    "Set maskedIdentifiers to all, or add the missing data identifiers to both statements; or take them out of the rule's " +
    "setting identifiers and say why.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-health.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-pii.html",
  ],
  settings: {
    identifiers: texts({
      default: DATA_IDENTIFIERS,
      description: "Names of the data identifiers that must be masked in an account with the profile regulated.",
    }),
  },
  checkEach: (policy, { stack, settings, property }) => {
    const regulated = some(
      stack.ofType(ACCOUNT_BASELINE).map(({ properties }) => is(at(properties, "profile"), "regulated")),
    );
    if (regulated === UNKNOWN) {
      return undecided(property);
    }
    return regulated
      ? masksAll(policy.properties.policyDocument, settings.identifiers, property)
      : notApplicable("the stack is no baseline of a regulated account");
  },
});
