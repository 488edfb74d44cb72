/** What Trusted Advisor recommends for an account. */
import { type Pillar, TRUSTED_ADVISOR_REGION } from "../../facts/trusted-advisor/access";
import type { OutputOf } from "../operations";
import type { Reader } from "../reader";

/** `error`: action recommended. `warning`: investigation recommended. */
export type RecommendationStatus = "error" | "warning" | "ok";

export interface Recommendation {
  readonly arn: string;
  readonly name: string;
  readonly status: RecommendationStatus;
  readonly pillars: readonly string[];
  /** `ta_check`, `security_hub`. */
  readonly source: string;
  readonly services: readonly string[];
  /** ISO 8601; `undefined` where it was never refreshed. */
  readonly updatedAt: string | undefined;
  readonly counts: Readonly<Record<RecommendationStatus, number>>;
  /** Those that are not in order, whether somebody excluded them or not; of a recommendation that is `ok`, none is asked for. */
  readonly resources: readonly RecommendedResource[];
}

export interface RecommendedResource {
  /** ARN, or AWS's own name of it. */
  readonly id: string;
  readonly region: string;
  readonly status: RecommendationStatus;
  /** Whether somebody said in Trusted Advisor that it does not count. */
  readonly excluded: boolean;
}

type Summary = OutputOf<"trustedadvisor:ListRecommendations">["recommendationSummaries"];
type Resources = OutputOf<"trustedadvisor:ListRecommendationResources">["recommendationResourceSummaries"];

/**
 * @param pillar `undefined`: all
 * @returns the gravest first
 * @throws ReadError, also where the account's support plan does not include the API
 */
export async function readRecommendations(
  reader: Reader,
  pillar: Pillar | undefined,
): Promise<readonly Recommendation[]> {
  const asked = pillar === undefined ? {} : { pillar };
  const pages = await reader.readPages(
    "trustedadvisor:ListRecommendations",
    TRUSTED_ADVISOR_REGION,
    asked,
    ({ nextToken }) => (nextToken === undefined ? undefined : { ...asked, nextToken }),
  );
  const summaries: NonNullable<Summary> = pages.flatMap(({ recommendationSummaries = [] }) => recommendationSummaries);
  const all = await Promise.all(
    summaries.map(async (summary): Promise<Recommendation> => {
      const { arn = "", name = "", status = "ok", pillars = [], source = "", awsServices = [] } = summary;
      const { okCount = 0, warningCount = 0, errorCount = 0 } = summary.resourcesAggregates ?? {};
      return {
        arn,
        name,
        status,
        pillars,
        source,
        services: awsServices,
        updatedAt: summary.lastUpdatedAt?.toISOString(),
        counts: { error: errorCount, warning: warningCount, ok: okCount },
        resources: status === "ok" ? [] : await resourcesOf(reader, arn),
      };
    }),
  );
  return all.sort((one, other) => STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status));
}

/** The gravest first. */
export const STATUSES: readonly RecommendationStatus[] = ["error", "warning", "ok"];

async function resourcesOf(reader: Reader, recommendationIdentifier: string): Promise<readonly RecommendedResource[]> {
  const pages = await reader.readPages(
    "trustedadvisor:ListRecommendationResources",
    TRUSTED_ADVISOR_REGION,
    { recommendationIdentifier },
    ({ nextToken }) => (nextToken === undefined ? undefined : { recommendationIdentifier, nextToken }),
  );
  const summaries: NonNullable<Resources> = pages.flatMap(
    ({ recommendationResourceSummaries = [] }) => recommendationResourceSummaries,
  );
  return summaries
    .map(({ awsResourceId = "", regionCode = "", status = "ok", exclusionStatus }) => ({
      id: awsResourceId,
      region: regionCode,
      status,
      excluded: exclusionStatus === "excluded",
    }))
    .filter(({ status }) => status !== "ok");
}
