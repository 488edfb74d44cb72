/** `trusted-advisor.csv`: one line for each resource that is not in order, and one for a recommendation without any. */
import type { Recommendation, RecommendedResource } from "../../account/trusted-advisor/recommendations";
import { csvLines } from "../csv";
import type { TrustedAdvisorReport } from "./report";

interface Row {
  readonly report: TrustedAdvisorReport;
  readonly recommendation: Recommendation;
  readonly resource: RecommendedResource | undefined;
}

const COLUMNS: Readonly<Record<string, (row: Row) => string>> = {
  recommendation: ({ recommendation }) => recommendation.name,
  status: ({ recommendation }) => recommendation.status,
  pillars: ({ recommendation }) => recommendation.pillars.join("; "),
  services: ({ recommendation }) => recommendation.services.join("; "),
  source: ({ recommendation }) => recommendation.source,
  "refreshed at": ({ recommendation }) => recommendation.updatedAt ?? "",
  resource: ({ resource }) => resource?.id ?? "",
  region: ({ resource }) => resource?.region ?? "",
  "resource status": ({ resource }) => resource?.status ?? "",
  excluded: ({ resource }) => (resource === undefined ? "" : resource.excluded ? "yes" : "no"),
  arn: ({ recommendation }) => recommendation.arn,
  account: ({ report }) => report.account,
  "read at": ({ report }) => report.at,
  "read by": ({ report }) => report.caller,
};

export function trustedAdvisorCsv(report: TrustedAdvisorReport): string {
  const rows = report.recommendations.flatMap((recommendation): readonly Row[] => {
    const { resources } = recommendation;
    return (resources.length === 0 ? [undefined] : resources).map((resource) => ({ report, recommendation, resource }));
  });
  return csvLines([Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((value) => value(row)))]);
}
