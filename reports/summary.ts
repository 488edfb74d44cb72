/** Counts and ordering that all reports share. */
import { type Finding, type LeftOut, type RuleInfo, RESULTS, type Result, SEVERITIES } from "../gate/finding";
import { isDeclared } from "../gate/verdict";
import type { ReportedControl, VerdictReport } from "./report";
import { oneLine, stopsDeployment } from "./text";

export interface Summary {
  readonly resources: number;
  /** Rules that are neither disabled nor left out. */
  readonly rules: number;
  readonly disabledRules: number;
  /** Rules that the run was told not to ask. */
  readonly leftOutRules: number;
  readonly verdicts: Readonly<Record<Result, number>>;
  /** Those that were known before are not among them. */
  readonly mandatoryFailures: number;
  readonly advisoryFailures: number;
  /** Mandatory failures that were known before, and fail nothing. */
  readonly knownFailures: number;
  /** Rules that checked something and passed everywhere. */
  readonly passedRules: number;
  readonly controls: {
    readonly satisfied: number;
    readonly total: number;
    readonly notSatisfied: readonly string[];
    /** Ids of the controls of which a rule is disabled or not in the pack; they are not satisfied. */
    readonly notChecked: readonly string[];
    /** Ids of the controls that have nothing to check in the stack; they are neither satisfied nor violated. */
    readonly notExercised: readonly string[];
  };
}

export function summarize({ evaluation, controls }: VerdictReport): Summary {
  const { findings, rules, resources, notApplicable } = evaluation;
  const failures = findings.filter(({ result }) => result === "fail");
  const mandatoryFailures = failures.filter(stopsDeployment).length;
  const advisoryFailures = failures.filter(({ level }) => level === "advisory").length;
  const leftOutRules = evaluation.leftOut?.rules.length ?? 0;
  const disabledRules = rules.filter(({ level }) => level === "disabled").length - leftOutRules;
  const ids = (list: readonly ReportedControl[]): string[] => list.map(({ id }) => id);
  const count = (result: Result): number => findings.filter((finding) => finding.result === result).length;
  return {
    resources,
    rules: rules.length - disabledRules - leftOutRules,
    disabledRules,
    leftOutRules,
    verdicts: {
      fail: failures.length,
      undecided: count("undecided"),
      exempt: count("exempt"),
      pass: count("pass"),
      "not-applicable": notApplicable,
    },
    mandatoryFailures,
    advisoryFailures,
    knownFailures: failures.length - mandatoryFailures - advisoryFailures,
    passedRules: passedRules(findings).size,
    controls: {
      satisfied: controls.filter(({ satisfied }) => satisfied).length,
      total: controls.length,
      notSatisfied: ids(openControls(controls)),
      notChecked: ids(controls.filter(isNotChecked)),
      notExercised: ids(controls.filter(isNotExercised)),
    },
  };
}

/** The controls that were checked but are not satisfied. */
export function openControls(controls: readonly ReportedControl[]): readonly ReportedControl[] {
  return controls.filter((control) => !control.satisfied && !isNotExercised(control) && !isNotChecked(control));
}

function isNotChecked({ status }: ReportedControl): boolean {
  return status === "not-checked";
}

function isNotExercised({ status }: ReportedControl): boolean {
  return status === "not-exercised";
}

/** The number of satisfied controls among those that the stack exercises. */
export function controlsLine({ controls }: Summary): string {
  const { satisfied, total, notChecked, notExercised } = controls;
  const unchecked =
    notChecked.length === 0
      ? ""
      : `; not checked, because rules are disabled, left out or missing: ${notChecked.length === total ? "all" : notChecked.join(", ")}`;
  const silent = notExercised.length === 0 ? "" : `; ${notExercised.length} more have nothing to check in this stack`;
  return `Controls satisfied: ${satisfied} of ${total - notExercised.length}${unchecked}${silent}`;
}

/** Which files had a say, and which rules they weakened; a line each. */
export function configurationLines({ configuration = [], evaluation }: VerdictReport): readonly string[] {
  const lines = [
    ...configuration.map(({ kind, path, sha256, ofProgram }) => {
      const whose = ofProgram === undefined ? "" : ` of the program (${ofProgram})`;
      return `Configured by ${kind}${whose} ${path}${sha256 === undefined ? "" : `, SHA-256 ${sha256}`}`;
    }),
    ...(evaluation.leftOut === undefined ? [] : [leftOutText(evaluation.leftOut)]),
    ...evaluation.weakened.map(({ rule, change }) => `Configured otherwise: ${rule} ${change}`),
  ];
  return lines.map((line) => oneLine(line));
}

/** How many ids of rules a line names. */
const MOST_NAMED = 5;

function leftOutText({ by, rules }: LeftOut): string {
  const more = rules.length - MOST_NAMED;
  const named = [...rules.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
  return `Not judged, because ${by} leaves ${rules.length === 1 ? "it" : "them"} out: ${counted(rules.length, "rule")} (${named})`;
}

/** The verdict as words: `NOT CHECKED`. */
export function verdictWord({ verdict }: VerdictReport): string {
  return verdict.toUpperCase().replace("-", " ");
}

/** Ids of the rules whose findings are all passes, with the number of passed resources. */
export function passedRules(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const passes = new Map<string, number>();
  const others = new Set<string>();
  for (const { rule, result } of findings) {
    if (result === "pass") {
      passes.set(rule, (passes.get(rule) ?? 0) + 1);
    } else {
      others.add(rule);
    }
  }
  return new Map([...passes].filter(([rule]) => !others.has(rule)));
}

/** Failures, undecided, exempt, passes; within each, mandatory and severe findings first, then in evaluation order. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ result, level, severity, known = false }: Finding): number =>
    RESULTS.indexOf(result) * 100 + (known ? 20 : level === "mandatory" ? 0 : 10) + SEVERITIES.indexOf(severity);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}

/** All findings except passes, in order. */
export function notable(findings: readonly Finding[]): readonly Finding[] {
  return inOrder(findings.filter(({ result }) => result !== "pass"));
}

/** The rules by id. Some findings have a rule that is not in the pack. */
export function ruleById(rules: readonly RuleInfo[]): ReadonlyMap<string, RuleInfo> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** `one rule`, `2 rules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The result in one line, without the place and the time. */
export function verdictLine(report: VerdictReport): string {
  const { mandatoryFailures, advisoryFailures, knownFailures, leftOutRules, verdicts } = summarize(report);
  const { missing = [] } = report.evaluation;
  const against = [
    mandatoryFailures > 0
      ? counted(mandatoryFailures, "mandatory failure")
      : report.verdict === "not-checked"
        ? missing.length === 0
          ? "no rule came to a result"
          : "what the organization asks for was not checked"
        : knownFailures > 0
          ? "nothing mandatory fails that was not known"
          : "nothing mandatory fails",
    // Whoever reads no further must not take a part for the whole.
    ...(leftOutRules > 0 ? [`${leftOutRules} of ${report.evaluation.rules.length} rules left out`] : []),
    ...(missing.length > 0 ? [`no result of ${missing.join(", ")}`] : []),
    ...(advisoryFailures > 0 ? [counted(advisoryFailures, "advisory failure")] : []),
    ...(knownFailures > 0 ? [counted(knownFailures, "known failure")] : []),
    ...(verdicts.undecided > 0 ? [`${verdicts.undecided} undecided`] : []),
    ...(verdicts.exempt > 0 ? [`${verdicts.exempt} exempt`] : []),
    // A stack that declares nothing also violates nothing. Readers must not mistake that for evidence.
    ...(!report.resources.some(isDeclared) ? ["no resource was checked"] : []),
  ];
  return `${verdictWord(report)}: ${against.join(", ")}`;
}

/** The stack with its account and region. */
export function placeLine({
  project,
  stack,
  account,
  region,
}: Pick<VerdictReport, "project" | "stack" | "account" | "region">): string {
  const where = `account ${account.id}${account.placeholder ? " (a placeholder: the settings name none)" : ""}, ${region}`;
  return `${project}/${stack}, ${where}`;
}

/** When and as whom the account was read; nothing if it was not. */
export function verifiedLine({ verified }: VerdictReport): string | undefined {
  return verified === undefined
    ? undefined
    : `Account ${verified.accountId} read at ${verified.at} by ${verified.caller}`;
}

/** What was checked by which pack, how long it took, and what passed. */
export function effortLine(report: VerdictReport): string {
  const { resources, rules, disabledRules, leftOutRules, verdicts } = summarize(report);
  const { name, version } = report.evaluation.pack;
  const others = [
    ...(disabledRules > 0 ? [`${disabledRules} more disabled`] : []),
    ...(leftOutRules > 0 ? [`${leftOutRules} left out`] : []),
  ];
  const disabled = others.length > 0 ? ` (${others.join(", ")})` : "";
  const checked = `${counted(resources, "resource")} checked by ${counted(rules, "rule")}${disabled} of ${name}${version === "" ? "" : ` ${version}`}`;
  const passes = counted(verdicts.pass, "pass", "passes");
  return `${checked} in ${report.elapsedSeconds.toFixed(1)} s: ${passes}, ${verdicts["not-applicable"]} not applicable`;
}
