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

export const badLogs = [
  group("log-group-retention-bounded", { remove: ["retentionInDays"] }),
  group("log-group-customer-key", { remove: ["kmsKeyId"] }),
  group("log-group-deletion-protected", { remove: ["deletionProtectionEnabled"] }),
  group("log-group-class-queryable", { set: { logGroupClass: "INFREQUENT_ACCESS" } }),
  masking("data-protection-complete", {
    set: { policyDocument: '{"Name":"mask","Version":"2021-06-01","Statement":[]}' },
    also: ["data-protection-common"],
  }),
  masking("data-protection-common", { set: { policyDocument: masks("EmailAddress") } }),
];
