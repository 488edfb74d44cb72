/** Which rules a run asks, by the options of the command. Pure functions of what the user wrote and of the pack's rules. */
import { controlsOfRule } from "../controls/catalogue";
import type { FrameworkId } from "../controls/frameworks";
import { type RuleInfo, SEVERITIES, type Severity } from "../gate/finding";
import type { Selection } from "../gate/selection";
import { matchesPattern } from "../policies/wildcards";
import { UsageError } from "./failure";
import { similarIds } from "./rules/choice";

export interface SelectionOptions {
  /** Ids of rules; `*` stands for any run of characters. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** This one and worse ones. */
  readonly severity?: Severity;
  /** Rules of controls that contribute to a clause of it. */
  readonly framework?: FrameworkId;
}

/** A rule has to be chosen by every option. `undefined` if there is none, so that all rules are asked. */
export function selectionOf({ only, skip, severity, framework }: SelectionOptions): Selection | undefined {
  const words = [
    ...(only === undefined ? [] : ["--only", ...only]),
    ...(skip === undefined ? [] : ["--skip", ...skip]),
    ...(severity === undefined ? [] : ["--severity", severity]),
    ...(framework === undefined ? [] : ["--framework", framework]),
  ].join(" ");
  if (words === "") {
    return undefined;
  }
  return {
    words,
    chosen: (rules) => {
      requireKnown("--only", only ?? [], rules);
      requireKnown("--skip", skip ?? [], rules);
      return rules
        .filter(({ id }) => only === undefined || isNamed(id, only))
        .filter(({ id }) => !isNamed(id, skip ?? []))
        .filter((rule) => severity === undefined || isAtLeast(rule.severity, severity))
        .filter(({ id }) => framework === undefined || contributes(id, framework));
    },
  };
}

function isNamed(id: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, id));
}

/** A rule without a severity may be as bad as any. */
function isAtLeast(severity: Severity, least: Severity): boolean {
  return severity === "unspecified" || SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

function contributes(rule: string, framework: FrameworkId): boolean {
  return controlsOfRule(rule).some(({ clauses }) => clauses[framework] !== undefined);
}

/** A name that chooses nothing is a mistake, which would otherwise be taken for a check. */
function requireKnown(option: string, patterns: readonly string[], rules: readonly RuleInfo[]): void {
  const ids = rules.map(({ id }) => id);
  const unknown = patterns.filter((pattern) => !ids.some((id) => matchesPattern(pattern, id)));
  if (unknown.length > 0) {
    throw new UsageError(unknown.map((pattern) => unknownRule(option, pattern, ids)).join("\n"));
  }
}

function unknownRule(option: string, pattern: string, ids: readonly string[]): string {
  const similar = similarIds(pattern.replaceAll("*", ""), ids);
  const meant = similar.length === 0 ? "" : ` Did you mean ${similar.join(", ")}?`;
  return `${option} ${pattern}: the pack has no such rule.${meant} Allowed is the id of a rule, in which * stands for any characters; \`baseline rules\` lists them.`;
}
