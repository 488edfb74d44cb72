/** What AWS Artifact has, and what of it was fetched: for a terminal, as JSON, and as the manifest of an evidence folder. */
import { createColors } from "picocolors";
import type { ArtifactReport } from "../../account/artifact/reports";
import { jsonText } from "../json-text";
import { counted } from "../summary";
import { oneLine } from "../text";
import { wrap } from "../wrap";

/** A file in the evidence folder. */
export interface EvidenceFile {
  /** Relative to the folder. */
  readonly file: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** Whether an earlier run had fetched the same bytes. */
  readonly wasThere: boolean;
}

export interface FetchedReport {
  readonly report: ArtifactReport;
  /** The text of the terms. */
  readonly terms?: EvidenceFile;
  /** Whether this run accepted them. */
  readonly accepted: boolean;
  readonly document?: EvidenceFile;
  /** Why there is no document. */
  readonly why?: string;
}

export interface ArtifactListing {
  /** 12 digits. */
  readonly account: string;
  /** ARN of who asked. */
  readonly caller: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reports: readonly ArtifactReport[];
  /** Those that were asked for. */
  readonly fetched: readonly FetchedReport[];
}

export function isComplete({ fetched }: ArtifactListing): boolean {
  return fetched.every(({ document }) => document !== undefined);
}

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export function artifactJson(listing: ArtifactListing): string {
  return jsonText({ ...listing, complete: isComplete(listing) });
}

export interface ArtifactTerminalOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
  /** @default - nothing was fetched */
  readonly folder?: string;
}

const INDENT = "  ";

export function artifactTerminal(listing: ArtifactListing, options: ArtifactTerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  const { reports, fetched, account, caller, at } = listing;
  const indented = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => wrap(oneLine(text), width - INDENT.length)).map((line) => `${INDENT}${line}`);
  const failed = fetched.filter(({ document }) => document === undefined).length;
  const outcome = [
    counted(reports.length, "report"),
    ...(fetched.length === 0 ? [] : [`${fetched.length - failed} fetched`]),
    ...(failed === 0 ? [] : [`${failed} not fetched`]),
  ].join(", ");
  const sections = [
    ...(fetched.length > 0
      ? fetched.map((one) => [
          `${one.document === undefined ? colors.red("NOT FETCHED") : colors.green("FETCHED")}  ${colors.bold(oneLine(titleOf(one.report)))}`,
          ...indented(fetchedTexts(one)),
        ])
      : reports.map((report) => [colors.bold(oneLine(titleOf(report))), ...indented([detailsOf(report)])])),
    [
      ...wrap(outcome, width).map((line) => colors.bold(failed === 0 ? colors.green(line) : colors.red(line))),
      ...wrap(oneLine(`AWS Artifact, account ${account}, read as ${caller} at ${at}`), width),
      ...(options.folder === undefined ? [] : [`Evidence: ${oneLine(options.folder)}`]),
    ],
  ];
  return sections.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function titleOf({ id, version, name }: ArtifactReport): string {
  return `${id} v${version}, ${name}`;
}

function detailsOf({ category, series, company, periodStart, periodEnd, acceptance }: ArtifactReport): string {
  const period = [periodStart, periodEnd].map((date) => date?.slice(0, 10) ?? "").join(" to ");
  const parts = [category, series, company, period === " to " ? "" : period].filter((part) => part !== "");
  return [...parts, ...(acceptance === "EXPLICIT" ? ["its terms have to be accepted"] : [])].join(", ");
}

function fetchedTexts({ terms, accepted, document, why }: FetchedReport): readonly string[] {
  return [
    ...(why === undefined ? [] : [why]),
    ...(document === undefined ? [] : [fileText(document)]),
    ...(terms === undefined ? [] : [`terms${accepted ? ", accepted by this run" : ""}: ${fileText(terms)}`]),
  ];
}

function fileText({ file, bytes, sha256, wasThere }: EvidenceFile): string {
  return `${file}, ${bytes} bytes, SHA-256 ${sha256}${wasThere ? ", which was there already" : ""}`;
}
