/** How mode sampled keeps a share of model invocations, and what its parts are told. */
import type { RetentionClass } from "../logs/retention-classes";
import type { Source } from "../source";
import type { RequestMetadataKey } from "../telemetry/contract";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatchlogs.html", readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample",
    readOn: "2026-11-27",
  },
];

/** The share of sessions of which whole records are kept, in percent. All of them is mode full. */
export const SAMPLE_PERCENT = { minimum: 1, maximum: 99, default: 10 } as const;

/** What an application sends along, by which a session is kept whole or not at all. */
export const SESSION_KEY: RequestMetadataKey = "conversation_id";

/** The stream of a log group that the sampling function writes to. */
export const SAMPLER_STREAM = "invocation-sampler";

/** The variables by which the sampling function is told what to do. */
export const SAMPLER_VARIABLES = {
  percent: "SAMPLE_PERCENT",
  sessionKey: "SESSION_KEY",
  metadataLogGroup: "METADATA_LOG_GROUP",
  samplesLogGroup: "SAMPLES_LOG_GROUP",
  logStream: "LOG_STREAM",
} as const;

/** How the names of the log groups end that hold whole records, by what they hold. */
export const WHOLE_RECORD_LOG_GROUPS = {
  "unsampled-prompts": "unsampled-invocations",
  "sampled-prompts": "sampled-invocations",
} as const satisfies Partial<Record<RetentionClass, string>>;

/** What a log group of whole records holds. */
export type WholeRecords = keyof typeof WHOLE_RECORD_LOG_GROUPS;

/** The name of the log group of whole records of a sampler with this name. */
export function wholeRecordLogGroup(records: WholeRecords, sampler: string): string {
  return `/ai-governance/${sampler}/${WHOLE_RECORD_LOG_GROUPS[records]}`;
}

/** What whole records a log group with this name holds, if any. */
export function wholeRecordsIn(logGroupName: string): WholeRecords | undefined {
  const ends = Object.entries(WHOLE_RECORD_LOG_GROUPS);
  const found = ends.find(([, end]) => logGroupName.startsWith("/ai-governance/") && logGroupName.endsWith(`/${end}`));
  return found?.[0] as WholeRecords | undefined; // Object.entries loses the names.
}
