/** Which records are kept whole, and what is written of each. */
import { createHash } from "node:crypto";

import { asObject, type JsonObject, metadataOf } from "./metadata";
import type { Parameters } from "./parameters";
import type { LogEvent } from "./subscription";

/** What decides on a record. */
export type Sampling = Pick<Parameters, "percent" | "sessionKey">;

/** An event that is written, at the time of the one that it is made of. */
export type Written = Pick<LogEvent, "timestamp" | "message">;

/** The events for each log group. */
export interface Sorted {
  /** One for each event that came. */
  readonly metadata: readonly Written[];
  /** Those that are kept whole, unchanged. */
  readonly samples: readonly Written[];
}

/** In the place of the metadata of what is no invocation record. */
const UNREADABLE = "UnreadableInvocationLog";

/**
 * Sorts what Bedrock has logged. Of every event there is metadata, so that no query misses a call; of the share that is sampled there is
 * the whole record beside it. What is no record is kept whole, whatever the share, because nothing can be told from its metadata.
 */
export function sortEvents(events: readonly LogEvent[], sampling: Sampling): Sorted {
  const sorted = events.map((event) => sortEvent(event, sampling));
  return {
    metadata: sorted.map(({ timestamp, metadata }) => ({ timestamp, message: JSON.stringify(metadata) })),
    samples: sorted.filter(({ whole }) => whole).map(({ timestamp, message }) => ({ timestamp, message })),
  };
}

function sortEvent(
  { id, timestamp, message }: LogEvent,
  sampling: Sampling,
): Written & { readonly metadata: JsonObject; readonly whole: boolean } {
  const { percent } = sampling;
  const record = parsed(message);
  const key = keyOf(record, sampling);
  const whole = key === undefined || isSampled(key, percent);
  const metadata =
    key === undefined ? { schemaType: UNREADABLE, eventId: id, bytes: Buffer.byteLength(message) } : metadataOf(record);
  return { timestamp, message, whole, metadata: { ...metadata, sampling: { percent, whole } } };
}

/** By what a record is sampled: its session, or else itself. `undefined` where it has no id, and so is no record. */
export function keyOf(record: JsonObject, { sessionKey }: Sampling): string | undefined {
  const session = asObject(record["requestMetadata"])[sessionKey];
  const { requestId } = record;
  if (typeof requestId !== "string" || requestId === "") {
    return undefined;
  }
  // A session that is named as some request is not that request.
  return typeof session === "string" && session !== "" ? `session ${session}` : `request ${requestId}`;
}

const HASHED_BYTES = 6;

/**
 * Whether what has this key is among the share. The same key is always decided in the same way, and what a greater share leaves out, a
 * smaller one leaves out too. Whoever chooses keys on purpose can choose some that are left out.
 */
export function isSampled(key: string, percent: number): boolean {
  const place = createHash("sha256").update(key).digest().readUIntBE(0, HASHED_BYTES) / 2 ** (8 * HASHED_BYTES);
  return place * 100 < percent;
}

function parsed(message: string): JsonObject {
  try {
    return asObject(JSON.parse(message));
  } catch {
    return {};
  }
}
