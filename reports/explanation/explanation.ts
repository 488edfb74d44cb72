/** What is told of a rule's findings in a report: why, how to mend them, and how to be exempt. Plain data. */
import type { JsonFinding } from "../json";
import type { RuleControl } from "../rules/rule";

/** What is known of a rule, whoever's it is. */
export interface ExplainedRule {
  readonly id: string;
  /** The requirement as a sentence. */
  readonly title: string;
  /** @default - it is not known why the rule demands it: it is not one of the baseline's */
  readonly rationale?: string;
  /** @default - it is not known how to mend what it finds */
  readonly remediation?: string;
  readonly references: readonly string[];
  readonly controls: readonly RuleControl[];
  /** Why its findings cannot be exempted from. @default - they can */
  readonly notExempt?: string;
}

export interface Explanation {
  readonly rule: ExplainedRule;
  /** The findings that are explained, as the report has them. */
  readonly findings: readonly JsonFinding[];
  /** How many other findings of the rule passed. */
  readonly passed: number;
  /** The organization's policy that the check was held to. @default - none */
  readonly organizationPolicy?: string;
}

/** An exemption of which people have to write the terms. */
export interface ExemptionTemplate {
  readonly rule: string;
  readonly urn: string;
  readonly property?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly expires: string;
}

/** As long as these stand in an exemption, the pack refuses it, because the last is no day. */
const TO_BE_WRITTEN = {
  reason: "WHY IT IS ACCEPTED",
  owner: "WHO ANSWERS FOR IT",
  approver: "WHO APPROVED IT",
  expires: "YYYY-MM-DD",
} as const;

/** The exemption from each finding that an exemption could accept, each once. */
export function exemptionTemplates({ rule, findings }: Explanation): readonly ExemptionTemplate[] {
  if (rule.notExempt !== undefined) {
    return [];
  }
  const templates = findings
    .filter(({ result, urn }) => (result === "fail" || result === "undecided") && urn.startsWith("urn:pulumi:"))
    .map(({ urn, property }) => ({
      rule: rule.id,
      urn,
      ...(property === undefined ? {} : { property: asDeclared(property) }),
      ...TO_BE_WRITTEN,
    }));
  return [...new Map(templates.map((template) => [JSON.stringify(template), template])).values()];
}

/** In a diagnostic, white space and a bracket at the beginning are encoded; exemptions are held against what was encoded. */
function asDeclared(property: string): string {
  return property.replace(/^%5B/, "[").replace(/(?:%[0-9A-F]{2})+/g, (encoded) => {
    const text = decoded(encoded);
    return /^\s+$/.test(text) ? text : encoded;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // The program itself named it so.
  }
}
