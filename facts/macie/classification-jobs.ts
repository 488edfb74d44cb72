/** What a classification job of Amazon Macie can be, and what it can look at. */
import { isGeneralPurpose } from "../s3/lineage-buckets";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/macie/latest/APIReference/jobs.html",
    readOn: "2026-11-27",
    secondary: "the operation CreateClassificationJob as AWS's SDK models it",
  },
  {
    page: "https://docs.aws.amazon.com/macie/latest/user/discovery-jobs.html",
    readOn: "2026-11-27",
    secondary: "a stored copy of the page, which speaks of general purpose buckets alone",
  },
];

/** How often a job looks at what is new, as the provider's `scheduleFrequency` has it. */
export const JOB_SCHEDULES = {
  DAILY: { dailySchedule: true },
  WEEKLY: { weeklySchedule: "MONDAY" },
  MONTHLY: { monthlySchedule: 1 },
} as const;

export type JobSchedule = keyof typeof JOB_SCHEDULES;

/** The share of the objects that a job analyzes, chosen at random. */
export const SAMPLING_PERCENTAGE = { minimum: 1, maximum: 100, default: 10 } as const;

/** How often EventBridge is told that a policy finding occurred again. Findings of sensitive data are told at once. */
export type PublishingFrequency = "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS";

/**
 * Whether Macie can look into a training bucket. Directory buckets, which are named by their ARNs, it does not know.
 *
 * @param bucket a name, or the ARN of a directory bucket
 */
export function isClassifiable(bucket: string): boolean {
  return isGeneralPurpose(bucket);
}
