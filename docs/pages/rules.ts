/** The rules page: what each rule in the policy pack checks, why, and the remediation. */
import { CONTROLS } from "../../controls/catalogue";
import { RULES } from "../../policies/catalogue";
import { type RelatedChecks, checksBySystem } from "../../policies/related-checks";
import { ACCOUNT_BASELINE } from "../../policies/resources";
import type { Rule } from "../../policies/rule";
import { code, list, page, table } from "./markdown";

/** The rules for one resource type, or those for several. */
interface Group {
  readonly heading: string;
  readonly rules: readonly Rule[];
}

export function renderRules(): string {
  return page(
    "# Rules",
    `The policy pack has ${RULES.length} rules, and one more, ${code("exemptions-file-valid")}, which reports exemptions that are malformed, unknown, expired or unused. A rule that checks a resource stops it before it is created. A rule that checks the stack follows references between resources and reports when all of them are declared.`,
    "Rule ids are permanent: exemptions and policy configurations can rely on them. Where a rule has settings, their names and defaults are listed; a policy configuration sets them for a stack.",
    "## Overview",
    table(
      ["Rule", "Requirement", "Severity", "Level"],
      RULES.map((rule) => [link(rule.id), rule.title, rule.severity, rule.enforcementLevel ?? "mandatory"]),
    ),
    ...groups().flatMap(({ heading, rules }) => [`## ${heading}`, ...rules.flatMap(section)]),
  );
}

function groups(): readonly Group[] {
  const headings = [...new Set(RULES.map(headingOf))];
  return headings.map((heading) => ({ heading, rules: RULES.filter((rule: Rule) => headingOf(rule) === heading) }));
}

function headingOf({ types: [type, ...more] }: Rule): string {
  if (more.length > 0) {
    return "Several resource types";
  }
  return type === ACCOUNT_BASELINE.token ? "The baseline of an account" : code(type);
}

function link(id: string): string {
  return `[${id}](#${id})`;
}

function section(rule: Rule): readonly string[] {
  const {
    id,
    title,
    kind,
    types,
    severity,
    enforcementLevel = "mandatory",
    property,
    rationale,
    remediation,
    references,
  } = rule;
  return [
    `### ${id}`,
    `**${title}.** ${sentence(rationale)}`,
    list([
      `Severity: ${severity}, ${enforcementLevel}`,
      `Checks: ${kind === "resource" ? "each resource" : "the stack"}, by ${code(property)}`,
      ...(types.length > 1 ? [`Resource types: ${types.map(code).join(", ")}`] : []),
      `Remediation: ${sentence(remediation)}`,
      ...settings(rule),
      `Related checks: ${relatedChecks(rule.related ?? {})}`,
      `Controls: ${controlsOf(id)}`,
      `References: ${references.map((address) => `<${address}>`).join(", ")}`,
    ]),
  ];
}

function settings(rule: Rule): readonly string[] {
  const each = Object.entries(rule.settings).map(
    ([name, { schema }]) =>
      `${code(name)} (${described(schema.description)}default ${code(JSON.stringify(schema.default))})`,
  );
  return each.length === 0 ? [] : [`Settings: ${each.join("; ")}`];
}

function described(description: string | undefined): string {
  return description === undefined ? "" : `${description.replace(/\.$/, "")}; `;
}

function relatedChecks(related: RelatedChecks): string {
  const each = checksBySystem(related).map(({ system, ids }) => `${system} ${ids.map(code).join(", ")}`);
  return each.length === 0 ? "none" : each.join("; ");
}

function controlsOf(id: string): string {
  return CONTROLS.filter(({ prevents }) => prevents.some((rule) => rule === id))
    .map((control) => `[${control.id}](controls.md#${control.id.toLowerCase()})`)
    .join(", ");
}

function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
