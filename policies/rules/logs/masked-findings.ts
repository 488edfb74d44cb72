/** Whether a data protection policy masks all that it finds, and is one that CloudWatch Logs takes. */
import { type Value, UNKNOWN, isMap } from "../../properties";
import { found } from "../../requirements";
import { type Results, fail, undecided } from "../../result";
import { type DataProtectionStatement, parseDataProtection } from "./data-protection-document";

/** One statement finds and one masks, both the same. */
export function masksFindings(value: Value | undefined, property: string): Results {
  if (value === undefined || value === "") {
    return fail(property, `${found(value)}; set it to a data protection policy`);
  }
  try {
    const statements = parseDataProtection(value);
    return statements === UNKNOWN ? undecided(property) : problemsOf(statements).map((text) => fail(property, text));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return fail(property, `cannot be read: ${problem}; set it to a data protection policy`);
  }
}

function problemsOf(statements: readonly DataProtectionStatement[]): string[] {
  const audits = statements.filter(({ audit }) => audit !== undefined);
  const masks = statements.filter(({ deidentify }) => deidentify !== undefined);
  const [audit, mask] = [audits[0], masks[0]];
  if (statements.length !== 2 || audit === undefined || mask === undefined || audit === mask) {
    const counts = `statements: ${statements.length}, with Audit: ${audits.length}, with Deidentify: ${masks.length}`;
    return [`does not consist of one Audit and one Deidentify statement (${counts}); write these two`];
  }
  const unmasked = audit.identifiers.filter((identifier) => !mask.identifiers.includes(identifier));
  const unseen = mask.identifiers.filter((identifier) => !audit.identifiers.includes(identifier));
  const requirements: readonly (readonly [boolean, string])[] = [
    [
      audit.identifiers.length + mask.identifiers.length > 0,
      "names no data identifier; name those to mask in both statements",
    ],
    [unmasked.length === 0, `audits but does not mask ${unmasked.join(", ")}; add this to the Deidentify statement`],
    [unseen.length === 0, `masks but does not audit ${unseen.join(", ")}; add this to the Audit statement`],
    [hasDestination(audit), "has an Audit operation without FindingsDestination; set it, if only to {}"],
    [hasEmptyMask(mask), "has a Deidentify operation whose MaskConfig is not {}; set it to {}"],
  ];
  return requirements.filter(([isMet]) => !isMet).map(([, problem]) => problem);
}

function hasDestination({ audit }: DataProtectionStatement): boolean {
  return isMap(audit?.FindingsDestination);
}

function hasEmptyMask({ deidentify }: DataProtectionStatement): boolean {
  const config = deidentify?.MaskConfig;
  return isMap(config) && Object.keys(config).length === 0;
}
