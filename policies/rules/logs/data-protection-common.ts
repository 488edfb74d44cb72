import { fail, pass, undecided } from "../../judgement";
import { UNKNOWN } from "../../properties";
import { resourceRule } from "../../rule";
import { parseDataProtection } from "./data-protection-document";

const PROPERTY = "policyDocument";

/** The identifiers of CloudWatch Logs that mean the same in every country. */
const COMMON_IDENTIFIERS = [
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
];

export const dataProtectionCommon = resourceRule({
  id: "data-protection-common",
  title: "A data-protection policy looks for what identifies people, and for secrets, in every country",
  severity: "medium",
  type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  property: PROPERTY,
  rationale: "A policy that masks one kind of data leaves a log that is called redacted and is not.",
  fix: "Name the missing data identifiers in both statements, or exclude them by the rule's setting.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html"],
  covers: {},
  config: {
    identifiers: {
      type: "array",
      items: { type: "string" },
      default: COMMON_IDENTIFIERS,
      description: "Names of the data identifiers that must be masked.",
    },
  },
  judge: ({ properties }, { identifiers }) => {
    const masked = maskedBy(properties[PROPERTY]);
    if (masked === UNKNOWN) {
      return undecided(PROPERTY);
    }
    const missing = (identifiers as readonly string[]).filter((name) => !masked.includes(name)); // by the schema
    return missing.length === 0 ? pass : fail(PROPERTY, `does not mask ${missing.join(", ")}; it must`);
  },
});

/** The names of the identifiers that are masked; a document that cannot be read is data-protection-complete's finding. */
function maskedBy(document: Parameters<typeof parseDataProtection>[0] | undefined): readonly string[] | typeof UNKNOWN {
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
