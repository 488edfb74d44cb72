/** What a rule says of a resource. */
import type { RelatedChecks } from "./related-checks";

export type Result =
  | { readonly status: "pass" }
  | ({ readonly status: "fail" } & Detail)
  | ({ readonly status: "undecided" } & Detail)
  /** Not met, for a reason that the program itself states. */
  | ({ readonly status: "exempt" } & Detail)
  | { readonly status: "not-applicable"; readonly reason: string };

/** Where a result that is not a pass arose. */
export interface Detail {
  /** Dotted path of the property at fault. */
  readonly property: string;
  /** A verb phrase of which the property is the subject: "is not set; set it to true". */
  readonly message: string;
  /** The resource that the result is about. @default the resource that was checked */
  readonly urn?: string;
  /** Checks of other systems that report just this. @default all that the rule names */
  readonly related?: RelatedChecks;
  /** Whether it only advises, whatever the level of the rule. @default false */
  readonly isAdvice?: boolean;
}

/** One result, or one for each thing found; an empty list is a pass. */
export type Results = Result | readonly Result[];

export const pass: Result = { status: "pass" };

/**
 * @param property dotted path of the property at fault.
 * @param message what is set and what to set, as in {@link Detail.message}.
 */
export function fail(property: string, message: string, more: Pick<Detail, "urn" | "related"> = {}): Result {
  return { status: "fail", property, message, ...more };
}

/** The property's value is not known during the preview, so nothing is claimed of it. */
export function undecided(
  property: string,
  message = "is not known before the update",
  more: Pick<Detail, "urn"> = {},
): Result {
  return { status: "undecided", property, message, ...more };
}

/** The program itself says that the requirement is not met, and why. */
export function exempt(property: string, message: string): Result {
  return { status: "exempt", property, message };
}

export function notApplicable(reason: string): Result {
  return { status: "not-applicable", reason };
}

/** All results of several questions asked of one resource. */
export function all(...answers: readonly Results[]): readonly Result[] {
  return answers.flat();
}

/** The results, where they are findings, as reported by these related checks only. */
export function claiming(related: RelatedChecks, results: Results): Results {
  return [results].flat().map((result) => (result.status === "fail" ? { ...result, related } : result));
}
