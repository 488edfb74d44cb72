/** Tells an account what a run found. */
import { callerOf } from "../../account/caller";
import { accountReader } from "../../account/reader";
import { EVENT_ID, type Row } from "../../query/answer";
import type { PublishedRun } from "../../query/publication";
import { rowsFoundBy, type RunReport } from "../../reports/runbooks/run-report";
import { UsageError } from "../failure";
import type { Progress } from "../progress";
import type { Publication } from "./publication-kinds";

const EXAMPLES = 5;

/** @throws UsageError where AWS takes it not */
export async function publish(
  report: RunReport,
  what: readonly Publication[],
  region: string,
  status: Progress,
): Promise<void> {
  const { publishFindings, publishMetrics } = await import("../../query/publication.js");
  const run = publishedRun(report);
  try {
    const { accountId, arn } = await callerOf(accountReader({ homeRegion: region }));
    const [, partition = "aws"] = arn.split(":");
    if (what.includes("metric")) {
      status.stage(`Publishing ${await publishMetrics(run, { region })} values to CloudWatch in ${region}`);
    }
    if (what.includes("finding")) {
      status.stage(
        `Publishing ${await publishFindings(run, { partition, accountId, region })} findings to Security Hub in ${region}`,
      );
    }
  } catch (error) {
    throw new UsageError(
      `The answers cannot be published in ${region}: ${error instanceof Error ? error.message : String(error)}. It takes cloudwatch:PutMetricData, and securityhub:BatchImportFindings where Security Hub is enabled. The record of the run is kept.`,
    );
  }
}

function publishedRun({ at, source, runbooks }: RunReport): PublishedRun {
  return {
    at,
    source,
    answers: runbooks
      .filter(({ notAsked }) => notAsked === undefined)
      .map((runbook) => {
        const { id, category, severity, question, reading, rows } = runbook;
        return {
          id,
          category,
          severity,
          question,
          reading,
          rows: rowsFoundBy(runbook),
          examples: rows.slice(0, EXAMPLES).flatMap((row) => exampleOf(row)),
        };
      }),
  };
}

function exampleOf(row: Row): readonly string[] {
  const id = row[EVENT_ID];
  return typeof id === "string" ? [id] : [];
}
