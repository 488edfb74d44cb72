/**
 * What becomes of a condition, as AWS evaluates it, given what calls may carry.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
import { matchesPattern } from "../wildcards";
import type { Presence } from "../../facts/iam/condition-keys";
import type { Condition } from "./policy-document";

/** In how many of the calls that are asked about something is so. */
export type Extent = "all" | "some" | "none";

/** How an operator compares; "other" stands for numbers, times and bytes, of which nothing is known beforehand. */
export type Comparison = "exact" | "ignoring-case" | "like" | "arn" | "boolean" | "network" | "other";

/** What the calls carry under one key. */
export interface Carried {
  readonly presence: Presence;
  /** In how many of the calls that carry the key its value is among those that the condition names. */
  readonly matches: (values: readonly string[], comparison: Comparison) => Extent;
}

interface Operator {
  readonly comparison: Comparison;
  readonly negates: boolean;
  readonly ifExists: boolean;
  readonly set: "forallvalues" | "foranyvalue" | undefined;
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  stringequals: "exact",
  stringequalsignorecase: "ignoring-case",
  stringlike: "like",
  arnequals: "arn",
  arnlike: "arn",
  bool: "boolean",
  ipaddress: "network",
};

/** Operator -> the one that it negates. */
const NEGATED: Readonly<Record<string, string>> = {
  stringnotequals: "stringequals",
  stringnotequalsignorecase: "stringequalsignorecase",
  stringnotlike: "stringlike",
  arnnotequals: "arnequals",
  arnnotlike: "arnlike",
  notipaddress: "ipaddress",
  numericnotequals: "numericequals",
  datenotequals: "dateequals",
};

function operatorOf(text: string): Operator {
  const [, set, name = "", ifExists] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/s.exec(text) ?? [];
  const negated = NEGATED[name];
  return {
    comparison: COMPARISONS[negated ?? name] ?? "other",
    negates: negated !== undefined,
    ifExists: ifExists !== undefined,
    set: set === "forallvalues" || set === "foranyvalue" ? set : undefined,
  };
}

/** In how many of the calls every condition is met: an upper bound where it is "some". */
export function extentOf(conditions: readonly Condition[], carriedUnder: Carries): Extent {
  return both(
    conditions.map((condition) =>
      isNullCheck(condition)
        ? nullCheck(condition, carriedUnder(condition.key).presence)
        : extentOfOne(condition, {
            ...carriedUnder(condition.key),
            presence: narrowed(condition.key, conditions, carriedUnder(condition.key).presence),
          }),
    ),
  );
}

/** A second condition that asks whether the key is there at all leaves only such calls to the first. */
function narrowed(key: string, conditions: readonly Condition[], presence: Presence): Presence {
  const isRequired = conditions.some(
    (condition) =>
      isNullCheck(condition) && condition.key === key && condition.values.length > 0 && condition.values.every(isFalse),
  );
  return presence === "sometimes" && isRequired ? "always" : presence;
}

function isNullCheck({ operator }: Condition): boolean {
  return operator.replace(/^for(any|all)values?:/, "") === "null";
}

function isFalse(value: string): boolean {
  return value.toLowerCase() === "false";
}

/** `Null` is true where the key's absence is what the value says. */
function nullCheck({ values }: Condition, presence: Presence): Extent {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const [asksForAbsent, asksForPresent] = [wanted.has("true"), wanted.has("false")];
  return weighed(presence, asksForPresent ? "all" : "none", asksForAbsent ? "all" : "none");
}

function extentOfOne({ operator, values }: Condition, { presence, matches }: Carried): Extent {
  const { comparison, negates, ifExists, set } = operatorOf(operator);
  const matched = matches(values, comparison);
  // A call without the key meets what is negated, and what is asked of all the values that it does not have.
  const absent = ifExists || set === "forallvalues" || (negates && set !== "foranyvalue");
  return weighed(presence, negates ? inverse(matched) : matched, absent ? "all" : "none");
}

function weighed(presence: Presence, present: Extent, absent: Extent): Extent {
  switch (presence) {
    case "always":
      return present;
    case "never":
      return absent;
    case "sometimes":
      return present === absent ? present : "some";
  }
}

function inverse(extent: Extent): Extent {
  return extent === "all" ? "none" : extent === "none" ? "all" : "some";
}

/** What is left when all have to hold. */
export function both(extents: readonly Extent[]): Extent {
  return extents.includes("none") ? "none" : extents.includes("some") ? "some" : "all";
}

/** What comes together when one has to hold. */
export function either(extents: readonly Extent[]): Extent {
  return extents.includes("all") ? "all" : extents.includes("some") ? "some" : "none";
}

/** A key of which nothing is known, or whose value the caller chooses. */
export const ANYTHING: Carried = { presence: "sometimes", matches: () => "some" };

/** What a call carries, by condition key in lower case; `null` where it is known not to carry the key. */
export type CallContext = Readonly<Record<string, string | null>>;

/** What calls carry under a condition key, which is in lower case. */
export type Carries = (key: string) => Carried;

/** What a call carries of which only a part is known. */
export function carriedIn(context: CallContext = {}): Carries {
  return (key) => {
    const got = Object.hasOwn(context, key) ? context[key] : undefined;
    return got === undefined ? ANYTHING : got === null ? ABSENT : carrying(got);
  };
}

/** A key that the calls do not carry. */
export const ABSENT: Carried = { presence: "never", matches: () => "none" };

/** A key that all the calls carry with one value. */
export function carrying(got: string): Carried {
  return {
    presence: "always",
    matches: (values, comparison) => {
      const compare = COMPARE[comparison];
      return compare === undefined
        ? "some"
        : either(values.map((wanted) => (hasVariable(wanted) ? "some" : compare(wanted, got) ? "all" : "none")));
    },
  };
}

const COMPARE: Partial<Readonly<Record<Comparison, (wanted: string, got: string) => boolean>>> = {
  exact: (wanted, got) => wanted === got,
  "ignoring-case": sameInAnyCase,
  boolean: sameInAnyCase,
  like: (wanted, got) => matchesPattern(wanted, got, "?"),
  arn: matchesArn,
};

function sameInAnyCase(wanted: string, got: string): boolean {
  return wanted.toLowerCase() === got.toLowerCase();
}

/** Each of the six parts of an ARN is compared on its own, so that no star reaches beyond a colon before the last part. */
function matchesArn(wanted: string, got: string): boolean {
  const [wantedParts, gotParts] = [arnParts(wanted), arnParts(got)];
  if (wantedParts.length < 6 && wanted.endsWith("*")) {
    return matchesPattern(wanted, got, "?");
  }
  return (
    wantedParts.length === gotParts.length &&
    wantedParts.every((part, index) => matchesPattern(part, gotParts[index] ?? "", "?"))
  );
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(":")] : [])];
}

/** Whether the text holds a policy variable, which stands for whatever the call carries. */
export function hasVariable(text: string): boolean {
  return /\$\{[^}*?$]/.test(text);
}

/** Whether the text may stand for several: for what a wildcard or a policy variable comes to. */
export function isPatternOrVariable(text: string): boolean {
  return /[*?$]/.test(text);
}
