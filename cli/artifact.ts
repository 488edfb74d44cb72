/** `baseline artifact`: lists the reports of AWS Artifact, and fetches them into an evidence folder. */
import { ArtifactError, type ArtifactApi, artifactApi } from "../account/artifact/artifact-api";
import { type ArtifactReport, listReports, termsOf, urlOf } from "../account/artifact/reports";
import { callerOf } from "../account/caller";
import { ReadError, accountReader } from "../account/reader";
import { ARTIFACT_REGION, REPORT_ID } from "../facts/artifact-api";
import {
  type ArtifactListing,
  type FetchedReport,
  artifactJson,
  artifactTerminal,
  isComplete,
} from "../reports/artifact/report";
import { print } from "./console";
import { EvidenceFolder } from "./evidence-folder";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "./failure";
import { type Progress, progress } from "./progress";
import { terminalLook } from "./reporting";
import { endingWithThisProcess } from "./subject";

export const ARTIFACT_FORMATS = ["terminal", "json"] as const;

export interface ArtifactOptions {
  /** Ids of reports, or `all`. */
  readonly fetch?: readonly string[];
  readonly acceptTerms?: true;
  readonly format: (typeof ARTIFACT_FORMATS)[number];
  readonly out: string;
}

/** @returns the exit code. */
export async function artifact(options: ArtifactOptions): Promise<number> {
  const { fetch: wanted = [], acceptTerms = false } = options;
  if (acceptTerms && wanted.length === 0) {
    throw new UsageError("--accept-terms accepts the terms of reports that are fetched. Name them with --fetch.");
  }
  const status = progress(process.stderr);
  endingWithThisProcess();
  try {
    const { arn, accountId } = await callerOf(accountReader({ homeRegion: ARTIFACT_REGION }));
    status.stage(`Listing the reports of AWS Artifact for account ${accountId} as ${arn}`);
    const api = artifactApi();
    const reports = await listReports(api);
    const chosen = chosenReports(reports, wanted);
    const folder = chosen.length === 0 ? undefined : EvidenceFolder.open(options.out);
    const fetched = folder === undefined ? [] : await fetchAll(api, chosen, { folder, acceptTerms, status });
    status.done();
    const listing: ArtifactListing = {
      account: accountId,
      caller: arn,
      at: new Date().toISOString(),
      reports,
      fetched,
    };
    if (folder !== undefined) {
      addManifest(folder, listing);
    }
    print(
      options.format === "json"
        ? artifactJson(listing)
        : artifactTerminal(listing, { ...terminalLook(), ...(folder === undefined ? {} : { folder: folder.shown }) }),
    );
    return isComplete(listing) ? EXIT_PASS : EXIT_FAIL;
  } catch (error) {
    throw error instanceof ReadError || error instanceof ArtifactError ? new UsageError(refusal(error)) : error;
  } finally {
    status.done();
  }
}

function refusal({ message }: ReadError | ArtifactError): string {
  return `AWS Artifact cannot be read: ${message}. Give credentials as AWS's own tools find them, such as AWS_PROFILE, with the permissions in docs/permissions/artifact.json.`;
}

/** @throws UsageError for an id that no report has */
function chosenReports(reports: readonly ArtifactReport[], wanted: readonly string[]): readonly ArtifactReport[] {
  if (wanted.includes("all")) {
    return reports;
  }
  return wanted.map((id) => {
    const report = reports.find((one) => one.id === id);
    if (report === undefined) {
      throw new UsageError(
        `--fetch is ${id}, and AWS Artifact has no such report. Without --fetch, the command lists all.`,
      );
    }
    return report;
  });
}

interface Fetching {
  readonly folder: EvidenceFolder;
  readonly acceptTerms: boolean;
  readonly status: Progress;
}

/** One after the other: what a report's terms hand out is good for a short time. */
async function fetchAll(
  api: ArtifactApi,
  reports: readonly ArtifactReport[],
  fetching: Fetching,
): Promise<readonly FetchedReport[]> {
  const fetched: FetchedReport[] = [];
  for (const report of reports) {
    fetching.status.detail(`Fetched ${fetched.length} of ${reports.length} reports`);
    fetched.push(await fetchOne(api, report, fetching));
  }
  return fetched;
}

async function fetchOne(
  api: ArtifactApi,
  report: ArtifactReport,
  { folder, acceptTerms }: Fetching,
): Promise<FetchedReport> {
  const refused = (why: string, more: Partial<FetchedReport> = {}): FetchedReport => ({
    report,
    accepted: false,
    ...more,
    why,
  });
  if (!REPORT_ID.test(report.id)) {
    return refused("It has an id that cannot be the name of a file.");
  }
  try {
    const terms = await termsOf(api, report);
    const text = await download(terms.url);
    const kept = folder.add(`${report.id}-v${report.version}-terms.${text.extension}`, text.bytes);
    const withTerms = kept === undefined ? {} : { terms: kept };
    if (kept === undefined) {
      return refused(
        "Another text of its terms has the name of the file, and nothing is replaced. Name another folder with --out.",
      );
    }
    const asks = report.acceptance === "EXPLICIT";
    if (asks && !acceptTerms) {
      return refused(
        `Its terms have to be accepted. Read ${kept.file}, and accept them with --accept-terms.`,
        withTerms,
      );
    }
    const { bytes, extension } = await download(await urlOf(api, report, terms));
    const document = folder.add(`${report.id}-v${report.version}.${extension}`, bytes);
    return document === undefined
      ? refused("Another document has the name of the file, and nothing is replaced. Name another folder with --out.", {
          ...withTerms,
          accepted: asks,
        })
      : { report, ...withTerms, accepted: asks, document };
  } catch (error) {
    if (error instanceof ArtifactError || error instanceof DownloadError) {
      return refused(`${error.message}.`);
    }
    throw error;
  }
}

class DownloadError extends Error {}

/** A report has some megabytes. */
const DOWNLOAD_MS = 300_000;

const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/zip": "zip",
  "text/plain": "txt",
  "text/html": "html",
};

/** Without credentials: the URL holds all that it takes. */
async function download(url: string): Promise<{ readonly bytes: Buffer; readonly extension: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (!response.ok) {
      throw new DownloadError(`Its document was refused with HTTP ${response.status}`);
    }
    const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
    return { bytes: Buffer.from(await response.arrayBuffer()), extension: EXTENSIONS[type] ?? "bin" };
  } catch (error) {
    throw error instanceof DownloadError
      ? error
      : new DownloadError(`Its document cannot be fetched: ${String(error)}`);
  }
}

/** Each run adds a manifest of its own. */
function addManifest(folder: EvidenceFolder, listing: ArtifactListing): void {
  const { account, caller, at, fetched } = listing;
  const text = artifactJson({ account, caller, at, fetched, reports: fetched.map(({ report }) => report) });
  folder.add(`manifest-${at.replaceAll(/[:.]/g, "-")}.json`, Buffer.from(text));
}
