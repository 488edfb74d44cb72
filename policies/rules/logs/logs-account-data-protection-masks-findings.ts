import { UNKNOWN } from "../../properties";
import { LOG_ACCOUNT_POLICY } from "../../resources";
import { notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { is } from "../../truth";
import { masksFindings } from "./masked-findings";

export const logsAccountDataProtectionMasksFindings = resourceRule(LOG_ACCOUNT_POLICY, {
  id: "logs-account-data-protection-masks-findings",
  title: "Account-level data protection policies of CloudWatch Logs mask everything that they find",
  severity: "high",
  property: "policyDocument",
  rationale:
    "A policy that only audits counts sensitive data in every log group of the region and still shows it to every reader.",
  remediation:
    "Write one statement with Operation.Audit and one with Operation.Deidentify, both with the same data identifiers.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"],
  check: ({ properties }, { property }) => {
    const masks = is(properties.policyType, "DATA_PROTECTION_POLICY");
    if (masks === UNKNOWN) {
      return undecided(property);
    }
    return masks ? masksFindings(properties.policyDocument, property) : notApplicable("the policy masks nothing");
  },
});
