import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html",
    readOn: "2026-11-26",
    secondary: "that the calls are recorded as read-only is what records show",
  },
];

/** The state of an EventBridge rule that gets read-only management events as well. */
export const ALL_MANAGEMENT_EVENTS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** Calls of a model, which CloudTrail records as read-only management events. */
const MODEL_CALLS = ["InvokeModel", "InvokeModelWithResponseStream", "Converse", "ConverseStream"];

/** Event sources whose calls are all management events, as far as their names begin so. */
const MANAGEMENT_ONLY = [
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "ec2.amazonaws.com",
  "iam.amazonaws.com",
  "organizations.amazonaws.com",
];

/** Whether an EventBridge rule in the plain state ENABLED does not get the call, whatever else its pattern says. */
export function isReadOnlyManagementCall(eventSource: string, eventName: string): boolean {
  return eventSource === "bedrock.amazonaws.com"
    ? MODEL_CALLS.includes(eventName)
    : MANAGEMENT_ONLY.includes(eventSource) && /^(?:Describe|Get|List)[A-Z]/.test(eventName);
}
