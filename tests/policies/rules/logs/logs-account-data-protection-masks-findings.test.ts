import { logsAccountDataProtectionMasksFindings } from "../../../../policies/rules/logs/logs-account-data-protection-masks-findings";
import { describeResourceRule } from "../../rule-harness";

const DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"];
const FIND = { DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } };
const MASK = { DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } };
const policy = (...Statement: readonly object[]): string =>
  JSON.stringify({ Name: "masking", Version: "2021-06-01", Statement });

describeResourceRule(logsAccountDataProtectionMasksFindings, {
  example: {
    policyName: "masking",
    policyType: "DATA_PROTECTION_POLICY",
    policyDocument: policy(FIND, MASK),
    scope: "ALL",
  },
  fails: [
    {
      title: "a policy that only finds",
      set: { policyDocument: policy(FIND) },
      message:
        "does not consist of one Audit and one Deidentify statement (statements: 1, with Audit: 1, with Deidentify: 0); write these two",
    },
    {
      title: "no JSON",
      set: { policyDocument: "mask all" },
      message: "cannot be read: it is not JSON; set it to a data protection policy",
    },
    {
      title: "no document",
      remove: ["policyDocument"],
      message: "is not set; set it to a data protection policy",
    },
  ],
  notApplicable: [{ title: "a policy of subscriptions", set: { policyType: "SUBSCRIPTION_FILTER_POLICY" } }],
  unknown: ["policyDocument", { path: "policyType", property: "policyDocument" }],
});
