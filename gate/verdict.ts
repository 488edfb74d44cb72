/** Decides whether the findings allow a deployment. Pure. */
import { PROVIDER_TYPE_PREFIX, type ResourceState, STACK_TYPE } from "../pulumi/stack-state";
import type { Evaluation, Finding } from "./finding";

/** `not-checked`: nothing was judged, or not what had to be, so that there is nothing to pass. */
export type Verdict = "pass" | "fail" | "not-checked";

/**
 * @param resources the resources of the stack.
 * @param undecided whether undecided findings fail the verdict like mandatory failures.
 */
export function verdictOf(
  evaluation: Pick<Evaluation, "rules" | "findings" | "missing">,
  resources: readonly Pick<ResourceState, "type">[],
  undecided: "report" | "fail",
): Verdict {
  const fails = ({ result, level, known = false }: Finding): boolean =>
    !known && ((result === "fail" && level === "mandatory") || (result === "undecided" && undecided === "fail"));
  if (evaluation.findings.some(fails)) {
    return "fail";
  }
  const { missing = [] } = evaluation;
  return missing.length === 0 && anythingJudged(evaluation, resources) ? "pass" : "not-checked";
}

/** Whether a finding decides something. */
export function isResult({ result }: Pick<Finding, "result">): boolean {
  return result !== "undecided" && result !== "not-applicable";
}

/**
 * Whether the stack declares something, and a rule came to a result about it. A rule about the stack resource itself, such
 * as one that reports on a file of the pack, judges nothing that the program declares.
 */
function anythingJudged(
  { rules, findings }: Pick<Evaluation, "rules" | "findings">,
  resources: readonly Pick<ResourceState, "type">[],
): boolean {
  const judging = new Set(rules.filter(({ types }) => !types.includes(STACK_TYPE)).map(({ id }) => id));
  return resources.some(isDeclared) && findings.some(({ rule, result }) => judging.has(rule) && result !== "undecided");
}

/** Whether a resource is more than the frame that every stack has. */
export function isDeclared({ type }: Pick<ResourceState, "type">): boolean {
  return type !== STACK_TYPE && !type.startsWith(PROVIDER_TYPE_PREFIX);
}
