/** EventBridge event patterns as typed data: pure functions on plain strings. */
import { API_CALL, PATTERN_CHARACTERS, eventSourceOf } from "../../facts/eventbridge/events";

/** What EventBridge matches of an API call that CloudTrail records. Each list holds the values of which one is the event's. */
export interface CallPattern {
  readonly source: readonly string[];
  readonly "detail-type": readonly [typeof API_CALL];
  readonly detail: { readonly eventSource: readonly string[]; readonly eventName: readonly string[] };
}

/**
 * The pattern of some calls to one service.
 *
 * @param service the event source without `.amazonaws.com`
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function callPattern(service: string, names: readonly string[]): CallPattern {
  return {
    source: [eventSourceOf(service)],
    "detail-type": [API_CALL],
    detail: { eventSource: [`${service}.amazonaws.com`], eventName: names },
  };
}

/**
 * The pattern as EventBridge takes it.
 *
 * @throws Error where it is longer than EventBridge takes, which no option of a user can bring about
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export function patternJson(pattern: CallPattern): string {
  const text = JSON.stringify(pattern);
  const { byDefault } = PATTERN_CHARACTERS;
  if (text.length > byDefault) {
    throw new Error(`An event pattern has ${text.length} characters, of which EventBridge takes ${byDefault}.`);
  }
  return text;
}

/** What is sent to people of an event: paths into the event by name, and the text that names them in angle brackets. */
export interface Notification {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/**
 * A sentence about a recorded call. What the event does not have stays empty.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function callNotification(what: string): Notification {
  return {
    inputPaths: {
      account: "$.account",
      address: "$.detail.sourceIPAddress",
      call: "$.detail.eventName",
      error: "$.detail.errorCode",
      event: "$.detail.eventID",
      region: "$.region",
      service: "$.detail.eventSource",
      time: "$.time",
      who: "$.detail.userIdentity.arn",
    },
    inputTemplate: JSON.stringify(
      `${what}: <call> of <service> by <who> from <address>, in account <account> and region <region>, at <time>. Error: <error>. CloudTrail event <event>.`,
    ),
  };
}
