/** The kinds of sensitive data that CloudWatch Logs can find and mask. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html",
    readOn: "2026-11-21",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-health.html",
    readOn: "2026-11-25",
  },
];

/**
 * The managed identifiers that stand by themselves and those that exist for single countries, by their two-letter codes.
 * Identifiers with a keyword match only near that keyword, and none finds names or addresses in free text reliably.
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

/** Whether CloudWatch Logs knows the identifier. */
export function isDataIdentifier(value: string): value is DataIdentifier {
  return DATA_IDENTIFIERS.some((identifier) => identifier === value);
}

/** Those that mean the same in every country. */
export const COMMON_DATA_IDENTIFIERS: readonly DataIdentifier[] = DATA_IDENTIFIERS.filter(
  (identifier) => !identifier.includes("-"),
);

/**
 * The managed identifiers of protected health information, under the names that the page gives to their ARNs. Each matches
 * only near a keyword, and none finds a diagnosis. They are a family of their own and not among {@link DATA_IDENTIFIERS}.
 */
export const HEALTH_DATA_IDENTIFIERS = [
  "DrugEnforcementAgencyNumber-US",
  "HealthcareProcedureCode-US",
  "HealthInsuranceCardNumber-EU",
  "HealthInsuranceClaimNumber-US",
  "HealthInsuranceNumber-FR",
  "MedicareBeneficiaryNumber-US",
  "NationalDrugCode-US",
  // Listed among the ARNs of this family, though not in the page's table.
  "NationalInsuranceNumber-GB",
  "NationalProviderId-US",
  "NhsNumber-GB",
  "PersonalHealthNumber-CA",
] as const;

/** A kind of health information that CloudWatch Logs can find and mask. */
export type HealthDataIdentifier = (typeof HEALTH_DATA_IDENTIFIERS)[number];

/** Whether the identifier is one of {@link HEALTH_DATA_IDENTIFIERS}. */
export function isHealthDataIdentifier(value: string): value is HealthDataIdentifier {
  return HEALTH_DATA_IDENTIFIERS.some((identifier) => identifier === value);
}

function countries<Family extends string, Code extends string>(
  family: Family,
  codes: readonly Code[],
): readonly `${Family}-${Code}`[] {
  return codes.map((code) => `${family}-${code}` as const);
}
