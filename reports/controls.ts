/** The controls in the catalog with their coverage, as the reports show them. */
import { type ControlCoverage, rulesOf } from "../controls/coverage";
import { FRAMEWORKS } from "../controls/frameworks";
import type { Finding } from "../gate/finding";
import type { ReportedClause, ReportedControl } from "./report";
import { notable } from "./summary";
import { cut, findingText, resourceText } from "./text";

/**
 * A control is satisfied only if something passed and nothing failed or is undecided.
 * @param covered the result of `coverage` for the same findings.
 */
export function reportedControls(
  covered: readonly ControlCoverage[],
  findings: readonly Finding[],
): readonly ReportedControl[] {
  const open = notable(findings);
  return covered.map(({ control, status }) => {
    const rules: ReadonlySet<string> = new Set(rulesOf(control));
    return {
      id: control.id,
      title: control.title,
      satisfied: status === "satisfied",
      status,
      clauses: clausesOf(control.clauses),
      rules: control.prevents,
      components: "none" in control.provisions ? [] : control.provisions,
      configRules: control.detects.configRules,
      alarms: control.detects.alarms,
      checks: control.detects.checks,
      failures: open.filter(({ rule }) => rules.has(rule)).map(failure),
    };
  });
}

function clausesOf(clauses: ControlCoverage["control"]["clauses"]): readonly ReportedClause[] {
  return FRAMEWORKS.flatMap(({ id, name, version }) =>
    (clauses[id] ?? []).map((clause) => ({ framework: name, version, clause })),
  );
}

function failure(finding: Finding): string {
  return [finding.result, finding.rule, resourceText(finding.urn), cut(findingText(finding))].join(": ");
}
