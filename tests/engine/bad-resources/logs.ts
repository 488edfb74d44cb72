import { casesOf } from "./bad-resource";

const group = casesOf("log group", "aws:cloudwatch/logGroup:LogGroup");
const masking = casesOf("log group", "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy");
/** A data-protection policy that finds and masks nothing but what it is told to. */
function masks(...names: readonly string[]): string {
  const DataIdentifier = names.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`);
  return JSON.stringify({
    Name: "mask",
    Version: "2021-06-01",
    Statement: [
      { DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}

const maskingOfAll = casesOf("log group", "aws:cloudwatch/logAccountPolicy:LogAccountPolicy", {
  policyName: "masking",
  policyType: "DATA_PROTECTION_POLICY",
  policyDocument: masks("EmailAddress"),
});

export const badLogs = [
  group("logs-log-group-retention-bounded", { remove: ["retentionInDays"] }),
  group("logs-log-group-customer-managed-key", { remove: ["kmsKeyId"] }),
  group("logs-log-group-deletion-protection-enabled", { remove: ["deletionProtectionEnabled"] }),
  group("logs-log-group-class-standard", { set: { logGroupClass: "INFREQUENT_ACCESS" } }),
  masking("logs-data-protection-masks-findings", {
    set: { policyDocument: '{"Name":"mask","Version":"2021-06-01","Statement":[]}' },
    also: ["logs-data-protection-identifiers"],
  }),
  maskingOfAll("logs-account-data-protection-masks-findings", {
    set: { policyDocument: '{"Name":"mask","Version":"2021-06-01","Statement":[]}' },
  }),
  masking("logs-data-protection-identifiers", { set: { policyDocument: masks("EmailAddress") } }),
];
