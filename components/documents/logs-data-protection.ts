/** The data-protection (masking) policy of a log group, as a pure function on plain strings. */
import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import type { AccountRegion } from "./iam";

/** The document of a data-protection policy: one statement that finds, one that masks, over the same identifiers. */
export interface DataProtectionDocument {
  readonly Name: string;
  readonly Description: string;
  readonly Version: "2021-06-01";
  readonly Statement: readonly [AuditStatement, DeidentifyStatement];
}

interface AuditStatement {
  readonly Sid: string;
  readonly DataIdentifier: readonly string[];
  readonly Operation: { readonly Audit: { readonly FindingsDestination: Readonly<Record<string, never>> } };
}

interface DeidentifyStatement {
  readonly Sid: string;
  readonly DataIdentifier: readonly string[];
  readonly Operation: { readonly Deidentify: { readonly MaskConfig: Readonly<Record<string, never>> } };
}

/**
 * The policy that counts findings (metric `AWS/Logs LogEventsWithFindings`) and masks them wherever the log is read.
 * It masks on reading: the raw events are stored, and anyone with `logs:Unmask` sees them.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html
 */
export function dataProtectionDocument(
  place: Pick<AccountRegion, "partition">,
  name: string,
  identifiers: readonly DataIdentifier[],
): DataProtectionDocument {
  const identifierArns = identifiers.map(
    (identifier) => `arn:${place.partition}:dataprotection::aws:data-identifier/${identifier}`,
  );
  return {
    Name: name,
    Description: "Finds sensitive data in log events and masks it wherever they are read",
    Version: "2021-06-01",
    Statement: [
      { Sid: "find", DataIdentifier: identifierArns, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: "mask", DataIdentifier: identifierArns, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  };
}
