/**
 * Which of a pack's rules a run asks. What is left out is not judged: it is named in every report, and no selection leaves out
 * what an organization asks for. Pure.
 */
import type { LeftOut, RuleInfo } from "./finding";
import type { OrganizationPolicy } from "./organization-policy";
import { PolicyConfigError } from "./policy-config";
import type { ConfiguredLevel } from "./policy-levels";

/** What the operator asks of a run. */
export interface Selection {
  /** As the operator wrote it: `--only cloudtrail-*`. */
  readonly words: string;
  /** @param rules all of the pack. @throws where the selection names none of them */
  readonly chosen: (rules: readonly RuleInfo[]) => readonly RuleInfo[];
}

/** How many rules a message names. */
const MOST_NAMED = 10;

/**
 * What a selection leaves out; what was disabled before is not among it. `undefined` if that is nothing.
 *
 * @param floors the level below which the organization lets nobody go, by rule
 * @throws PolicyConfigError if the organization asks for some of it
 */
export function leftOutBy(
  selection: Selection,
  rules: readonly RuleInfo[],
  floors: ReadonlyMap<string, ConfiguredLevel>,
  organization: OrganizationPolicy | undefined,
): LeftOut | undefined {
  const chosen = new Set(selection.chosen(rules));
  const left = rules.filter((rule) => rule.level !== "disabled" && !chosen.has(rule)).map(({ id }) => id);
  const asked = left.flatMap((id) => {
    const floor = floors.get(id) ?? "disabled";
    const demand = floor === "disabled" ? "" : `the organization asks for ${floor}`;
    const must = organization?.mustCheck.includes(id) === true ? "the organization asks for a result of it" : "";
    const demands = [demand, must].filter((one) => one !== "");
    return demands.length === 0 ? [] : [`  ${id}: ${demands.join(", and ")}`];
  });
  if (asked.length > 0) {
    const more = asked.length - MOST_NAMED;
    throw new PolicyConfigError(
      [
        `${selection.words} leaves out what the organization's policy asks for:`,
        ...asked.slice(0, MOST_NAMED),
        ...(more > 0 ? [`  and ${more} more`] : []),
        "Take it away, or choose these rules as well.",
      ].join("\n"),
    );
  }
  return left.length === 0 ? undefined : { by: selection.words, rules: left };
}
