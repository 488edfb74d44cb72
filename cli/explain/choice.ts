/** Which findings are explained. Pure functions of what the user wrote and of the report. */
import type { JsonFinding } from "../../reports/json";
import { FINGERPRINT } from "../../reports/fingerprints";
import { oneLine, resourceText } from "../../reports/text";
import { UsageError } from "../failure";
import { similarIds } from "../rules/choice";
import type { ReadReport } from "./report";

/** Findings of one rule. */
export interface ChosenFindings {
  readonly rule: string;
  /** Those that are explained. */
  readonly findings: readonly JsonFinding[];
  /** How many other findings of the rule passed. */
  readonly passed: number;
}

/** Ids of which a report may have no finding. */
export interface KnownRules {
  /** Of the baseline's pack. */
  readonly rules: readonly string[];
  /** Of what `baseline verify` checks. */
  readonly checks: readonly string[];
}

/** Fewer digits of a fingerprint than this are too few to be meant. */
const FEWEST_DIGITS = 6;

/** How many candidates an error names. */
const MOST_NAMED = 10;

/**
 * By the id of a rule: all of its findings that did not pass. By a fingerprint, or its beginning: that one.
 *
 * @throws UsageError where there is no such finding, or more than one
 */
export function chosenFindings(wanted: string, report: ReadReport, known: KnownRules): ChosenFindings {
  const { findings, file, project, stack } = report;
  const ofRule = findings.filter(({ rule }) => rule === wanted);
  if (ofRule.length > 0) {
    const open = ofRule.filter(({ result }) => result !== "pass");
    return { rule: wanted, findings: open, passed: ofRule.length - open.length };
  }
  const { rules, checks } = known;
  if (rules.includes(wanted) || checks.includes(wanted)) {
    const instead = rules.includes(wanted)
      ? `\`baseline rules ${wanted}\` tells of the rule.`
      : "`baseline verify` checks it, and writes a report of its own: name the folder with --out.";
    throw new UsageError(
      `The report ${file} of ${project}/${stack} has no finding of ${wanted}: the stack has nothing that it is about, or it was not asked. ${instead}`,
    );
  }
  const digits = wanted.toLowerCase();
  if (!FINGERPRINT.test(digits)) {
    const similar = similarIds(wanted, [...new Set([...findings.map(({ rule }) => rule), ...rules, ...checks])]);
    const meant = similar.length === 0 ? "" : ` Similar ids: ${similar.join(", ")}.`;
    throw new UsageError(`${JSON.stringify(wanted)} is neither the id of a rule nor a fingerprint.${meant}`);
  }
  return ofFingerprint(digits, report);
}

function ofFingerprint(digits: string, { findings, file, project, stack }: ReadReport): ChosenFindings {
  if (digits.length < FEWEST_DIGITS) {
    throw new UsageError(`${digits} is too short for a fingerprint. Write at least ${FEWEST_DIGITS} characters of it.`);
  }
  const whole = findings.filter(({ fingerprint }) => fingerprint === digits);
  const found = whole.length > 0 ? whole : findings.filter(({ fingerprint }) => fingerprint.startsWith(digits));
  const [one, ...others] = found;
  if (one === undefined) {
    throw new UsageError(
      `The report ${file} of ${project}/${stack} has no finding with the fingerprint ${digits}. The file has the fingerprint of each.`,
    );
  }
  if (others.length > 0) {
    const lines = found.slice(0, MOST_NAMED).map(candidate);
    const more = found.length > MOST_NAMED ? [`and ${found.length - MOST_NAMED} more`] : [];
    throw new UsageError(
      [
        `${found.length} findings have fingerprints that begin with ${digits}. Write more of one:`,
        ...lines,
        ...more,
      ].join("\n"),
    );
  }
  return { rule: one.rule, findings: [one], passed: 0 };
}

function candidate({ fingerprint, rule, urn, property }: JsonFinding): string {
  return oneLine([fingerprint, rule, resourceText(urn), ...(property === undefined ? [] : [property])].join(" "));
}
