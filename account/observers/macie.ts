/** Amazon Macie, which a region has once, its jobs, and where their results are kept. */
import type * as aws from "@pulumi/aws";
import type { WireValue } from "../../pulumi/stack-state";
import { type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { OutputOf } from "../operations";
import type { Reader } from "../reader";

export const macieObserver = observer<aws.macie2.AccountArgs>({
  type: "aws:macie2/account:Account",
  check: "verify-macie-session-as-declared",
  parts: [{ properties: ["status", "findingPublishingFrequency"], read: readSession }],
  defaults: { status: "ENABLED" },
});

async function readSession(reader: Reader, { region }: Subject): Promise<Properties | undefined> {
  const session = await reader.read("macie2:GetMacieSession", region, {});
  return session && { status: session.status, findingPublishingFrequency: session.findingPublishingFrequency };
}

export const classificationExportObserver = observer<aws.macie2.ClassificationExportConfigurationArgs>({
  type: "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration",
  check: "verify-macie-results-kept-as-declared",
  parts: [{ properties: ["s3Destination"], read: readDestination }],
});

async function readDestination(reader: Reader, { region }: Subject): Promise<Properties | undefined> {
  const answer = await reader.read("macie2:GetClassificationExportConfiguration", region, {});
  const destination = answer?.configuration?.s3Destination;
  if (destination === undefined) {
    return undefined;
  }
  const { bucketName, keyPrefix = "", kmsKeyArn } = destination;
  return { s3Destination: camelCased({ bucketName, kmsKeyArn, ...(keyPrefix === "" ? {} : { keyPrefix }) }) };
}

export const classificationJobObserver = observer<aws.macie2.ClassificationJobArgs>({
  type: "aws:macie2/classificationJob:ClassificationJob",
  check: "verify-macie-job-as-declared",
  parts: [
    {
      properties: [
        "name",
        "jobType",
        "scheduleFrequency",
        "initialRun",
        "samplingPercentage",
        "s3JobDefinition",
        "jobStatus",
      ],
      read: readJob,
    },
  ],
  defaults: { jobStatus: "RUNNING", initialRun: false, samplingPercentage: 100 },
  notCompared: {
    customDataIdentifierIds: "They add to what Macie finds by itself.",
    description: "It decides nothing.",
    namePrefix: "It is part of the name.",
  },
});

async function readJob(reader: Reader, { inputs, region }: Subject): Promise<Properties | undefined> {
  const jobId = await jobNamed(reader, region, textOf(inputs["name"]));
  const job =
    jobId === undefined ? undefined : await reader.read("macie2:DescribeClassificationJob", region, { jobId });
  return (
    job && {
      name: job.name,
      jobType: job.jobType,
      scheduleFrequency: scheduleOf(job),
      initialRun: job.initialRun,
      samplingPercentage: job.samplingPercentage,
      s3JobDefinition: camelCased(job.s3JobDefinition),
      jobStatus: WAITING.includes(job.jobStatus ?? "") ? "RUNNING" : job.jobStatus,
    }
  );
}

/** A job between two runs is idle, and one that waits for its turn, or for the quota of a month, is paused by Macie itself. */
const WAITING = ["IDLE", "PAUSED"];

/** Names are not unique: a job that was replaced has the same one, and stays as it was when it was cancelled. */
async function jobNamed(reader: Reader, region: string, name: string): Promise<string | undefined> {
  const answer = await reader.read("macie2:ListClassificationJobs", region, {
    filterCriteria: {
      includes: [{ comparator: "EQ", key: "name", values: [name] }],
      excludes: [{ comparator: "EQ", key: "jobStatus", values: ["CANCELLED"] }],
    },
    sortCriteria: { attributeName: "createdAt", orderBy: "DESC" },
  });
  return answer?.items?.[0]?.jobId;
}

function scheduleOf({ scheduleFrequency }: OutputOf<"macie2:DescribeClassificationJob">): WireValue {
  const { dailySchedule, weeklySchedule, monthlySchedule } = scheduleFrequency ?? {};
  return {
    ...(dailySchedule === undefined ? {} : { dailySchedule: true }),
    ...(weeklySchedule?.dayOfWeek === undefined ? {} : { weeklySchedule: weeklySchedule.dayOfWeek }),
    ...(monthlySchedule?.dayOfMonth === undefined ? {} : { monthlySchedule: monthlySchedule.dayOfMonth }),
  };
}

/** Whether the region has Macie, in words, if it has. */
export async function macieOf(reader: Reader, region: string): Promise<string | undefined> {
  return (await reader.read("macie2:GetMacieSession", region, {}))?.status;
}
