/**
 * Answers where people look: a metric for each runbook on the central dashboard, and a finding in AWS Security Hub for each that found
 * something.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
 */
import { CloudWatchClient, type MetricDatum, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { type AwsSecurityFinding, BatchImportFindingsCommand, SecurityHubClient } from "@aws-sdk/client-securityhub";

import { ROWS_METRIC, RUNBOOK_DIMENSIONS, RUNBOOK_NAMESPACE } from "../runbooks/metrics";
import type { Severity } from "../runbooks/runbook";

/** What is told of a runbook that was asked. */
export interface PublishedAnswer {
  readonly id: string;
  readonly category: string;
  readonly severity: Severity;
  readonly question: string;
  readonly reading: string;
  readonly rows: number;
  /** Ids of some of the records. */
  readonly examples: readonly string[];
}

export interface PublishedRun {
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly source: string;
  readonly answers: readonly PublishedAnswer[];
}

/** Where it is published. */
export interface Place {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
}

/** Values in one call, of 1,000 that CloudWatch takes. */
const VALUES_AT_ONCE = 500;
/** Findings in one call, which is what Security Hub takes. */
const FINDINGS_AT_ONCE = 100;

export function metricsOf({ at, answers }: PublishedRun): readonly MetricDatum[] {
  return answers.map(({ id, category, rows }) => ({
    MetricName: ROWS_METRIC,
    Dimensions: [
      { Name: RUNBOOK_DIMENSIONS.category, Value: category },
      { Name: RUNBOOK_DIMENSIONS.runbook, Value: id },
    ],
    Timestamp: new Date(at),
    Unit: "Count",
    Value: rows,
  }));
}

/** The next run of the same runbook over the same source updates its finding. */
export function findingsOf({ at, source, answers }: PublishedRun, place: Place): readonly AwsSecurityFinding[] {
  const { partition, accountId, region } = place;
  return answers
    .filter(({ rows }) => rows > 0)
    .map(({ id, category, severity, question, reading, rows, examples }) => ({
      SchemaVersion: "2018-10-08",
      Id: `ai-governance-baseline/runbooks/${id}/${accountId}/${region}`,
      ProductArn: `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`,
      GeneratorId: `ai-governance-baseline/runbooks/${id}`,
      AwsAccountId: accountId,
      Types: ["Unusual Behaviors"],
      CreatedAt: at,
      UpdatedAt: at,
      Severity: { Label: LABELS[severity] },
      Title: cut(question, 256),
      Description: cut(`${rows} rows. ${reading}`, 1024),
      Remediation: { Recommendation: { Text: cut(`baseline runbook show ${id}`, 512) } },
      ProductFields: {
        "ai-governance-baseline/category": category,
        "ai-governance-baseline/rows": String(rows),
        "ai-governance-baseline/source": cut(source, 1024),
        "ai-governance-baseline/examples": cut(examples.join(" "), 1024),
      },
      Resources: [
        { Type: "AwsAccount", Id: `AWS::::Account:${accountId}`, Partition: PARTITIONS[partition], Region: region },
      ],
      RecordState: "ACTIVE",
      Workflow: { Status: "NEW" },
    }));
}

const LABELS = {
  critical: "CRITICAL",
  high: "HIGH",
  medium: "MEDIUM",
  low: "LOW",
  informational: "INFORMATIONAL",
} as const satisfies Readonly<Record<Severity, string>>;

/** Security Hub's names are those of AWS itself. */
const PARTITIONS: Readonly<Record<string, "aws" | "aws-cn" | "aws-us-gov" | undefined>> = {
  aws: "aws",
  "aws-cn": "aws-cn",
  "aws-us-gov": "aws-us-gov",
};

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}

/** @throws what AWS's SDK throws */
export async function publishMetrics(run: PublishedRun, { region }: Pick<Place, "region">): Promise<number> {
  const client = new CloudWatchClient({ region });
  const values = metricsOf(run);
  for (let index = 0; index < values.length; index += VALUES_AT_ONCE) {
    await client.send(
      new PutMetricDataCommand({
        Namespace: RUNBOOK_NAMESPACE,
        MetricData: values.slice(index, index + VALUES_AT_ONCE),
      }),
    );
  }
  return values.length;
}

/** @throws Error where Security Hub takes one of them not, and what AWS's SDK throws, such as where it is not enabled */
export async function publishFindings(run: PublishedRun, place: Place): Promise<number> {
  const client = new SecurityHubClient({ region: place.region });
  const findings = findingsOf(run, place);
  for (let index = 0; index < findings.length; index += FINDINGS_AT_ONCE) {
    const { FailedFindings = [] } = await client.send(
      new BatchImportFindingsCommand({ Findings: findings.slice(index, index + FINDINGS_AT_ONCE) }),
    );
    const [failed] = FailedFindings;
    if (failed !== undefined) {
      throw new Error(
        `Security Hub refused ${FailedFindings.length} of ${findings.length} findings, ${failed.Id ?? ""}: ${failed.ErrorMessage ?? ""}`,
      );
    }
  }
  return findings.length;
}
