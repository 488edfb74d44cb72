/** The page on the policy pack's rules: what each demands, of what, why, and what to do when it fails. */
import { CONTROLS } from "../../controls/catalogue";
import { RULES } from "../../policies/catalogue";
import { ACCOUNT_BASELINE, type Covers, type Rule } from "../../policies/rule";
import { code, list, page, table } from "./markdown";

const PEERS: Readonly<Record<keyof Covers, string>> = {
  prowler: "Prowler",
  checkov: "Checkov",
  securityHub: "Security Hub",
  config: "AWS Config",
};

/** Rules of one kind of resource. */
interface Group {
  readonly type: string;
  readonly rules: readonly Rule[];
}

export function renderRules(): string {
  return page(
    "# Rules",
    `The policy pack has ${RULES.length} rules, and one more, ${code("exemptions-in-order")}, which reports exemptions that are malformed, unknown, expired or unused. A rule that judges a resource stops it before it is created; a rule that judges the stack follows references between resources and speaks when all of them are declared.`,
    "The name of a rule is for ever: exemptions and policy configurations may rely on it. Where a rule can be configured, the names and defaults are given; a policy configuration sets them for a stack.",
    "## Overview",
    table(
      ["Rule", "Demand", "Severity", "Level"],
      RULES.map((rule: Rule) => [link(rule.id), rule.title, rule.severity, rule.enforcementLevel ?? "mandatory"]),
    ),
    ...groups().flatMap(({ type, rules }) => [`## ${heading(type)}`, ...rules.flatMap(section)]),
  );
}

function groups(): readonly Group[] {
  const types = [...new Set(RULES.map((rule: Rule) => rule.type))];
  return types.map((type) => ({ type, rules: RULES.filter((rule: Rule) => rule.type === type) }));
}

function heading(type: string): string {
  return type === ACCOUNT_BASELINE ? "The baseline of an account" : code(type);
}

function link(id: string): string {
  return `[${id}](#${id})`;
}

function section(rule: Rule): readonly string[] {
  const { id, title, kind, severity, enforcementLevel = "mandatory", property, rationale, fix, links } = rule;
  return [
    `### ${id}`,
    `**${title}.** ${sentence(rationale)}`,
    list([
      `Severity: ${severity}, ${enforcementLevel}`,
      `Judges: ${kind === "resource" ? "each resource" : "the stack"}, by ${code(property)}`,
      `When it fails: ${sentence(fix)}`,
      ...settings(rule),
      `Covers: ${covered(rule.covers)}`,
      `Serves: ${controlsOf(id)}`,
      `Read more: ${links.map((address) => `<${address}>`).join(", ")}`,
    ]),
  ];
}

function settings({ config = {} }: Rule): readonly string[] {
  const each = Object.entries(config).map(
    ([name, schema]) =>
      `${code(name)} (${described(schema.description)}default ${code(JSON.stringify(schema.default))})`,
  );
  return each.length === 0 ? [] : [`Configured by: ${each.join("; ")}`];
}

function described(description: string | undefined): string {
  return description === undefined ? "" : `${description.replace(/\.$/, "")}; `;
}

function covered(covers: Covers): string {
  const each = (Object.keys(PEERS) as (keyof Covers)[]) // the keys of a constant, which Object.keys types as strings
    .filter((system) => (covers[system] ?? []).length > 0)
    .map((system) => `${PEERS[system]} ${(covers[system] ?? []).map(code).join(", ")}`);
  return each.length === 0
    ? "no rule of Prowler, Checkov, Security Hub or AWS Config asks for the same"
    : each.join("; ");
}

function controlsOf(id: string): string {
  return CONTROLS.filter(({ prevents }) => prevents.some((rule) => rule === id))
    .map((control) => `[${control.id}](controls.md#${control.id.toLowerCase()})`)
    .join(", ");
}

function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
