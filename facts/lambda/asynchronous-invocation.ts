/** How Lambda calls a function for a service that does not wait for the answer, and how it tells of what fails. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html", readOn: "2026-11-27" },
  { page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html", readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventinvokeconfig.html",
    readOn: "2026-11-27",
  },
];

/** The namespace of Lambda's metrics. */
export const LAMBDA_NAMESPACE = "AWS/Lambda";

/** The dimension by which a function has metrics of its own. */
export const FUNCTION_DIMENSION = "FunctionName";

/** How often Lambda calls again after an error, and how long it keeps an event that it cannot hand over: the most of both. */
export const RETRIES = { attempts: 2, eventAgeInSeconds: 21_600 } as const;

/** What counts events that are not, or not yet, worked on. */
export const ASYNCHRONOUS_METRICS = {
  /** Calls that ended in an error. */
  errors: "Errors",
  /** Calls that were refused, because too many run at once; they are repeated. */
  throttles: "Throttles",
  /** Milliseconds between the arrival of an event and its call. */
  age: "AsyncEventAge",
  /** Events that no call has worked on; what has a destination goes there first. */
  dropped: "AsyncEventsDropped",
  /** Events that could not be sent to their destination either. */
  undelivered: "DestinationDeliveryFailures",
} as const;
