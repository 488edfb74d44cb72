/** The rules of the pack, each with the controls that depend on it, as plain data. */
import { clausesOf, controlsOfRule } from "../../controls/catalogue";
import type { Control } from "../../controls/control";
import { FRAMEWORKS } from "../../controls/frameworks";
import { RULES } from "../../policies/catalogue";
import { checksBySystem } from "../../policies/related-checks";
import type { Rule } from "../../policies/rule";
import type { DescribedRule, RuleControl, RuleSetting } from "../../reports/rules/rule";

/** In the order of their ids. */
export function describedRules(): readonly DescribedRule[] {
  return RULES.map(described);
}

function described(rule: Rule): DescribedRule {
  const { id, title, severity, enforcementLevel = "mandatory", kind, types, property, rationale, remediation } = rule;
  return {
    id,
    title,
    severity,
    level: enforcementLevel,
    service: id.split("-")[0] ?? id,
    scope: kind,
    types,
    property,
    rationale,
    remediation,
    settings: Object.entries(rule.settings).map(([name, { schema }]) => settingOf(name, schema)),
    related: checksBySystem(rule.related ?? {}),
    references: rule.references,
    controls: controlsOfRule(id).map(describedControl),
    page: `docs/rules.md#${id}`,
  };
}

function settingOf(name: string, schema: { readonly description?: string; readonly default: unknown }): RuleSetting {
  const { description, default: byDefault } = schema;
  return { name, ...(description === undefined ? {} : { description }), default: byDefault };
}

/** A control with its clauses, in the order of the frameworks. */
export function describedControl(control: Pick<Control, "id" | "title" | "clauses">): RuleControl {
  return {
    id: control.id,
    title: control.title,
    clauses: clausesOf(control).flatMap(({ framework, clause }) =>
      FRAMEWORKS.filter(({ id }) => id === framework).map(({ name, version }) => ({
        framework,
        name,
        version,
        clause,
      })),
    ),
  };
}
