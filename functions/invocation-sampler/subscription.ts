/**
 * What a subscription of CloudWatch Logs calls a function with.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatchlogs.html
 */
import { gunzipSync } from "node:zlib";

/** The event of an invocation: JSON, compressed by gzip, in base64. */
export interface SubscriptionEvent {
  readonly awslogs: { readonly data: string };
}

/** An event of the log group. */
export interface LogEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/** What came is none of what CloudWatch Logs sends. It says nothing of what it holds: the function's own log is read by others. */
export class SubscriptionError extends Error {}

/**
 * The events of an invocation. A control message, by which CloudWatch Logs tries whether its destination answers, has none.
 *
 * @throws {@link SubscriptionError} when it is no message of CloudWatch Logs
 */
export function eventsOf({ awslogs }: SubscriptionEvent): readonly LogEvent[] {
  const message = decoded(awslogs.data);
  switch (message["messageType"]) {
    case "CONTROL_MESSAGE":
      return [];
    case "DATA_MESSAGE": {
      const events = message["logEvents"];
      if (Array.isArray(events) && events.every(isLogEvent)) {
        return events;
      }
      throw new SubscriptionError("a message has events without id, timestamp or message");
    }
    default:
      throw new SubscriptionError("the type of a message is neither DATA_MESSAGE nor CONTROL_MESSAGE");
  }
}

function decoded(data: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString("utf8"));
  } catch {
    // The error of JSON.parse quotes the text, which holds prompts.
    throw new SubscriptionError("a message is no JSON that gzip has compressed");
  }
  if (typeof value !== "object" || value === null) {
    throw new SubscriptionError("a message is no object");
  }
  return { ...value };
}

function isLogEvent(value: unknown): value is LogEvent {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "timestamp" in value &&
    typeof value.timestamp === "number" &&
    "message" in value &&
    typeof value.message === "string"
  );
}
