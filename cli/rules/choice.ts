/** Which rules are listed, or which one is shown. Pure functions of what the user wrote. */
import type { Severity } from "../../gate/finding";
import type { DescribedRule } from "../../reports/rules/rule";
import { nearest } from "../../settings/did-you-mean";
import { UsageError } from "../failure";

export interface RuleFilters {
  /** Id of a framework: rules of controls that contribute to a clause of it. */
  readonly framework?: string;
  readonly severity?: readonly Severity[];
}

/** One rule by its id, or those that are left of all. */
export type ChosenRules =
  | { readonly kind: "page"; readonly rule: DescribedRule }
  | { readonly kind: "list"; readonly rules: readonly DescribedRule[] };

/** How many ids an error names. */
const MOST_NAMED = 5;

/**
 * A single word that is the id of a rule asks for that rule. Otherwise a rule has to contain every word, in its id, its
 * title or its description, in any case.
 *
 * @throws UsageError where nothing is left
 */
export function chosenRules(
  rules: readonly DescribedRule[],
  words: readonly string[],
  { framework, severity }: RuleFilters = {},
): ChosenRules {
  const [word = "", ...others] = words;
  const exact = others.length === 0 ? rules.find(({ id }) => id === word) : undefined;
  if (exact !== undefined) {
    return { kind: "page", rule: exact };
  }
  const strange = words.find((each) => !rules.some((rule) => contains(rule, each)));
  if (strange !== undefined) {
    throw new UsageError(unknownWord(strange, rules));
  }
  const left = rules
    .filter((rule) => words.every((each) => contains(rule, each)))
    .filter(({ controls }) => framework === undefined || controls.some((control) => cites(control, framework)))
    .filter((rule) => severity?.includes(rule.severity) ?? true);
  if (left.length === 0) {
    throw new UsageError(nothingLeft(words, { framework, severity }));
  }
  return { kind: "list", rules: left };
}

function contains({ id, title, rationale }: DescribedRule, word: string): boolean {
  const wanted = word.toLowerCase();
  return [id, title, rationale].some((text) => text.toLowerCase().includes(wanted));
}

function cites({ clauses }: DescribedRule["controls"][number], framework: string): boolean {
  return clauses.some((clause) => clause.framework === framework);
}

function unknownWord(word: string, rules: readonly DescribedRule[]): string {
  const similar = similarIds(
    word,
    rules.map(({ id }) => id),
  );
  const meant = similar.length === 0 ? "" : ` Similar ids: ${similar.join(", ")}.`;
  return `No rule has ${JSON.stringify(word)} in its id, title or description.${meant} \`baseline rules\` lists all rules.`;
}

function nothingLeft(
  words: readonly string[],
  { framework, severity }: { readonly [Name in keyof RuleFilters]: RuleFilters[Name] | undefined },
): string {
  const asked = [
    ...(words.length === 0 ? [] : [words.map((word) => JSON.stringify(word)).join(" and ")]),
    ...(framework === undefined ? [] : [`--framework ${framework}`]),
    ...(severity === undefined ? [] : [`--severity ${severity.join(" ")}`]),
  ];
  return `No rule answers to ${asked.join(", ")}. Take one of them away, or use other words.`;
}

/** The ids that a mistyped one may have meant: the nearest, or else those with parts that are near to the word's parts. */
export function similarIds(word: string, ids: readonly string[]): readonly string[] {
  const whole = nearest(word, ids);
  if (whole !== undefined) {
    return [whole];
  }
  const vocabulary = [...new Set(ids.flatMap((id) => id.split("-")))];
  const meant = word.split("-").flatMap((part) => nearPart(part, vocabulary) ?? []);
  const hits = (id: string): number => meant.filter((part) => id.split("-").includes(part)).length;
  return ids
    .filter((id) => hits(id) > 0)
    .sort((one, other) => hits(other) - hits(one))
    .slice(0, MOST_NAMED);
}

/** Among many short words there is one near to any other. */
const SHORTEST_MISTYPED = 5;

function nearPart(part: string, vocabulary: readonly string[]): string | undefined {
  return part.length < SHORTEST_MISTYPED ? vocabulary.find((known) => known === part) : nearest(part, vocabulary);
}
