/** From findings to the status of each control. Pure; terminal and reports show the same. */
import { CONTROLS } from "./catalogue";
import type { Control } from "./control";

/** What is needed of a finding. */
export interface JudgedRule {
  readonly rule: string;
  readonly verdict: "pass" | "fail" | "undecided" | "exempt" | "not-applicable";
  readonly level: "mandatory" | "advisory";
}

/**
 * From worst to best.
 *
 * - `violated`: a mandatory rule fails.
 * - `undecided`: a rule could not be decided.
 * - `advised`: nothing worse than an advisory rule fails.
 * - `exempt`: nothing passes; exemptions alone hold the control up.
 * - `satisfied`: at least one pass, and nothing failed or undecided. `counts.exempt` says if exemptions helped.
 * - `not-exercised`: no resource to judge, or no rule that judges: AWS Config alone watches it.
 */
export const STATUSES = ["violated", "undecided", "advised", "exempt", "satisfied", "not-exercised"] as const;
export type ControlStatus = (typeof STATUSES)[number];

/** How many findings of each kind the control's rules have. */
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
  /** Rules of the control that judged nothing. */
  readonly silentRules: readonly string[];
}

/** The status of every control, in the order of the catalogue. Findings of rules that no control has are ignored. */
export function coverage(
  findings: Iterable<JudgedRule>,
  controls: readonly Control[] = CONTROLS,
): readonly ControlCoverage[] {
  const byRule = countByRule(findings);
  return controls.map((control) => {
    const counts = control.prevents.map((rule) => byRule.get(rule) ?? NOTHING).reduce(add, NOTHING);
    return {
      control,
      status: statusOf(counts),
      counts,
      silentRules: control.prevents.filter((rule) => !byRule.has(rule)),
    };
  });
}

/** How many controls have each status. */
export function countByStatus(covered: readonly ControlCoverage[]): Readonly<Record<ControlStatus, number>> {
  const counts = { violated: 0, undecided: 0, advised: 0, exempt: 0, satisfied: 0, "not-exercised": 0 };
  for (const { status } of covered) {
    counts[status] += 1;
  }
  return counts;
}

/** The status that the counts of a control's findings amount to. */
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

function kindOf({ verdict, level }: JudgedRule): keyof VerdictCounts | undefined {
  switch (verdict) {
    case "pass":
      return "passed";
    case "fail":
      return level === "mandatory" ? "failedMandatory" : "failedAdvisory";
    case "undecided":
    case "exempt":
      return verdict;
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
