/** The data-protection (masking) policy of a log group, as a pure function on plain strings. */
import type { AccountRegion } from "./iam";

/**
 * The managed identifiers that stand by themselves and those that exist for single countries, by their two-letter codes.
 * Identifiers with a keyword match only near that keyword, and none finds names or addresses in free text reliably.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html
 */
export const DATA_IDENTIFIERS = [
  "Address",
  "AwsSecretKey",
  "CreditCardExpiration",
  "CreditCardNumber",
  "CreditCardSecurityCode",
  "EmailAddress",
  "IpAddress",
  "LatLong",
  "Name",
  "OpenSshPrivateKey",
  "PgpPrivateKey",
  "PkcsPrivateKey",
  "PuttyPrivateKey",
  "VehicleIdentificationNumber",
  ...countries("BankAccountNumber", ["DE", "ES", "FR", "GB", "IT", "US"]),
  ...countries("NationalIdentificationNumber", ["DE", "ES", "IT"]),
  ...countries("PassportNumber", ["CA", "DE", "ES", "FR", "GB", "IT", "US"]),
  ...countries("PhoneNumber", ["BR", "DE", "ES", "FR", "GB", "IT", "US"]),
  ...countries("Ssn", ["ES", "US"]),
  ...countries("TaxId", ["DE", "ES", "FR", "GB"]),
  ...countries("DriversLicense", ["AT", "AU", "BE", "BG", "CA", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB"]),
  ...countries("DriversLicense", ["GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE"]),
  ...countries("DriversLicense", ["SI", "SK", "US"]),
] as const;

/** A kind of sensitive data that CloudWatch Logs can find and mask. */
export type DataIdentifier = (typeof DATA_IDENTIFIERS)[number];

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

/** Whether CloudWatch Logs knows the identifier. */
export function isDataIdentifier(value: string): value is DataIdentifier {
  return DATA_IDENTIFIERS.some((identifier) => identifier === value);
}

/**
 * The policy that counts findings (metric `AWS/Logs LogEventsWithFindings`) and masks them wherever the log is read.
 * It masks on reading: the raw events are stored, and whoever holds `logs:Unmask` sees them.
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

function countries<Family extends string, Code extends string>(
  family: Family,
  codes: readonly Code[],
): readonly `${Family}-${Code}`[] {
  return codes.map((code) => `${family}-${code}` as const);
}
