/** Decides whether the findings allow a deployment. Pure. */
import type { Finding } from "./finding";

export type Verdict = "pass" | "fail";

/** @param undecided whether undecided findings fail the verdict like mandatory failures. */
export function verdictOf(findings: readonly Finding[], undecided: "report" | "fail"): Verdict {
  const fails = ({ result, level }: Finding): boolean =>
    (result === "fail" && level === "mandatory") || (result === "undecided" && undecided === "fail");
  return findings.some(fails) ? "fail" : "pass";
}
