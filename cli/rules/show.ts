/** `baseline rules`: the rules of the pack, or one of them. */
import type { Severity } from "../../gate/finding";
import { rulesJson, rulesList } from "../../reports/rules/list";
import { rulePage } from "../../reports/rules/page";
import { print } from "../console";
import { EXIT_PASS } from "../failure";
import { terminalLook } from "../reporting";
import { describedRules } from "./catalogue";
import { chosenRules } from "./choice";

export interface RulesOptions {
  readonly framework?: string;
  readonly severity?: readonly Severity[];
  readonly format: "terminal" | "json";
}

/**
 * @returns the exit code.
 * @throws UsageError where no rule is left
 */
export function showRules(words: readonly string[], { format, ...filters }: RulesOptions): number {
  const chosen = chosenRules(describedRules(), words, filters);
  if (format === "json") {
    print(rulesJson(chosen.kind === "page" ? [chosen.rule] : chosen.rules));
  } else {
    print(chosen.kind === "page" ? rulePage(chosen.rule, terminalLook()) : rulesList(chosen.rules, terminalLook()));
  }
  return EXIT_PASS;
}
