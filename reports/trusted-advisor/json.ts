/** Trusted Advisor's recommendations for scripts: a single JSON document. */
import type { Recommendation, RecommendationStatus } from "../../account/trusted-advisor/recommendations";
import { jsonText } from "../json-text";
import { type FailingStatus, type TrustedAdvisorReport, countsOf, isAccepted } from "./report";

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export interface TrustedAdvisorDocument {
  readonly summary: {
    readonly account: string;
    readonly caller: string;
    readonly at: string;
    readonly pillar: string;
    readonly recommendations: Readonly<Record<RecommendationStatus, number>>;
    readonly failOn: readonly FailingStatus[];
    readonly accepted: boolean;
  };
  readonly recommendations: readonly Recommendation[];
}

export function trustedAdvisorDocument(report: TrustedAdvisorReport): TrustedAdvisorDocument {
  const { account, caller, at, pillar, failOn, recommendations } = report;
  return {
    summary: { account, caller, at, pillar, recommendations: countsOf(report), failOn, accepted: isAccepted(report) },
    recommendations,
  };
}

export function trustedAdvisorJson(report: TrustedAdvisorReport): string {
  return jsonText(trustedAdvisorDocument(report));
}
