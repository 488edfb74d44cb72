/** The kinds of sensitive data that CloudWatch Logs can find and mask. */
import type { Source } from "../source";

const PAGES = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html",
    readOn: "2026-11-21",
  },
  { page: `${PAGES}-credentials.html`, readOn: "2026-11-25" },
  { page: `${PAGES}-device.html`, readOn: "2026-11-25" },
  { page: `${PAGES}-financial.html`, readOn: "2026-11-25" },
  { page: `${PAGES}-health.html`, readOn: "2026-11-25" },
  { page: `${PAGES}-pii.html`, readOn: "2026-11-25" },
];

/**
 * The managed identifiers by the families of AWS's pages, under the names that the pages give to their ARNs. Some exist for single
 * countries, by their two-letter codes. Identifiers with a keyword match only near that keyword; none finds names or addresses in
 * free text reliably, and none a diagnosis.
 */
export const DATA_IDENTIFIERS_BY_FAMILY = {
  credentials: ["AwsSecretKey", "OpenSshPrivateKey", "PgpPrivateKey", "PkcsPrivateKey", "PuttyPrivateKey"],
  device: ["IpAddress"],
  financial: [
    "CreditCardExpiration",
    "CreditCardNumber",
    "CreditCardSecurityCode",
    ...countries("BankAccountNumber", ["DE", "ES", "FR", "GB", "IT", "US"]),
  ],
  health: [
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
  ],
  pii: [
    "Address",
    "CepCode-BR",
    "Cnpj-BR",
    "CpfCode-BR",
    ...countries("DriversLicense", [
      "AT",
      "AU",
      "BE",
      "BG",
      "CA",
      "CY",
      "CZ",
      "DE",
      "DK",
      "EE",
      "ES",
      "FI",
      "FR",
      "GB",
    ]),
    ...countries("DriversLicense", [
      "GR",
      "HR",
      "HU",
      "IE",
      "IT",
      "LT",
      "LU",
      "LV",
      "MT",
      "NL",
      "PL",
      "PT",
      "RO",
      "SE",
    ]),
    ...countries("DriversLicense", ["SI", "SK", "US"]),
    "ElectoralRollNumber-GB",
    "EmailAddress",
    "IndividualTaxIdentificationNumber-US",
    "InseeCode-FR",
    "LatLong",
    "Name",
    ...countries("NationalIdentificationNumber", ["DE", "ES", "IT"]),
    "NieNumber-ES",
    "NifNumber-ES",
    ...countries("PassportNumber", ["CA", "DE", "ES", "FR", "GB", "IT", "US"]),
    "PermanentResidenceNumber-CA",
    ...countries("PhoneNumber", ["BR", "DE", "ES", "FR", "GB", "IT", "US"]),
    "PostalCode-CA",
    "RgNumber-BR",
    "SocialInsuranceNumber-CA",
    ...countries("Ssn", ["ES", "US"]),
    ...countries("TaxId", ["DE", "ES", "FR", "GB"]),
    "VehicleIdentificationNumber",
    "ZipCode-US",
  ],
} as const;

/** A kind of sensitive data that CloudWatch Logs can find and mask. */
export type DataIdentifier = (typeof DATA_IDENTIFIERS_BY_FAMILY)[keyof typeof DATA_IDENTIFIERS_BY_FAMILY][number];

/** Every kind of sensitive data that CloudWatch Logs can find and mask. */
export const DATA_IDENTIFIERS: readonly DataIdentifier[] = Object.values(DATA_IDENTIFIERS_BY_FAMILY).flat();

/** Whether CloudWatch Logs knows the identifier. */
export function isDataIdentifier(value: string): value is DataIdentifier {
  return DATA_IDENTIFIERS.some((identifier) => identifier === value);
}

/** Those that mean the same in every country. */
export const COMMON_DATA_IDENTIFIERS: readonly DataIdentifier[] = DATA_IDENTIFIERS.filter(
  (identifier) => !identifier.includes("-"),
);

/**
 * What is masked, by how much.
 *
 * - basic: what means the same in every country, and the telephone, bank account and social security numbers of each country
 *   that has them.
 * - all: every family, with health information, national identifiers, passports, driving licenses and tax numbers. More of
 *   what is no personal data is masked with it, such as procedure codes and postal codes.
 */
export const MASKED_IDENTIFIERS = {
  basic: DATA_IDENTIFIERS.filter(
    (identifier) =>
      COMMON_DATA_IDENTIFIERS.includes(identifier) || /^(PhoneNumber|BankAccountNumber|Ssn)-/.test(identifier),
  ),
  all: DATA_IDENTIFIERS,
} as const;

/** How much is masked: a name of {@link MASKED_IDENTIFIERS}. */
export type MaskingScope = keyof typeof MASKED_IDENTIFIERS;

/** The names of {@link MASKED_IDENTIFIERS}. */
// Object.keys is typed string[], yet the table is a constant of which these are all the keys.
export const MASKING_SCOPES = Object.keys(MASKED_IDENTIFIERS) as readonly MaskingScope[];

function countries<Family extends string, Code extends string>(
  family: Family,
  codes: readonly Code[],
): readonly `${Family}-${Code}`[] {
  return codes.map((code) => `${family}-${code}` as const);
}
