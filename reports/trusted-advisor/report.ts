/** What Trusted Advisor recommends, with the words that every form of its report shares. */
import type { Recommendation, RecommendationStatus } from "../../account/trusted-advisor/recommendations";
import { counted } from "../summary";

export interface TrustedAdvisorReport {
  /** 12 digits. */
  readonly account: string;
  /** ARN of who read it. */
  readonly caller: string;
  /** ISO 8601. */
  readonly at: string;
  /** `security`, or `all`. */
  readonly pillar: string;
  /** The gravest first. */
  readonly recommendations: readonly Recommendation[];
  /** Which statuses end the command with a failure. */
  readonly failOn: readonly FailingStatus[];
}

export type FailingStatus = Exclude<RecommendationStatus, "ok">;

export const FAILING_STATUSES: readonly FailingStatus[] = ["error", "warning"];

/** What Trusted Advisor's colours mean: https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor.html */
export const STATUS_WORDS: Readonly<Record<RecommendationStatus, string>> = {
  error: "ACTION",
  warning: "INVESTIGATE",
  ok: "OK",
};

export function countsOf({ recommendations }: TrustedAdvisorReport): Readonly<Record<RecommendationStatus, number>> {
  const count = (wanted: RecommendationStatus): number =>
    recommendations.filter(({ status }) => status === wanted).length;
  return { error: count("error"), warning: count("warning"), ok: count("ok") };
}

export function isAccepted(report: TrustedAdvisorReport): boolean {
  const found = countsOf(report);
  return report.failOn.every((status) => found[status] === 0);
}

/** The outcome in one line. */
export function verdictLine(report: TrustedAdvisorReport): string {
  const { error, warning, ok } = countsOf(report);
  const word = isAccepted(report) ? "READ" : "FAIL";
  return `${word}: ${counted(error, "recommendation")} to act on, ${warning} to investigate, ${ok} in order`;
}

export function placeLine({ account, caller, at, pillar }: TrustedAdvisorReport): string {
  const which = pillar === "all" ? "all pillars" : `pillar ${pillar}`;
  return `Trusted Advisor, ${which}, account ${account}, read as ${caller} at ${at}`;
}

/** `3 of 12 resources, 1 of them excluded`. */
export function resourcesText({ counts, resources }: Recommendation): string {
  const open = counts.error + counts.warning;
  const excluded = resources.filter((resource) => resource.excluded).length;
  const text = `${open} of ${counted(open + counts.ok, "resource")}`;
  return excluded === 0 ? text : `${text}, and ${excluded} excluded`;
}

/** When Trusted Advisor last looked. */
export function updatedText({ updatedAt }: Recommendation): string {
  return updatedAt === undefined ? "never refreshed" : `refreshed ${updatedAt.slice(0, 10)}`;
}
