/** The figures and the order that all reports share. */
import { type Finding, type RuleInfo, type Severity, VERDICTS, type Verdict } from "../gate/finding";
import { PROVIDER_TYPE_PREFIX, STACK_TYPE } from "../state/stack-state";
import type { ReportedControl, VerdictReport } from "./report";

export interface Summary {
  readonly resources: number;
  /** Rules that judged. */
  readonly rules: number;
  readonly disabledRules: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly mandatoryFailures: number;
  readonly advisoryFailures: number;
  /** Rules that judged something, and found it in order everywhere. */
  readonly passedRules: number;
  readonly controls: {
    readonly satisfied: number;
    readonly total: number;
    readonly notSatisfied: readonly string[];
    /** Ids of the controls for which the stack declares nothing to judge; they are neither satisfied nor violated. */
    readonly notExercised: readonly string[];
  };
}

export function summarize({ judgement, controls }: VerdictReport): Summary {
  const { findings, rules, resources, notApplicable } = judgement;
  const failures = findings.filter(({ verdict }) => verdict === "fail");
  const mandatoryFailures = failures.filter(({ level }) => level === "mandatory").length;
  const disabledRules = rules.filter(({ level }) => level === "disabled").length;
  const ids = (list: readonly ReportedControl[]): string[] => list.map(({ id }) => id);
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    resources,
    rules: rules.length - disabledRules,
    disabledRules,
    verdicts: {
      fail: failures.length,
      undecided: count("undecided"),
      exempt: count("exempt"),
      pass: count("pass"),
      "not-applicable": notApplicable,
    },
    mandatoryFailures,
    advisoryFailures: failures.length - mandatoryFailures,
    passedRules: passedRules(findings).size,
    controls: {
      satisfied: controls.filter(({ satisfied }) => satisfied).length,
      total: controls.length,
      notSatisfied: ids(openControls(controls)),
      notExercised: ids(controls.filter(isNotExercised)),
    },
  };
}

/** The controls that something keeps from being satisfied. */
export function openControls(controls: readonly ReportedControl[]): readonly ReportedControl[] {
  return controls.filter((control) => !control.satisfied && !isNotExercised(control));
}

function isNotExercised({ status }: ReportedControl): boolean {
  return status === "not-exercised";
}

/** How many controls are satisfied, of those that the stack exercises. */
export function controlsLine({ controls }: Summary): string {
  const { satisfied, total, notExercised } = controls;
  const silent = notExercised.length === 0 ? "" : `; ${notExercised.length} more have nothing to judge in this stack`;
  return `Controls satisfied: ${satisfied} of ${total - notExercised.length}${silent}`;
}

/** Ids of the rules all of whose findings are passes, with the number of resources that each passed. */
export function passedRules(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const passes = new Map<string, number>();
  const others = new Set<string>();
  for (const { rule, verdict } of findings) {
    if (verdict === "pass") {
      passes.set(rule, (passes.get(rule) ?? 0) + 1);
    } else {
      others.add(rule);
    }
  }
  return new Map([...passes].filter(([rule]) => !others.has(rule)));
}

const SEVERITY_ORDER: readonly Severity[] = ["critical", "high", "medium", "low", "unspecified"];

/** Failures, undecided, exempt, passes; in each the mandatory and the severe first, else the order of the judgement. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ verdict, level, severity }: Finding): number =>
    VERDICTS.indexOf(verdict) * 100 + (level === "mandatory" ? 0 : 10) + SEVERITY_ORDER.indexOf(severity);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}

/** Everything but the passes, in order. */
export function notable(findings: readonly Finding[]): readonly Finding[] {
  return inOrder(findings.filter(({ verdict }) => verdict !== "pass"));
}

/** The rule that a finding is of; some findings are of none in the pack. */
export function ruleById(rules: readonly RuleInfo[]): ReadonlyMap<string, RuleInfo> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** `one rule`, `2 rules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The verdict in one line, without the place and the time. */
export function verdictLine(report: VerdictReport): string {
  const { mandatoryFailures, advisoryFailures, verdicts } = summarize(report);
  const declared = report.resources.filter(({ type }) => type !== STACK_TYPE && !type.startsWith(PROVIDER_TYPE_PREFIX));
  const against = [
    mandatoryFailures > 0 ? counted(mandatoryFailures, "mandatory failure") : "nothing mandatory fails",
    ...(advisoryFailures > 0 ? [counted(advisoryFailures, "advisory failure")] : []),
    ...(verdicts.undecided > 0 ? [`${verdicts.undecided} undecided`] : []),
    ...(verdicts.exempt > 0 ? [`${verdicts.exempt} exempt`] : []),
    // A stack that declares nothing breaks nothing; whoever reads the verdict should not take that for evidence.
    ...(declared.length === 0 ? ["no resource was judged"] : []),
  ];
  return `${report.outcome.toUpperCase()}: ${against.join(", ")}`;
}

/** Which stack, in which account and region. */
export function placeLine({ project, stack, account, region }: VerdictReport): string {
  const where = `account ${account.id}${account.standIn ? " (a stand-in: the settings name none)" : ""}, ${region}`;
  return `${project}/${stack}, ${where}`;
}

/** What judged, what it cost, and what it found in order. */
export function effortLine(report: VerdictReport): string {
  const { resources, rules, disabledRules, verdicts } = summarize(report);
  const { name, version } = report.judgement.pack;
  const disabled = disabledRules > 0 ? ` (${disabledRules} more disabled)` : "";
  const judged = `${counted(resources, "resource")} judged by ${counted(rules, "rule")}${disabled} of ${name} ${version}`;
  const passes = counted(verdicts.pass, "pass", "passes");
  return `${judged} in ${report.elapsedSeconds.toFixed(1)} s: ${passes}, ${verdicts["not-applicable"]} not applicable`;
}
