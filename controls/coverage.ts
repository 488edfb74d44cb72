/** Derives the status of each control from the findings. Pure; the terminal and the reports show the same status. */
import { CONTROLS } from "./catalogue";
import type { Control } from "./control";

/** The fields of a finding that matter here. */
export interface JudgedRule {
  readonly rule: string;
  readonly result: "pass" | "fail" | "undecided" | "exempt" | "not-applicable";
  readonly level: "mandatory" | "advisory";
}

/** A rule as the pack of a run announced it, and as it was configured. */
export interface AnnouncedRule {
  readonly id: string;
  readonly level: "mandatory" | "advisory" | "disabled";
  /** The resource types that it is about; none if it does not say. */
  readonly types: readonly string[];
}

/** What a run could ask. */
export interface Asked {
  readonly rules: readonly AnnouncedRule[];
  /** The types of the stack's resources. */
  readonly types: ReadonlySet<string>;
  /** Rules that asked nothing, because nothing of their types holds evidence. @default none */
  readonly unasked?: readonly string[];
}

/**
 * From worst to best:
 *
 * - `violated`: a mandatory rule fails.
 * - `undecided`: a rule could not be decided.
 * - `advised`: an advisory rule fails, and nothing worse.
 * - `not-checked`: one of its rules is disabled or is not in the pack, though the stack may have something for it to check.
 * - `exempt`: nothing passes, and all results are exemptions.
 * - `satisfied`: at least one pass, and nothing failed or undecided. `counts.exempt` shows whether exemptions helped.
 * - `not-exercised`: no resource to check, or nothing in this run that checks it: only AWS Config monitors it.
 */
export const STATUSES = [
  "violated",
  "undecided",
  "advised",
  "not-checked",
  "exempt",
  "satisfied",
  "not-exercised",
] as const;
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
  /** Rules of the control that are disabled or not in the pack, though the stack may have something for them to check. */
  readonly uncheckedRules: readonly string[];
}

/**
 * The status of every control, in catalog order. Findings of rules that belong to no control are ignored.
 * @param asked what the pack announced, and the stack has. @default - the run asked no pack about the stack
 */
export function coverage(
  findings: Iterable<JudgedRule>,
  controls: readonly Control[] = CONTROLS,
  asked?: Asked,
): readonly ControlCoverage[] {
  const byRule = countByRule(findings);
  const isUnchecked = asked === undefined ? () => false : uncheckedBy(asked);
  return controls.map((control) => {
    const counts = rulesOf(control)
      .map((rule) => byRule.get(rule) ?? NOTHING)
      .reduce(add, NOTHING);
    const uncheckedRules = control.prevents.filter(isUnchecked);
    // A control that asks more of evidence than of other resources is satisfied by none of those.
    const unasked = control.prevents.filter((rule) => asked?.unasked?.includes(rule) === true);
    return {
      control,
      status: statusOf(counts, uncheckedRules.length, unasked.length),
      counts,
      uncheckedRules,
      silentRules: control.prevents.filter((rule) => !byRule.has(rule)),
    };
  });
}

/** Tells the rules from which no result can come. What is absent says nothing of its types, so it may always be missed. */
function uncheckedBy({ rules, types }: Asked): (rule: string) => boolean {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = byId.get(id);
    return (
      rule === undefined ||
      (rule.level === "disabled" && (rule.types.length === 0 || rule.types.some((type) => types.has(type))))
    );
  };
}

/** The rules that a gate run decides by, and the checks that a verification does. */
export function rulesOf({ prevents, detects }: Control): readonly string[] {
  return [...prevents, ...detects.checks];
}

/** The number of controls with each status. */
export function countByStatus(covered: readonly ControlCoverage[]): Readonly<Record<ControlStatus, number>> {
  const counts = {
    violated: 0,
    undecided: 0,
    advised: 0,
    "not-checked": 0,
    exempt: 0,
    satisfied: 0,
    "not-exercised": 0,
  };
  for (const { status } of covered) {
    counts[status] += 1;
  }
  return counts;
}

/**
 * The status that follows from the counts of a control's findings, of its rules that were not checked, and of those that asked nothing
 * because nothing holds evidence.
 */
export function statusOf(counts: VerdictCounts, unchecked = 0, unasked = 0): ControlStatus {
  const decisive: readonly (readonly [number, ControlStatus])[] = [
    [counts.failedMandatory, "violated"],
    [counts.undecided, "undecided"],
    [counts.failedAdvisory, "advised"],
    [unchecked, "not-checked"],
    [unasked, "not-exercised"],
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
