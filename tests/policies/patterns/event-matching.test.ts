import assert from "node:assert/strict";
import { matchesEvent } from "../../../policies/patterns/event-matching";
import { parseEventPattern } from "../../../policies/patterns/event-pattern";
import { EVENT_MATCHES } from "./event-matches";

describe("matching an event with a pattern", () => {
  for (const { title, pattern, event, matches } of EVENT_MATCHES) {
    it(`${matches ? "takes in" : "leaves out"} ${title}`, () => {
      assert.equal(matchesEvent(parseEventPattern(JSON.stringify(pattern)), event), matches);
    });
  }
});
