import { type Judgements, decide, fail, undecided } from "../../judgement";
import { type Value, UNKNOWN, isMap } from "../../properties";
import { resourceRule } from "../../rule";
import { type DataProtectionStatement, parseDataProtection } from "./data-protection-document";

const PROPERTY = "policyDocument";

export const dataProtectionComplete = resourceRule({
  id: "data-protection-complete",
  title: "A data-protection policy masks everything that it finds",
  severity: "high",
  type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  property: PROPERTY,
  rationale: "A policy that only finds sensitive data counts it, and shows it to every reader of the log all the same.",
  fix: "Write one statement with Operation.Audit and one with Operation.Deidentify, over the same data identifiers.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html"],
  covers: {},
  judge: ({ properties }) => decide(properties, PROPERTY, judgeDocument),
});

function judgeDocument(value: Value | undefined): Judgements {
  if (value === undefined || value === "") {
    return fail(PROPERTY, `is ${value === "" ? '""' : "absent"}; it must be a data-protection policy`);
  }
  try {
    const statements = parseDataProtection(value);
    return statements === UNKNOWN ? undecided(PROPERTY) : problemsOf(statements).map((text) => fail(PROPERTY, text));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return fail(PROPERTY, `cannot be read: ${problem}; it must be a data-protection policy`);
  }
}

function problemsOf(statements: readonly DataProtectionStatement[]): string[] {
  const audits = statements.filter(({ audit }) => audit !== undefined);
  const masks = statements.filter(({ deidentify }) => deidentify !== undefined);
  const [audit, mask] = [audits[0], masks[0]];
  if (statements.length !== 2 || audit === undefined || mask === undefined || audit === mask) {
    const counts = `${statements.length} in all, ${audits.length} with Audit, ${masks.length} with Deidentify`;
    return [`has other statements than it must (${counts}); it must have one Audit and one Deidentify statement`];
  }
  const unmasked = audit.identifiers.filter((identifier) => !mask.identifiers.includes(identifier));
  const unseen = mask.identifiers.filter((identifier) => !audit.identifiers.includes(identifier));
  const demands: readonly (readonly [boolean, string])[] = [
    [audit.identifiers.length + mask.identifiers.length > 0, "names no data identifier; it must name what to mask"],
    [unmasked.length === 0, `finds but does not mask ${unmasked.join(", ")}; it must mask what it finds`],
    [unseen.length === 0, `masks but does not find ${unseen.join(", ")}; it must find what it masks`],
    [findsSomewhere(audit), "has an Audit without FindingsDestination; it must have one, if only {}"],
    [masksPlainly(mask), "has a Deidentify whose MaskConfig is not {}; it must be {}"],
  ];
  return demands.filter(([isMet]) => !isMet).map(([, problem]) => problem);
}

function findsSomewhere({ audit }: DataProtectionStatement): boolean {
  return isMap(audit?.FindingsDestination);
}

function masksPlainly({ deidentify }: DataProtectionStatement): boolean {
  const config = deidentify?.MaskConfig;
  return isMap(config) && Object.keys(config).length === 0;
}
