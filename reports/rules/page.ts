/** One rule as a page for a terminal. */
import { createColors } from "picocolors";
import { type Labelled, labelledLines } from "../labelled";
import { wrap } from "../wrap";
import type { ListLook } from "./list";
import type { DescribedRule, RuleClause, RuleControl } from "./rule";

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100;

/** The columns of a page: at least 60, whatever the terminal says. */
export function pageWidth({ width }: ListLook): number {
  return Math.min(WIDEST, Math.max(60, width));
}

export function rulePage(rule: DescribedRule, look: ListLook): string {
  const { id, title, rationale, remediation, severity, level, scope, property, types, references } = rule;
  const colors = createColors(look.color);
  const width = pageWidth(look);
  const lines = [
    colors.bold(id),
    ...wrap(`${title}. ${sentence(rationale)}`, width),
    "",
    ...labelledLines(
      [
        ["Severity", [`${severity}, ${level}`]],
        ["Checks", [`${scope === "resource" ? "each resource" : "the stack"}, by ${property}`]],
        [types.length === 1 ? "Type" : "Types", types],
        ["Remediation", [sentence(remediation)]],
        ["Settings", rule.settings.map(settingText)],
        ["Related", rule.related.map(({ system, ids }) => `${system}: ${ids.join(", ")}`)],
        controlsRow(rule.controls),
        ["References", references],
        ["Page", [rule.page]],
      ],
      width,
      colors,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** Each control with the clauses that it contributes to, a line for each framework. */
export function controlsRow(controls: readonly RuleControl[]): Labelled {
  return [
    controls.length === 1 ? "Control" : "Controls",
    controls.flatMap(({ id, title, clauses }) => [
      `${id} ${title}`,
      ...clauseTexts(clauses).map((text) => `  ${text}`),
    ]),
  ];
}

function clauseTexts(clauses: readonly RuleClause[]): readonly string[] {
  return [...new Set(clauses.map(({ framework }) => framework))].map((wanted) => {
    const of = clauses.filter(({ framework }) => framework === wanted);
    const [{ name, version } = { name: wanted, version: "" }] = of;
    return `${name} ${version}: ${of.map(({ clause }) => clause).join(", ")}`;
  });
}

function settingText({ name, description, default: byDefault }: DescribedRule["settings"][number]): string {
  const described = description === undefined ? "" : `: ${description.replace(/\.$/, "")}`;
  return `${name}${described} (default ${JSON.stringify(byDefault)})`;
}

/** With a full stop, however the text ends. */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
