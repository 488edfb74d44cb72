/** What a stack did not meet before the gate came to it: such findings fail nothing, and new ones do. Pure. */
import { urnParts } from "../pulumi/stack-state";
import type { Finding } from "./finding";

/** A finding as a list of known ones has it. Neither a line nor a message, which change, tells it. */
export interface KnownFinding {
  readonly rule: string;
  readonly urn: string;
  readonly property?: string;
  /** What is known to be undecided is not known to fail. */
  readonly result: "fail" | "undecided";
}

/**
 * The findings that fail a check, or may, as they are to be known from now on; in the same order in every run.
 *
 * @param never rules whose findings nobody may accept. @default - none
 */
export function knownOf(findings: readonly Finding[], never: readonly string[] = []): readonly KnownFinding[] {
  return findings
    .filter(({ rule }) => !never.includes(rule))
    .filter(mayFail)
    .map(({ rule, urn, property, result }) => ({
      rule,
      urn,
      ...(property === undefined ? {} : { property }),
      result,
    }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

export interface Marked {
  /** Those that the list has are marked as known. */
  readonly findings: readonly Finding[];
  /** What the list has of other stacks, and of rules that were not asked. */
  readonly ofOthers: readonly KnownFinding[];
  /** What the list has of this stack, and is still found. */
  readonly remaining: readonly KnownFinding[];
  /** What the list has of this stack, and is not found any more. */
  readonly mended: readonly KnownFinding[];
}

/** Of what markKnown takes nothing for known, or nothing for mended. */
export interface KnownLimits {
  /** Rules whose findings nobody may accept. @default - none */
  readonly never?: readonly string[];
  /** Rules that the run left out: that they find nothing mends nothing. @default - none */
  readonly leftOut?: readonly string[];
}

/**
 * Marks what is known. An entry stands for one finding: of two that are alike in all that tells them, the second is new.
 *
 * @param stack that was checked; what is known of others is left as it is
 */
export function markKnown(
  findings: readonly Finding[],
  known: readonly KnownFinding[],
  stack: { readonly project: string; readonly stack: string },
  { never = [], leftOut = [] }: KnownLimits = {},
): Marked {
  const isOfStack = ({ rule, urn }: KnownFinding): boolean => {
    const parts = urnParts(urn);
    return parts.project === stack.project && parts.stack === stack.stack && !leftOut.includes(rule);
  };
  const ofStack = known.filter(isOfStack);
  const waiting = new Set(ofStack);
  const byKey = new Map<string, KnownFinding[]>();
  for (const entry of ofStack) {
    byKey.set(keyOf(entry), [...(byKey.get(keyOf(entry)) ?? []), entry]);
  }
  const accepted = new Set<Finding>();
  // Failures first: what is known to fail may stand for what cannot be decided any more, and not the other way round.
  for (const result of ["fail", "undecided"] as const) {
    for (const finding of findings.filter(
      (one) => one.result === result && mayFail(one) && !never.includes(one.rule),
    )) {
      const entry = byKey
        .get(keyOf(finding))
        ?.find((one) => waiting.has(one) && (one.result === "fail" || result === "undecided"));
      if (entry !== undefined) {
        waiting.delete(entry);
        accepted.add(finding);
      }
    }
  }
  const marked = findings.map((finding) => (accepted.has(finding) ? { ...finding, known: true } : finding));
  return {
    findings: marked,
    ofOthers: known.filter((entry) => !isOfStack(entry)),
    remaining: ofStack.filter((entry) => !waiting.has(entry)),
    mended: [...waiting],
  };
}

/** Whether a finding fails a check, or would if it were asked to by `--undecided fail`. */
function mayFail(finding: Finding): finding is Finding & Pick<KnownFinding, "result"> {
  return (finding.result === "fail" && finding.level === "mandatory") || finding.result === "undecided";
}

function keyOf({ rule, urn, property = "" }: Pick<KnownFinding, "rule" | "urn" | "property">): string {
  return JSON.stringify([rule, urn, property]);
}
