/** Which data identifiers a data protection policy masks. */
import { type Unknown, type Value, UNKNOWN } from "../../properties";
import { type Result, fail, pass, undecided } from "../../result";
import { parseDataProtection } from "./data-protection-document";

/** The document masks every one of the identifiers. */
export function masksAll(document: Value | undefined, identifiers: readonly string[], property: string): Result {
  const masked = maskedBy(document);
  if (masked === UNKNOWN) {
    return undecided(property);
  }
  const missing = identifiers.filter((name) => !masked.includes(name));
  return missing.length === 0
    ? pass
    : fail(property, `does not mask ${missing.join(", ")}; add the data identifiers to both statements`);
}

/**
 * The names of the identifiers that are masked; a document that cannot be read is a finding of
 * logs-data-protection-masks-findings.
 */
function maskedBy(document: Value | undefined): readonly string[] | Unknown {
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
