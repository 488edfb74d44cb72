/** The reports that AWS Artifact has for the account, and where their documents are fetched. */
import type { AcceptanceType } from "../../facts/artifact-api";
import type { ArtifactApi } from "./artifact-api";

export interface ArtifactReport {
  /** `report-` and 16 letters and digits. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly arn: string;
  readonly category: string;
  readonly series: string;
  readonly company: string;
  /** ISO 8601; `undefined` where the report names none. */
  readonly periodStart: string | undefined;
  readonly periodEnd: string | undefined;
  /** Whether its terms have to be accepted by whoever fetches it. */
  readonly acceptance: AcceptanceType;
}

const PAGE = "100";

/** Every report that is published, by name. @throws {@link ArtifactError} */
export async function listReports(api: ArtifactApi): Promise<readonly ArtifactReport[]> {
  const reports: ArtifactReport[] = [];
  for (let token: string | undefined, isFirst = true; isFirst || token !== undefined; isFirst = false) {
    const answer = await api.call("ListReports", {
      maxResults: PAGE,
      ...(token === undefined ? {} : { nextToken: token }),
    });
    reports.push(
      ...recordsIn(answer["reports"])
        .filter(({ state }) => state === "PUBLISHED")
        .map(reportOf),
    );
    token = textOf(answer["nextToken"]) || undefined;
  }
  return reports.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

function reportOf(summary: Readonly<Record<string, unknown>>): ArtifactReport {
  const { id, version, name, arn, category, series, companyName, periodStart, periodEnd, acceptanceType } = summary;
  return {
    id: textOf(id),
    version: typeof version === "number" ? version : 1,
    name: textOf(name),
    arn: textOf(arn),
    category: textOf(category),
    series: textOf(series),
    company: textOf(companyName),
    periodStart: textOf(periodStart) || undefined,
    periodEnd: textOf(periodEnd) || undefined,
    // What does not say that it asks for nothing asks.
    acceptance: acceptanceType === "PASSTHROUGH" ? "PASSTHROUGH" : "EXPLICIT",
  };
}

export interface ReportTerms {
  /** Where the text of the terms is fetched, for a short time. */
  readonly url: string;
  /** By which the report is asked for, which accepts the terms. */
  readonly token: string;
}

/** @throws {@link ArtifactError} */
export async function termsOf(api: ArtifactApi, { id, version }: ArtifactReport): Promise<ReportTerms> {
  const answer = await api.call("GetTermForReport", { reportId: id, reportVersion: String(version) });
  return { url: textOf(answer["documentPresignedUrl"]), token: textOf(answer["termToken"]) };
}

/** Where the report is fetched, for a short time. Asking for it accepts the terms. @throws {@link ArtifactError} */
export async function urlOf(
  api: ArtifactApi,
  { id, version }: ArtifactReport,
  { token }: ReportTerms,
): Promise<string> {
  const answer = await api.call("GetReport", { reportId: id, reportVersion: String(version), termToken: token });
  return textOf(answer["documentPresignedUrl"]);
}

function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === "object" && one !== null)
    : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
