import assert from "node:assert/strict";
import * as fc from "fast-check";

import { BATCH_LIMITS, batchesOf } from "../../../functions/invocation-sampler/batches";

const event = (timestamp: number, message = "") => ({ timestamp, message });
const sizes = (events: Parameters<typeof batchesOf>[0]) => batchesOf(events).map(({ length }) => length);

describe("The batches of the sampler", () => {
  it("are none for no events", () => {
    assert.deepEqual(batchesOf([]), []);
  });

  it("are in the order of time, and keep the order of what came at once", () => {
    assert.deepEqual(batchesOf([event(2, "c"), event(1, "a"), event(2, "d"), event(1, "b")]), [
      [event(1, "a"), event(1, "b"), event(2, "c"), event(2, "d")],
    ]);
  });

  it("hold 10,000 events", () => {
    assert.deepEqual(sizes(Array.from({ length: 10_000 }, () => event(1))), [10_000]);
    assert.deepEqual(sizes(Array.from({ length: 10_001 }, () => event(1))), [10_000, 1]);
  });

  it("hold 1,048,576 bytes, of which 26 are for each event, in UTF-8", () => {
    const half = "é".repeat((BATCH_LIMITS.bytes / 2 - 26) / 2);
    assert.deepEqual(sizes([event(1, half), event(2, half)]), [2]);
    assert.deepEqual(sizes([event(1, half), event(2, `${half}a`)]), [1, 1]);
  });

  it("span less than a day", () => {
    const day = 24 * 60 * 60 * 1000;
    assert.deepEqual(sizes([event(1), event(day)]), [2]);
    assert.deepEqual(sizes([event(1), event(day + 1)]), [1, 1]);
  });

  it("hold every event once, within every limit", () => {
    const events = fc.array(
      fc.record({
        timestamp: fc.integer({ min: 0, max: 5 * BATCH_LIMITS.milliseconds }),
        message: fc.integer({ min: 0, max: 600_000 }).map((length) => "x".repeat(length)),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (all) => {
        const batches = batchesOf(all);
        assert.deepEqual(
          batches.flat(),
          [...all].sort((one, other) => one.timestamp - other.timestamp),
        );
        for (const batch of batches) {
          const bytes = batch.reduce((sum, { message }) => sum + message.length + BATCH_LIMITS.bytesPerEvent, 0);
          const times = batch.map(({ timestamp }) => timestamp);
          assert.ok(batch.length > 0 && bytes <= BATCH_LIMITS.bytes);
          assert.ok(Math.max(...times) - Math.min(...times) < BATCH_LIMITS.milliseconds);
        }
      }),
    );
  });
});
