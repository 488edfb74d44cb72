/** `baseline explain`: what a finding of the last report means, and what to do. */
import type { Explanation } from "../../reports/explanation/explanation";
import { explanationJson, explanationText } from "../../reports/explanation/terminal";
import { print } from "../console";
import { EXIT_PASS } from "../failure";
import { terminalLook } from "../reporting";
import { chosenFindings } from "./choice";
import { readReport } from "./report";
import { explainedRule, knownRules } from "./rule";

export interface ExplainOptions {
  readonly out: string;
  readonly format: "terminal" | "json";
}

/**
 * @param wanted the id of a rule, or a fingerprint or its beginning
 * @returns the exit code.
 * @throws UsageError where there is no report, or no such finding
 */
export function explainFinding(wanted: string, { out, format }: ExplainOptions): number {
  const report = readReport(out);
  const { rule, findings, passed } = chosenFindings(wanted, report, knownRules());
  const { organizationPolicy } = report;
  const explanation: Explanation = {
    rule: explainedRule(rule),
    findings,
    passed,
    ...(organizationPolicy === undefined ? {} : { organizationPolicy }),
  };
  print(format === "json" ? explanationJson(explanation) : explanationText(explanation, terminalLook()));
  return EXIT_PASS;
}
