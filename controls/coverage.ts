/** Derives the status of each control from the findings. Pure; the terminal and the reports show the same status. */
import { CONTROLS } from "./catalogue";
import type { Control } from "./control";

/** The fields of a finding that matter here. */
export interface JudgedRule {
  readonly rule: string;
  readonly result: "pass" | "fail" | "undecided" | "exempt" | "not-applicable";
  readonly level: "mandatory" | "advisory";
}

/**
 * From worst to best:
 *
 * - `violated`: a mandatory rule fails.
 * - `undecided`: a rule could not be decided.
 * - `advised`: an advisory rule fails, and nothing worse.
 * - `exempt`: nothing passes, and all results are exemptions.
 * - `satisfied`: at least one pass, and nothing failed or undecided. `counts.exempt` shows whether exemptions helped.
 * - `not-exercised`: no resource to check, or nothing in this run that checks it: only AWS Config monitors it.
 */
export const STATUSES = ["violated", "undecided", "advised", "exempt", "satisfied", "not-exercised"] as const;
export type ControlStatus = (typeof STATUSES)[number];

/** The number of findings of each kind for the control's rules. */
export interface VerdictCounts {
  readonly failedMandatory: number;
  readonly failedAdvisory: number;
  readonly undecided: number;
  readonly exempt: number;
  readonly passed: number;
}

export interface ControlCoverage {
  readonly control: Control;
  readonly status: ControlStatus;
  readonly counts: VerdictCounts;
  /** Rules of the control that did not check anything. */
  readonly silentRules: readonly string[];
}

/** The status of every control, in catalog order. Findings of rules that belong to no control are ignored. */
export function coverage(
  findings: Iterable<JudgedRule>,
  controls: readonly Control[] = CONTROLS,
): readonly ControlCoverage[] {
  const byRule = countByRule(findings);
  return controls.map((control) => {
    const counts = rulesOf(control)
      .map((rule) => byRule.get(rule) ?? NOTHING)
      .reduce(add, NOTHING);
    return {
      control,
      status: statusOf(counts),
      counts,
      silentRules: control.prevents.filter((rule) => !byRule.has(rule)),
    };
  });
}

/** The rules that a gate run decides by, and the checks that a verification does. */
export function rulesOf({ prevents, detects }: Control): readonly string[] {
  return [...prevents, ...detects.checks];
}

/** The number of controls with each status. */
export function countByStatus(covered: readonly ControlCoverage[]): Readonly<Record<ControlStatus, number>> {
  const counts = { violated: 0, undecided: 0, advised: 0, exempt: 0, satisfied: 0, "not-exercised": 0 };
  for (const { status } of covered) {
    counts[status] += 1;
  }
  return counts;
}

/** The status that follows from the counts of a control's findings. */
export function statusOf(counts: VerdictCounts): ControlStatus {
  const decisive: readonly (readonly [number, ControlStatus])[] = [
    [counts.failedMandatory, "violated"],
    [counts.undecided, "undecided"],
    [counts.failedAdvisory, "advised"],
    [counts.passed, "satisfied"],
    [counts.exempt, "exempt"],
  ];
  return decisive.find(([count]) => count > 0)?.[1] ?? "not-exercised";
}

const NOTHING: VerdictCounts = { failedMandatory: 0, failedAdvisory: 0, undecided: 0, exempt: 0, passed: 0 };

function countByRule(findings: Iterable<JudgedRule>): ReadonlyMap<string, VerdictCounts> {
  const byRule = new Map<string, VerdictCounts>();
  for (const finding of findings) {
    const kind = kindOf(finding);
    if (kind !== undefined) {
      const counts = byRule.get(finding.rule) ?? NOTHING;
      byRule.set(finding.rule, { ...counts, [kind]: counts[kind] + 1 });
    }
  }
  return byRule;
}

function kindOf({ result, level }: JudgedRule): keyof VerdictCounts | undefined {
  switch (result) {
    case "pass":
      return "passed";
    case "fail":
      return level === "mandatory" ? "failedMandatory" : "failedAdvisory";
    case "undecided":
    case "exempt":
      return result;
    case "not-applicable":
      return undefined;
  }
}

function add(one: VerdictCounts, other: VerdictCounts): VerdictCounts {
  return {
    failedMandatory: one.failedMandatory + other.failedMandatory,
    failedAdvisory: one.failedAdvisory + other.failedAdvisory,
    undecided: one.undecided + other.undecided,
    exempt: one.exempt + other.exempt,
    passed: one.passed + other.passed,
  };
}
