/**
 * How many events CloudWatch Logs takes at once.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 */
import type { Written } from "./decisions";

/** What one call may hold. */
export const BATCH_LIMITS = {
  events: 10_000,
  /** Of all messages in UTF-8, and of {@link BATCH_LIMITS.bytesPerEvent} for each. */
  bytes: 1_048_576,
  bytesPerEvent: 26,
  /** Between the first and the last event. */
  milliseconds: 24 * 60 * 60 * 1000,
} as const;

/** The events in the order of their times, in as few batches as hold them. */
export function batchesOf(events: readonly Written[]): readonly (readonly Written[])[] {
  const batches: Written[][] = [];
  let batch: Written[] = [];
  let bytes = 0;
  for (const event of [...events].sort((one, other) => one.timestamp - other.timestamp)) {
    const size = Buffer.byteLength(event.message) + BATCH_LIMITS.bytesPerEvent;
    const [earliest = event] = batch;
    const isFull =
      batch.length === BATCH_LIMITS.events ||
      bytes + size > BATCH_LIMITS.bytes ||
      event.timestamp - earliest.timestamp >= BATCH_LIMITS.milliseconds;
    if (batch.length === 0 || isFull) {
      batch = [];
      batches.push(batch);
      bytes = 0;
    }
    batch.push(event);
    bytes += size;
  }
  return batches;
}
